package io.thaw.ui.network;

import io.thaw.network.FreezePlan;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layer;
import java.util.List;
import java.util.stream.IntStream;

/** Writes a freeze plan as the shortest specification that means the same. */
final class PlanText {
  private PlanText() {}

  static String of(LoadedNetwork network, FreezePlan plan) {
    return spec(network, plan).toString();
  }

  private static FreezeSpec spec(LoadedNetwork network, FreezePlan plan) {
    List<Layer> counting =
        network.kept().stream().filter(layer -> LayerState.counts(network, layer)).toList();
    List<Layer> frozen = counting.stream().filter(plan::isFrozen).toList();
    if (frozen.size() == counting.size()) {
      return new FreezeSpec.All();
    }
    if (frozen.isEmpty()) {
      return new FreezeSpec.None();
    }
    if (frozen.equals(counting.subList(0, frozen.size()))) {
      return new FreezeSpec.Until(lineAfter(network, plan, frozen.get(frozen.size() - 1)));
    }
    return new FreezeSpec.Only(frozen.stream().map(Layer::name).toList());
  }

  /**
   * Where a plan freezes exactly the first layers, the last of them, which may have no parameters:
   * it is the one the user named. Else the last layer that counts.
   */
  private static String lineAfter(LoadedNetwork network, FreezePlan plan, Layer last) {
    List<Layer> all = network.layers().list();
    int size = plan.frozen().size();
    boolean exact =
        size <= all.size() && IntStream.range(0, size).allMatch(i -> plan.isFrozen(all.get(i)));
    return exact ? all.get(size - 1).name() : last.name();
  }
}
