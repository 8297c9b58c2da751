package io.thaw.network;

import java.util.List;

/** Residual networks of our own. */
public final class ResidualNetworks {
  private ResidualNetworks() {}

  /**
   * A small residual network, with a softmax at its end.
   *
   * @param widths channels of each stage, for example 32, 64, 128, 256
   * @param classes number of classes
   */
  public static Network small(List<Integer> widths, int classes) {
    throw new UnsupportedOperationException();
  }
}
