package io.thaw.ui.pictures;

import io.thaw.job.NetworkComparison;
import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Figures;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Asks the network which pictures are alike, and keeps those on one side of the split. */
final class AlikeBar {
  private static final String HINT =
      "Find pictures of one scene, crops and mirror images by what the chosen network sees in them;"
          + " a large network takes minutes";

  private final PicturesModel model;
  private final AlikeModel alike;
  private final PicturesController controller;
  private final AlikeController comparison;
  private final Runnable done;
  private final VBox node = new VBox();

  /**
   * A bar.
   *
   * @param done called after each action, so that the keys go to the pictures again
   */
  AlikeBar(
      PicturesModel model,
      PicturesController controller,
      AlikeController comparison,
      Runnable done) {
    this.model = model;
    this.alike = model.alike();
    this.controller = controller;
    this.comparison = comparison;
    this.done = done;
    HBox line = new HBox(compare(), progress(), keep(), keepShown(), apart());
    line.getStyleClass().add("picture-actions");
    node.getChildren().addAll(line, summary(), problem());
    node.getStyleClass().add("picture-alike");
  }

  Node node() {
    return node;
  }

  private Node compare() {
    Button button = button("compare-network", "Compare with the network", Material2AL.COMPARE);
    button.setOnAction(event -> act(comparison::start));
    button.disableProperty().bind(alike.workingProperty().or(alike.blockedProperty().isNotEmpty()));
    return Explained.wrap(
        button,
        Bindings.createStringBinding(
            () ->
                alike.workingProperty().get()
                    ? "The pictures are being compared."
                    : alike.blockedProperty().get().isEmpty()
                        ? HINT
                        : alike.blockedProperty().get(),
            alike.workingProperty(),
            alike.blockedProperty()));
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar();
    bar.setAccessibleText("How many pictures the network has seen");
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    alike.picturesProperty().get() == 0
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : (double) alike.lookedProperty().get() / alike.picturesProperty().get(),
                alike.lookedProperty(),
                alike.picturesProperty()));
    bar.visibleProperty().bind(alike.waitingProperty().not());
    bar.managedProperty().bind(bar.visibleProperty());
    Label words = Texts.bound("compare-progress", progressWords(), "muted");
    Button stop = button("compare-stop", "Stop", Material2MZ.STOP);
    stop.setOnAction(event -> act(comparison::stop));
    Explained.hint(stop, "Give the comparison up; what the network has seen is kept");
    HBox box = new HBox(bar, words, stop);
    box.getStyleClass().add("picture-actions");
    return shownWhile(box, alike.workingProperty());
  }

  private ObservableValue<String> progressWords() {
    return Bindings.createStringBinding(
        () ->
            alike.waitingProperty().get()
                ? "Goes on when nothing else is at work"
                : alike.picturesProperty().get() == 0
                    ? "Looking at the pictures…"
                    : Figures.count(alike.lookedProperty().get())
                        + " of "
                        + Figures.count(alike.picturesProperty().get()),
        alike.waitingProperty(),
        alike.lookedProperty(),
        alike.picturesProperty());
  }

  private Node summary() {
    ObservableValue<String> words =
        alike.resultProperty().map(NetworkComparison::sentence).orElse("");
    Label label = Texts.wrapped(Texts.bound("alike-summary", words, "muted"));
    return shownWhile(label, label.textProperty().isNotEmpty());
  }

  private Node keep() {
    return keeping(
        "keep-together",
        "Keep on one side",
        Bindings.createBooleanBinding(
            () -> anyApart(model.selection().rows()),
            model.selection().versionProperty(),
            model.listingProperty()),
        controller::keepTogether,
        "Keep what is selected and all that is alike to it on one side of the split",
        "What is selected is alike to nothing, or stays on one side already.");
  }

  private Node keepShown() {
    return keeping(
        "keep-together-shown",
        "Keep all shown",
        Bindings.createBooleanBinding(
            () -> anyApart(model.listingProperty().get().shown()), model.listingProperty()),
        controller::keepTogetherShown,
        "Keep each group of which a picture is shown on one side of the split",
        "Nothing that is shown is alike to others, or all of it stays on one side already.");
  }

  /** Also there without a comparison: what was kept earlier may be let apart. */
  private Node apart() {
    ObservableBooleanValue possible =
        Bindings.createBooleanBinding(
            () -> model.selection().rows().stream().anyMatch(PictureRow::isKeptTogether),
            model.selection().versionProperty(),
            model.listingProperty());
    Button button = button("let-apart", "Let apart", Material2AL.CALL_SPLIT);
    button.setOnAction(event -> act(controller::letApart));
    Explained.hint(button, "What is selected may lie on another side than what it was kept with");
    return shownWhile(button, possible);
  }

  private static boolean anyApart(List<PictureRow> rows) {
    return rows.stream().anyMatch(PictureRow::canKeepTogether);
  }

  private Node keeping(
      String id,
      String words,
      ObservableBooleanValue possible,
      Runnable action,
      String hint,
      String whyNot) {
    Button button = button(id, words, Material2AL.LINK);
    button.setOnAction(event -> act(action));
    button.disableProperty().bind(Bindings.not(possible));
    Node wrapped =
        Explained.wrap(
            button, Bindings.createStringBinding(() -> possible.get() ? hint : whyNot, possible));
    return shownWhile(
        wrapped,
        Bindings.createBooleanBinding(
            () -> {
              NetworkComparison result = alike.resultProperty().get();
              return result != null && !result.groups().isEmpty();
            },
            alike.resultProperty()));
  }

  private Node problem() {
    Label label = Texts.wrapped(Texts.bound("compare-problem", alike.problemProperty(), "problem"));
    label.setGraphic(Icons.of(Material2AL.ERROR_OUTLINE, "problem-icon"));
    label.getStyleClass().add("problem-box");
    label.setMaxWidth(Double.MAX_VALUE);
    return shownWhile(label, alike.problemProperty().isNotEmpty());
  }

  private static Node shownWhile(Node node, ObservableBooleanValue shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }

  private static Button button(String id, String words, Ikon icon) {
    Button button = new Button(words, Icons.of(icon));
    button.setId(id);
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }

  private void act(Runnable action) {
    done.run();
    action.run();
  }
}
