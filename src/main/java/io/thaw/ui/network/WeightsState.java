package io.thaw.ui.network;

import io.thaw.job.WeightReport;

/** What is known of a model's weights. */
public sealed interface WeightsState {

  /** Nobody asked yet, or there is no model. */
  record NotAsked() implements WeightsState {}

  /** They are being looked at. */
  record Reading() implements WeightsState {}

  /** What they are like. */
  record Known(WeightReport report) implements WeightsState {}

  /**
   * They cannot be told of.
   *
   * @param reason one sentence
   */
  record Missing(String reason) implements WeightsState {}
}
