package io.thaw.network;

import java.util.List;

/** Finds where a network can be cut at a single tensor. */
public final class CutPoints {
  private CutPoints() {}

  /**
   * The operators whose single output every path from the picture to the head passes through.
   *
   * @return node indices, in order; the head itself is the last
   */
  public static List<Integer> of(Network network) {
    throw new UnsupportedOperationException();
  }
}
