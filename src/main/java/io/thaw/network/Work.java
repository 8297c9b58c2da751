package io.thaw.network;

/**
 * What an engine has to do for one picture, by what limits its speed: multiply-adds where it
 * computes, bytes where it waits for memory.
 *
 * @param dense multiply-adds of convolutions whose outputs read all channels and more than one
 *     position
 * @param pointwise multiply-adds of convolutions of 1 x 1, which read all channels of a position
 * @param grouped multiply-adds of convolutions in groups, depthwise ones among them
 * @param connected multiply-adds of fully connected layers
 * @param normalised bytes that normalisations read and write, in 32-bit floats
 * @param moved bytes that all other layers read and write, and those that convolutions do beside
 *     their multiply-adds
 */
public record Work(
    double dense,
    double pointwise,
    double grouped,
    double connected,
    double normalised,
    double moved) {
  /** Nothing to do. */
  public static final Work NONE = new Work(0, 0, 0, 0, 0, 0);

  /** This work and more. */
  public Work plus(Work other) {
    return new Work(
        dense + other.dense,
        pointwise + other.pointwise,
        grouped + other.grouped,
        connected + other.connected,
        normalised + other.normalised,
        moved + other.moved);
  }

  /** This work so many times. */
  public Work times(double factor) {
    return new Work(
        factor * dense,
        factor * pointwise,
        factor * grouped,
        factor * connected,
        factor * normalised,
        factor * moved);
  }

  /** Bytes that are read and written, nothing else. */
  public static Work moving(double bytes) {
    return new Work(0, 0, 0, 0, 0, bytes);
  }
}
