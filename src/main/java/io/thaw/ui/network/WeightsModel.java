package io.thaw.ui.network;

import io.thaw.job.WeightReport.LayerWeights;
import io.thaw.network.Layer;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The weights of the model that is picked. All properties belong to the FX thread. */
public final class WeightsModel {
  private final ObjectProperty<WeightsState> state =
      new SimpleObjectProperty<>(this, "state", new WeightsState.NotAsked());

  /** What is known of them. */
  public ObjectProperty<WeightsState> state() {
    return state;
  }

  /** What is known of a layer's weights; empty while nothing is. */
  public Optional<LayerWeights> of(Layer layer) {
    return state.get() instanceof WeightsState.Known known
        ? known.report().find(layer.name())
        : Optional.empty();
  }
}
