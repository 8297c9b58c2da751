package io.thaw.ui.network;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableNumberValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The sums over all layers: figures, a bar, and where the network is cut. */
final class TotalsPane {
  private final VBox node = new VBox();

  TotalsPane(NetworkModel model) {
    node.getStyleClass().add("network-totals");
    ObservableNumberValue old =
        Bindings.subtract(model.trainableParametersProperty(), model.headParametersProperty());
    StackedBar bar =
        new StackedBar(
            List.of(model.frozenParametersProperty(), old, model.headParametersProperty()),
            List.of("frozen-part", "trainable-part", "head-part"));
    Label cut = Texts.wrapped(Texts.bound("cut-sentence", model.cutSentenceProperty(), "muted"));
    Explained.hint(
        cut,
        "Frozen layers at the beginning give the same result every time, so Thaw computes it only"
            + " once and keeps it.");
    bar.setAccessibleText("Share of frozen, trainable and new parameters");
    node.getChildren().addAll(figures(model), bar, cut);
  }

  Node node() {
    return node;
  }

  private static Node figures(NetworkModel model) {
    VBox figures =
        new VBox(
            figure(
                Material2AL.AC_UNIT,
                "frozen",
                "frozen",
                "frozen-total",
                model.frozenParametersProperty(),
                "Numbers that stay exactly as they are, whatever the training does."),
            figure(
                Material2MZ.WHATSHOT,
                "trainable",
                "trainable",
                "trainable-total",
                model.trainableParametersProperty(),
                "Numbers that training changes, those of the new head included."),
            headFigure(model),
            headToCome(model));
    figures.getStyleClass().add("total-figures");
    return figures;
  }

  private static Node headFigure(NetworkModel model) {
    HBox figure =
        figure(
            Material2AL.CALL_SPLIT,
            "head",
            "in the new head",
            "head-total",
            model.headParametersProperty(),
            "The new last layer: one number per feature and class, and one per class.");
    figure.visibleProperty().bind(model.headParametersProperty().greaterThan(0));
    figure.managedProperty().bind(figure.visibleProperty());
    return figure;
  }

  /** Stands in for the head's figure until the number of classes is known. */
  private static Label headToCome(NetworkModel model) {
    Label words = Texts.wrapped(Texts.muted("plus the new head, once your images are known"));
    words.visibleProperty().bind(model.headParametersProperty().isEqualTo(0));
    words.managedProperty().bind(words.visibleProperty());
    return words;
  }

  private static HBox figure(
      Ikon icon,
      String state,
      String caption,
      String id,
      ObservableNumberValue value,
      String explanation) {
    Label number =
        Texts.bound(
            id,
            Bindings.createStringBinding(() -> Quantities.exact(value.longValue()), value),
            "large",
            "figure");
    number.accessibleTextProperty().bind(number.textProperty().concat(" parameters " + caption));
    number.setMinWidth(Region.USE_PREF_SIZE);
    Label words = Explained.hint(Texts.muted(caption), explanation);
    words.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = new HBox(Icons.of(icon, "state-icon", state + "-icon"), number, words);
    box.getStyleClass().add("total-figure");
    return box;
  }
}
