package io.thaw.job;

/** How the learning rate changes over a run. */
public enum RateSchedule {
  /** The same rate at every step. */
  CONSTANT,
  /** Rises over the first twentieth of the steps, then falls to 0 along a half cosine. */
  COSINE
}
