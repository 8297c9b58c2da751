package io.thaw.ui.network;

import io.thaw.network.BatchNormRule;
import io.thaw.network.FreezePlan;
import io.thaw.network.Layer;
import io.thaw.network.LayerParameter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a freeze plan comes to, by the rules of {@link io.thaw.network.NetworkSplit} but fast enough
 * for every click.
 *
 * @param trainable values that gradients change, those of the head included
 * @param frozen values that stay as they are
 * @param head values of the new head; 0 while the number of classes is not known
 * @param boundary the layer after which the network is cut; empty when it is not cut
 */
record Totals(long trainable, long frozen, long head, Optional<String> boundary) {

  static Totals of(LoadedNetwork network, FreezePlan plan, int classes) {
    return network == null
        ? new Totals(0, 0, 0, Optional.empty())
        : new Count(network, plan).totals(classes);
  }

  /** Where the network is cut, in words. */
  String cut() {
    return boundary
        .map(layer -> "Everything down to " + layer + " is computed once per picture.")
        .orElse("Nothing can be computed ahead: every picture runs through the whole network.");
  }

  private record Count(LoadedNetwork network, FreezePlan plan) {

    Totals totals(int classes) {
      Set<String> frozen = new HashSet<>();
      Set<String> trainable = new HashSet<>();
      for (Layer layer : network.kept()) {
        for (LayerParameter parameter : layer.parameters()) {
          if (isFixed(layer, parameter)) {
            frozen.add(parameter.name());
          } else if (parameter.role().learnable()) {
            trainable.add(parameter.name());
          }
        }
      }
      // A parameter that a frozen layer shares with a trainable one does not change.
      trainable.removeAll(frozen);
      long head =
          classes == 0
              ? 0
              : network.features().map(features -> features * classes + classes).orElse(0L);
      return new Totals(sum(trainable) + head, sum(frozen), head, boundary());
    }

    private long sum(Set<String> parameters) {
      return parameters.stream()
          .mapToLong(name -> network.parameterSizes().getOrDefault(name, 0L))
          .sum();
    }

    private boolean isFixed(Layer layer, LayerParameter parameter) {
      boolean never = network.fixedParameters().contains(parameter.name());
      if (parameter.role().learnable()) {
        return plan.isFrozen(layer) || never;
      }
      return switch (plan.batchNorm()) {
        case KEEP_STATISTICS -> true;
        case ADAPT_STATISTICS -> false;
        case FOLLOW_LAYER -> plan.isFrozen(layer) || never;
      };
    }

    private Optional<String> boundary() {
      int firstOpen =
          network.kept().stream()
              .filter(this::mayChange)
              .mapToInt(Layer::node)
              .findFirst()
              .orElse(Integer.MAX_VALUE);
      return network.cuts().stream()
          .filter(node -> node < firstOpen && node <= network.featureNode())
          .reduce((first, second) -> second)
          .map(node -> network.network().node(node).name());
    }

    private boolean mayChange(Layer layer) {
      boolean adapts =
          plan.batchNorm() == BatchNormRule.ADAPT_STATISTICS
              && layer.parameters().stream().anyMatch(p -> !p.role().learnable());
      return layer.hasParameters() && (!plan.isFrozen(layer) || adapts);
    }
  }
}
