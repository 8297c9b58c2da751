package io.thaw.run;

import io.thaw.job.BadJobException;
import io.thaw.job.JobSpec;
import io.thaw.network.FreezePlan;
import io.thaw.network.FreezeSpec;
import io.thaw.network.LayerRates;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.NetworkSplit;
import java.util.Map;

/**
 * What a job does with the layers of its model.
 *
 * @param layers of the model
 * @param freeze layers that stay as they are: those that the job freezes, and those whose rate it
 *     multiplies by 0
 * @param rates what the rates of the others are multiplied by
 */
record LayerPlan(Layers layers, FreezePlan freeze, LayerRates rates) {
  /**
   * The plan of a job.
   *
   * @throws BadJobException when the job cannot be read, or sets a rate that has no effect
   * @throws io.thaw.network.UnknownLayerException when it names what the network does not have
   */
  static LayerPlan of(JobSpec spec, Network network) {
    Layers layers = Layers.of(network);
    try {
      FreezePlan asked = FreezeSpec.parse(spec.freeze()).resolve(layers, spec.batchNorm());
      LayerRates rates = new LayerRates(spec.rates());
      rates.requireEffect(asked, network, layers);
      return new LayerPlan(layers, rates.freeze(asked, layers), rates);
    } catch (IllegalArgumentException e) {
      throw new BadJobException(e.getMessage(), e);
    }
  }

  /** What the learning rate is multiplied by, by parameter. */
  Map<String, Double> ofParameters(NetworkSplit split) {
    return rates.ofParameters(layers, split);
  }

  /** What the learning rate is multiplied by, by layer of the model; 0 for frozen layers. */
  Map<String, Double> ofLayers() {
    Map<String, Double> resolved = rates.resolve(layers);
    freeze.frozen().forEach(name -> resolved.put(name, 0.0));
    return resolved;
  }

  /** The job, where freezing alone says which layers learn. */
  JobSpec withoutRates(JobSpec spec, Network network) {
    return rates.multipliers().isEmpty()
        ? spec
        : spec.withFreeze(freeze.shortestSpec(network, layers).toString()).withRates(Map.of());
  }
}
