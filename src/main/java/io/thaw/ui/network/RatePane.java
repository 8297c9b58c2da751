package io.thaw.ui.network;

import io.thaw.network.Layer;
import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** How fast what is selected learns beside the rest: a choice of multipliers. */
final class RatePane {
  private static final List<Double> CHOICES = List.of(0.0, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0);

  private final NetworkModel model;
  private final ComboBox<Double> choice = new ComboBox<>();
  private final HBox node;
  private boolean following;

  RatePane(NetworkModel model) {
    this.model = model;
    Label caption =
        Explained.hint(
            Texts.muted("Learning rate"),
            "What the learning rate is multiplied by for this layer or group: early layers often"
                + " do best with a small part of it. 0 freezes.");
    caption.setMinWidth(Label.USE_PREF_SIZE);
    choice.setId("rate");
    choice.getItems().setAll(CHOICES);
    choice.setPromptText("mixed");
    choice.setAccessibleText("Learning rate of what is selected, beside the rest");
    choice.setConverter(new Words());
    choice.valueProperty().addListener((property, before, now) -> chosen(now));
    node = new HBox(caption, choice);
    node.getStyleClass().add("rate-line");
    InvalidationListener follow = changed -> follow();
    model.planProperty().addListener(follow);
    model.ratesProperty().addListener(follow);
    model.currentProperty().addListener(follow);
    model.networkProperty().addListener(follow);
    model.selection().addListener((ListChangeListener<Layer>) change -> follow());
    follow();
  }

  Node node() {
    return node;
  }

  /** The layers that the choice is about: those selected that hold something and stay. */
  private List<Layer> layers() {
    if (model.networkProperty().get() == null) {
      return List.of();
    }
    return model.selection().stream()
        .filter(Layer::hasParameters)
        .filter(layer -> !model.networkProperty().get().isReplaced(layer))
        .toList();
  }

  private void chosen(Double rate) {
    if (!following && rate != null) {
      model.setRate(layers(), rate);
    }
  }

  private void follow() {
    List<Layer> layers = layers();
    node.setVisible(!layers.isEmpty());
    node.setManaged(!layers.isEmpty());
    following = true;
    try {
      OptionalDouble common = Rates.common(model, layers);
      if (common.isPresent() && !choice.getItems().contains(common.getAsDouble())) {
        List<Double> more = new ArrayList<>(choice.getItems());
        more.add(common.getAsDouble());
        choice.getItems().setAll(more.stream().sorted().toList());
      }
      choice.setValue(common.isPresent() ? common.getAsDouble() : null);
    } finally {
      following = false;
    }
  }

  private static final class Words extends StringConverter<Double> {
    @Override
    public String toString(Double rate) {
      if (rate == null) {
        return "";
      }
      return rate == 0 ? "0, frozen" : rate == 1 ? "×1, as the rest" : Rates.text(rate);
    }

    @Override
    public Double fromString(String text) {
      throw new UnsupportedOperationException("The choice cannot be typed into.");
    }
  }
}
