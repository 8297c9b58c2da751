package io.thaw.ui.cache;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The Clear button, and in its place, once pressed, the question whether that is meant. */
final class ClearPane {
  private final VBox node;

  ClearPane(CacheModel model, CacheController controller) {
    Button clear = button("cache-clear", "Clear", controller::askToClear);
    clear.disableProperty().bind(model.clearBlocked().isNotEmpty());
    Region offer = Explained.wrap(clear, model.clearBlocked().map(ClearPane::explanation));
    HBox first = new HBox(offer);
    CacheView.present(first, model.asking().not());
    Button keep = button("cache-clear-keep", "Keep", controller::keep);
    Node question = question(model, controller, keep);
    CacheView.present(question, model.asking());
    // Whoever came by keyboard goes on where the mouse would.
    model.asking().addListener((property, before, now) -> (now ? keep : clear).requestFocus());
    node = new VBox(first, question);
  }

  Region node() {
    return node;
  }

  private static String explanation(String blocked) {
    return blocked.isEmpty()
        ? "Remove all that is kept; later runs compute what they need again."
        : blocked;
  }

  private static Node question(CacheModel model, CacheController controller, Button keep) {
    Label words =
        Texts.wrapped(
            Texts.bound(
                "cache-question",
                model.words(
                    it ->
                        "Remove %s? Later runs compute what they need again."
                            .formatted(CacheText.size(it.bytes())))));
    HBox buttons = new HBox(button("cache-clear-go", "Remove", controller::clear), keep);
    buttons.getStyleClass().add("button-row");
    VBox question = new VBox(words, buttons);
    question.getStyleClass().add("cache-question");
    return question;
  }

  private static Button button(String id, String words, Runnable action) {
    Button button = new Button(words);
    button.setId(id);
    button.setOnAction(event -> action.run());
    return button;
  }
}
