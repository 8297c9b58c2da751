package io.thaw.ui.training;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The newest figures of a run beside its charts. */
final class FiguresView {
  private static final String FEATURES =
      "What frozen layers yield for a picture never changes, so it is computed once and kept for"
          + " all runs that freeze the same layers.";
  private static final String NOTE =
      "The frozen layers run for these pictures in every epoch, which takes longer; the result is"
          + " the same.";

  private final GridPane grid = new GridPane();
  private final VBox node = new VBox();
  private int rows;

  FiguresView(RunFigures figures) {
    grid.getStyleClass().add("figures");
    add("Epoch", "figure-epoch", figures.epoch(), "The pass over the pictures that is under way.");
    add("Loss", "figure-loss", figures.trainingLoss(), "On the newest training pictures.");
    add("Loss, held back", "figure-val-loss", figures.validationLoss(), "After the last epoch.");
    add(
        "Accuracy",
        "figure-accuracy",
        figures.trainingAccuracy(),
        "Share of the newest training pictures that were classified rightly.");
    add(
        "Accuracy, held back",
        "figure-val-accuracy",
        figures.validationAccuracy(),
        "Share of pictures the network never learns from that it classifies rightly.");
    add("Best", "figure-best", figures.best(), "The best accuracy on held-back pictures so far.");
    add("Learning rate", "figure-rate", figures.learningRate(), "The size of the newest step.");
    add("Pictures", "figure-pictures", figures.pictures(), "Learned from, and held back.");
    add("Frozen values", "figure-frozen", figures.frozen(), "Numbers that stay as they are.");
    add(
        "Learning values",
        "figure-trainable",
        figures.trainable(),
        "Numbers that training changes.");
    node.getStyleClass().add("card-pane");
    node.getChildren()
        .addAll(
            Texts.emphasis("Figures"),
            grid,
            sentence("figure-features", figures.features(), FEATURES),
            note(figures));
  }

  Region node() {
    return node;
  }

  private static Label note(RunFigures figures) {
    Label note = sentence("figure-features-note", figures.featuresNote(), NOTE);
    note.setGraphic(Icons.of(Material2OutlinedAL.INFO, "accent-icon"));
    return note;
  }

  private static Label sentence(String id, StringProperty text, String explanation) {
    Label label = Texts.wrapped(Texts.bound(id, text, "muted"));
    label.visibleProperty().bind(text.isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return Explained.hint(label, explanation);
  }

  private void add(String name, String id, ObservableValue<String> value, String explanation) {
    Label label = Explained.hint(Texts.muted(name), explanation);
    Label figure = Texts.bound(id, value, "figure");
    label.setLabelFor(figure);
    figure.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(figure, Priority.ALWAYS);
    label.setMinWidth(Region.USE_PREF_SIZE);
    grid.addRow(rows++, label, figure);
  }
}
