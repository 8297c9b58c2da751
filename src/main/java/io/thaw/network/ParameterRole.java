package io.thaw.network;

/** What an array of numbers does in its layer. */
public enum ParameterRole {
  WEIGHT,
  BIAS,
  GAMMA,
  BETA,
  RUNNING_MEAN,
  RUNNING_VARIANCE,
  OTHER;

  /** Whether gradients change it; running statistics are averages and have no gradient. */
  public boolean learnable() {
    return this != RUNNING_MEAN && this != RUNNING_VARIANCE;
  }
}
