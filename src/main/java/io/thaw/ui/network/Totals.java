package io.thaw.ui.network;

import io.thaw.network.BatchNormRule;
import io.thaw.network.FreezePlan;
import io.thaw.network.Layer;
import io.thaw.network.LayerParameter;
import io.thaw.network.ParameterRole;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a freeze plan comes to.
 *
 * @param trainable values that gradients change, those of the head included
 * @param frozen values that stay as they are
 * @param head values of the new head; 0 while the number of classes is not known
 * @param cut where the network is cut, one sentence
 */
record Totals(long trainable, long frozen, long head, String cut) {

  static Totals of(LoadedNetwork network, FreezePlan plan, int classes) {
    if (network == null) {
      return new Totals(0, 0, 0, "");
    }
    boolean adapts = plan.batchNorm() == BatchNormRule.ADAPT_STATISTICS;
    long frozen = sum(network, plan::isFrozen, role -> role.learnable() || !adapts);
    long trained = sum(network, layer -> !plan.isFrozen(layer), ParameterRole::learnable);
    long head = head(network, classes);
    return new Totals(trained + head, frozen, head, sentence(network, plan));
  }

  private static long head(LoadedNetwork network, int classes) {
    return network.features().map(features -> features * classes + classes).orElse(0L);
  }

  private static long sum(
      LoadedNetwork network, Predicate<Layer> which, Predicate<ParameterRole> roles) {
    return network.kept().stream()
        .filter(which)
        .flatMap(layer -> layer.parameters().stream())
        .filter(parameter -> roles.test(parameter.role()))
        .map(LayerParameter::name)
        .distinct()
        .mapToLong(name -> network.parameterSizes().getOrDefault(name, 0L))
        .sum();
  }

  private static String sentence(LoadedNetwork network, FreezePlan plan) {
    return boundary(network, plan)
        .map(layer -> "Everything down to " + layer + " is computed once per picture.")
        .orElse("Nothing can be computed ahead: every picture runs through the whole network.");
  }

  /** The name of the last layer before which everything is frozen and where one can cut. */
  static Optional<String> boundary(LoadedNetwork network, FreezePlan plan) {
    int firstOpen =
        network.kept().stream()
            .filter(layer -> changes(layer, plan))
            .mapToInt(Layer::node)
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    return network.cuts().stream()
        .filter(node -> node < firstOpen && node <= network.featureNode())
        .reduce((first, second) -> second)
        .map(node -> network.network().node(node).name());
  }

  private static boolean changes(Layer layer, FreezePlan plan) {
    boolean statistics = layer.parameters().stream().anyMatch(p -> !p.role().learnable());
    boolean adapts = plan.batchNorm() == BatchNormRule.ADAPT_STATISTICS && statistics;
    return layer.hasParameters() && (!plan.isFrozen(layer) || adapts);
  }
}
