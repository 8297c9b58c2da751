package io.thaw.job;

import io.thaw.network.Work;

/**
 * How much of each kind of {@link Work} an engine does in a second, on all cores.
 *
 * @param dense multiply-adds of convolutions whose outputs read all channels
 * @param pointwise multiply-adds of such convolutions of 1 x 1
 * @param grouped multiply-adds of convolutions in groups
 * @param connected multiply-adds of fully connected layers
 * @param normalised bytes that normalisations read and write
 * @param moved bytes that all else reads and writes
 */
public record EngineRates(
    double dense,
    double pointwise,
    double grouped,
    double connected,
    double normalised,
    double moved) {
  /**
   * @throws IllegalArgumentException when one is not a positive number
   */
  public EngineRates {
    for (double rate : new double[] {dense, pointwise, grouped, connected, normalised, moved}) {
      if (!(rate > 0 && Double.isFinite(rate))) {
        throw new IllegalArgumentException("A rate must be positive; it is " + rate + ".");
      }
    }
  }

  /** Seconds for a work. */
  public double seconds(Work work) {
    return work.dense() / dense
        + work.pointwise() / pointwise
        + work.grouped() / grouped
        + work.connected() / connected
        + work.normalised() / normalised
        + work.moved() / moved;
  }
}
