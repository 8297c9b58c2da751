package io.thaw.ui.pictures;

import io.thaw.dataset.ScanReport;
import io.thaw.ui.common.Texts;
import io.thaw.ui.images.ImagesModel;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asks, in place, what the selected pictures show: a class there is, or a new one. */
final class ClassChoice {
  /** More are found by typing. */
  private static final int OFFERED = 12;

  private final ImagesModel images;
  private final PicturesController controller;
  private final TextField name = new TextField();
  private final FlowPane offers = new FlowPane();
  private final VBox node = new VBox();

  /**
   * A choice.
   *
   * @param done called when the question is answered or given up
   */
  ClassChoice(
      PicturesModel model, ImagesModel images, PicturesController controller, Runnable done) {
    this.images = images;
    this.controller = controller;
    name.setId("class-name");
    name.setPromptText("Type a class, also a new one, and press Enter");
    name.setAccessibleText("Class of the selected pictures");
    name.setOnAction(event -> controller.changeClass(name.getText()));
    name.textProperty().addListener(changed -> offer());
    HBox.setHgrow(name, Priority.ALWAYS);
    Button cancel = new Button("Cancel");
    cancel.setId("class-cancel");
    cancel.setOnAction(event -> model.choosingClassProperty().set(false));
    HBox line = new HBox(Texts.plain("What do they show?"), name, cancel);
    line.getStyleClass().add("class-choice-line");
    offers.getStyleClass().add("class-offers");
    node.setId("class-choice");
    node.getStyleClass().add("class-choice");
    node.getChildren().addAll(line, offers);
    node.visibleProperty().bind(model.choosingClassProperty());
    node.managedProperty().bind(node.visibleProperty());
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.choosingClassProperty().set(false);
            event.consume();
          }
        });
    model
        .choosingClassProperty()
        .addListener(
            (property, before, now) -> {
              if (now) {
                begin();
              } else {
                done.run();
              }
            });
  }

  Node node() {
    return node;
  }

  private void begin() {
    name.clear();
    offer();
    name.requestFocus();
  }

  private void offer() {
    ScanReport report = images.reportProperty().get();
    String typed = name.getText().strip().toLowerCase(Locale.ROOT);
    List<String> classes = report == null ? List.of() : report.classes();
    offers
        .getChildren()
        .setAll(
            classes.stream()
                .filter(it -> it.toLowerCase(Locale.ROOT).contains(typed))
                .limit(OFFERED)
                .map(this::button)
                .toList());
  }

  private Button button(String className) {
    Button button = new Button(className);
    button.setMnemonicParsing(false);
    button.setOnAction(event -> controller.changeClass(className));
    return button;
  }
}
