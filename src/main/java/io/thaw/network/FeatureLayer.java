package io.thaw.network;

/** Finds where the old classifier begins. */
public final class FeatureLayer {
  private FeatureLayer() {}

  /**
   * The operator whose output the classifier reads: the last layer with a weight is the classifier;
   * from its input, flatten and dropout are stepped over.
   *
   * @return index of an operator, one of {@link CutPoints#of}
   * @throws BadNetworkException if there is no classifier, if it reads the picture itself, or if
   *     the features are not a single tensor that everything passes through
   */
  public static int find(Network network) {
    throw new UnsupportedOperationException();
  }
}
