package io.thaw.ui.app;

import io.thaw.ui.theme.Theme;
import io.thaw.ui.training.RunController;
import io.thaw.ui.training.RunModel;
import io.thaw.ui.training.RunStatus;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Asks before the window closes on a run, and closes it only when the run has ended. */
final class CloseQuestion {
  private static final ButtonType STAY = new ButtonType("Keep training", ButtonData.CANCEL_CLOSE);
  private static final ButtonType STOP = new ButtonType("Stop and close", ButtonData.OK_DONE);
  private static final ButtonType WAIT = new ButtonType("Wait", ButtonData.CANCEL_CLOSE);
  private static final ButtonType END = new ButtonType("End it now", ButtonData.OK_DONE);

  private final Stage stage;
  private final WorkbenchModel window;
  private final RunModel run;
  private final RunController controller;
  private boolean closing;

  CloseQuestion(Stage stage, WorkbenchModel window, RunModel run, RunController controller) {
    this.stage = stage;
    this.window = window;
    this.run = run;
    this.controller = controller;
    stage.setOnCloseRequest(this::asked);
    run.status().addListener((property, before, now) -> closeIfEnded(now));
  }

  private void asked(WindowEvent request) {
    RunStatus status = run.status().get();
    if (!status.active()) {
      return;
    }
    request.consume();
    if (status == RunStatus.RUNNING) {
      ask("A run is at work. What it learned so far is kept when it is stopped.", STAY, STOP);
    } else {
      ask("The run is finishing its batch. Ended now, it may lose what it learned.", WAIT, END);
    }
  }

  private void ask(String sentence, ButtonType stay, ButtonType go) {
    Alert question = new Alert(Alert.AlertType.NONE, sentence, stay, go);
    question.initOwner(stage);
    question.setTitle("Close Thaw");
    DialogPane pane = question.getDialogPane();
    Theme look = window.theme().get();
    pane.getStylesheets().setAll(look.stylesheets());
    pane.getStyleClass().add("question");
    pane.lookupButton(stay).setId("close-stay");
    pane.lookupButton(go).setId("close-go");
    question.setOnHidden(event -> answered(question.getResult(), go));
    question.show();
  }

  private void answered(ButtonType answer, ButtonType go) {
    if (answer != go) {
      return;
    }
    closing = true;
    if (go == END) {
      controller.kill();
    } else {
      controller.stop();
    }
    closeIfEnded(run.status().get());
  }

  private void closeIfEnded(RunStatus status) {
    if (closing && !status.active()) {
      stage.hide();
    }
  }
}
