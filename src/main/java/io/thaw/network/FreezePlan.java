package io.thaw.network;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which layers of a network keep every value they have.
 *
 * <p>Layers without parameters have nothing to keep; whether the plan names them changes nothing.
 *
 * @param frozen names of the frozen layers
 * @param batchNorm what happens to running statistics
 */
public record FreezePlan(Set<String> frozen, BatchNormRule batchNorm) {

  public FreezePlan {
    frozen = Collections.unmodifiableSet(new LinkedHashSet<>(frozen));
  }

  /** Whether the plan names the layer as frozen. */
  public boolean isFrozen(Layer layer) {
    return frozen.contains(layer.name());
  }

  /** This plan with more layers frozen. */
  public FreezePlan withFrozen(Collection<Layer> layers) {
    return changed(layers, Set::add);
  }

  /** This plan with layers made trainable. */
  public FreezePlan withThawed(Collection<Layer> layers) {
    return changed(layers, Set::remove);
  }

  /** This plan with another rule for running statistics. */
  public FreezePlan withBatchNorm(BatchNormRule rule) {
    return new FreezePlan(frozen, rule);
  }

  /**
   * The shortest specification that means the same for the layers with parameters. A classifier
   * that a new head replaces does not count.
   */
  public FreezeSpec shortestSpec(Network network, Layers layers) {
    return FreezeSpecs.shortest(this, network, layers);
  }

  private FreezePlan changed(Collection<Layer> layers, BiConsumer<Set<String>, String> change) {
    Set<String> names = new LinkedHashSet<>(frozen);
    layers.forEach(layer -> change.accept(names, layer.name()));
    return new FreezePlan(names, batchNorm);
  }
}
