package io.thaw.job;

/** Where a run's first weights come from. */
public enum Initialisation {
  /** The model's own parameters; only the head is new. */
  PRETRAINED,
  /** All weights random by He's rule, as the shapes tell. */
  RANDOM
}
