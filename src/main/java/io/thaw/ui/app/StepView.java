package io.thaw.ui.app;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A step: a header that tells how it stands, and its content while it is open. */
final class StepView {
  private final StepModel model;
  private final VBox node = new VBox();
  private final StackPane badge = new StackPane();

  /**
   * A view.
   *
   * @param toggle opens or closes the step
   */
  StepView(StepModel model, Node content, Runnable toggle) {
    this.model = model;
    node.getStyleClass().add("step");
    badge.getStyleClass().add("step-badge");
    VBox body = new VBox(content);
    body.getStyleClass().add("step-body");
    body.visibleProperty().bind(model.open());
    body.managedProperty().bind(model.open());
    node.getChildren().addAll(header(toggle), body);
    model.state().addListener((property, before, now) -> showState());
    model
        .open()
        .addListener(
            (property, before, now) ->
                node.pseudoClassStateChanged(PseudoClass.getPseudoClass("open"), now));
    node.pseudoClassStateChanged(PseudoClass.getPseudoClass("open"), model.open().get());
    showState();
  }

  Node node() {
    return node;
  }

  private Button header(Runnable toggle) {
    Label title = Texts.emphasis(model.title());
    Label summary = Texts.bound("step-" + model.number() + "-summary", model.summary());
    summary.getStyleClass().addAll("muted", "step-summary");
    VBox words = new VBox(title, summary);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    StackPane chevron = new StackPane();
    chevron.getChildren().setAll(chevron(model.open().get()));
    model.open().addListener((property, before, now) -> chevron.getChildren().setAll(chevron(now)));
    HBox line = new HBox(badge, words, chevron);
    line.getStyleClass().add("step-line");
    Button header = new Button(null, line);
    header.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    header.setId("step-" + model.number());
    header.getStyleClass().setAll("step-header");
    header.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(header.widthProperty().subtract(24));
    header.setOnAction(event -> toggle.run());
    header.accessibleTextProperty().bind(accessible());
    return Explained.follow(header, model.summary());
  }

  private static Node chevron(boolean open) {
    return Icons.of(open ? Material2AL.EXPAND_LESS : Material2AL.EXPAND_MORE, "muted-icon");
  }

  private javafx.beans.binding.StringBinding accessible() {
    return Bindings.createStringBinding(
        () ->
            "Step %d, %s, %s: %s"
                .formatted(
                    model.number(),
                    model.title(),
                    model.state().get().words(),
                    model.summary().get()),
        model.state(),
        model.summary());
  }

  private void showState() {
    StepState state = model.state().get();
    for (StepState other : StepState.values()) {
      node.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(other.name().toLowerCase(Locale.ROOT)), other == state);
    }
    badge.getChildren().setAll(sign(state));
  }

  private Node sign(StepState state) {
    return switch (state) {
      case DONE -> Icons.of(Material2AL.CHECK);
      case PROBLEM -> Icons.of(Material2MZ.PRIORITY_HIGH);
      default -> new Label(Integer.toString(model.number()));
    };
  }
}
