package io.thaw.network;

/** A layer was named that the network does not have. The message suggests the nearest name. */
public final class UnknownLayerException extends BadNetworkException {
  private static final long serialVersionUID = 1L;

  /**
   * @param name what was asked for
   * @param nearest the layer whose name is most like it; empty when the network has no layers
   */
  public UnknownLayerException(String name, String nearest) {
    super(
        "The network has no layer '"
            + name
            + "'"
            + (nearest.isEmpty() ? "." : "; did you mean '" + nearest + "'?"));
  }
}
