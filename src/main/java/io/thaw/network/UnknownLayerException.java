package io.thaw.network;

/** A layer was named that the network does not have. The message suggests the nearest name. */
public final class UnknownLayerException extends BadNetworkException {
  private static final long serialVersionUID = 1L;

  /**
   * @param name what was asked for
   * @param nearest the layer whose name is most like it; empty when the network has no layers
   */
  public UnknownLayerException(String name, String nearest) {
    this("layer", name, nearest);
  }

  private UnknownLayerException(String what, String name, String nearest) {
    super(
        "The network has no %s '%s'%s"
            .formatted(what, name, nearest.isEmpty() ? "." : "; did you mean '" + nearest + "'?"));
  }

  /**
   * Where groups may be named as well.
   *
   * @param nearest the layer or group whose name is most like it; empty when there is none
   */
  static UnknownLayerException norGroup(String name, String nearest) {
    return new UnknownLayerException("layer or group", name, nearest);
  }
}
