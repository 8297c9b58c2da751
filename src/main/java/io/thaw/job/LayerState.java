package io.thaw.job;

/** What a run does with a layer. */
public enum LayerState {
  /** No value of it is changed by gradients. */
  FROZEN,
  /** It learns, from the model's values or from random ones. */
  TRAINABLE,
  /** It is the new head, which always learns. */
  HEAD
}
