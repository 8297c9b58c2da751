package io.thaw.dataset;

/** How a picture of any shape becomes one of the network's input size. */
public enum Fit {
  /** Both sides are resized to the target; the aspect ratio changes. */
  STRETCH,
  /** The picture is resized until it just covers the target; the centre is kept. */
  CROP
}
