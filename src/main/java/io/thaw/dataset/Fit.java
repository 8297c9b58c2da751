package io.thaw.dataset;

/** How a picture of any shape becomes one of the network's input size. */
public enum Fit {
  /** Both sides are resized to the target; the aspect ratio changes. */
  STRETCH,
  /** The picture is resized until it just covers the target; the centre is kept. */
  CROP;

  /** What a model's card says in one word: whether pictures are cut, or else stretched. */
  public static Fit of(boolean centreCrop) {
    return centreCrop ? CROP : STRETCH;
  }
}
