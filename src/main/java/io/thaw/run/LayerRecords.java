package io.thaw.run;

import io.thaw.job.LayerState;
import io.thaw.job.Report;
import io.thaw.network.Layer;
import io.thaw.network.LayerParameter;
import io.thaw.network.Layers;
import io.thaw.network.NetworkSplit;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a run did with each layer. */
final class LayerRecords {
  private LayerRecords() {}

  /**
   * The layers with parameters of the network as it was trained, in order.
   *
   * @param moved by layer, see {@link io.thaw.tuning.LayerMovement}
   */
  static List<Report.LayerRecord> of(PreparedJob job, Map<String, Double> moved) {
    Map<String, Double> rates = job.plan().ofLayers();
    return Layers.of(job.split().whole()).list().stream()
        .filter(Layer::hasParameters)
        .map(layer -> record(layer, job, rates, moved))
        .toList();
  }

  private static Report.LayerRecord record(
      Layer layer, PreparedJob job, Map<String, Double> rates, Map<String, Double> moved) {
    List<String> names = layer.parameters().stream().map(LayerParameter::name).toList();
    LayerState state = state(names, job.split());
    double rate =
        switch (state) {
          case FROZEN -> 0;
          case TRAINABLE -> rates.getOrDefault(layer.name(), 1.0);
          case HEAD -> 1;
        };
    return new Report.LayerRecord(
        layer.name(), state, rate, moved.get(layer.name()), Sizes.count(job.parameters(), names));
  }

  private static LayerState state(Collection<String> parameters, NetworkSplit split) {
    if (parameters.stream().anyMatch(split.headParameters()::contains)) {
      return LayerState.HEAD;
    }
    return parameters.stream().anyMatch(split.trainableParameters()::contains)
        ? LayerState.TRAINABLE
        : LayerState.FROZEN;
  }
}
