package io.thaw.tuning;

import io.thaw.job.RateSchedule;

/**
 * The learning rate of each step.
 *
 * @param kind constant, or a warm-up followed by half a cosine (Loshchilov and Hutter, 2017)
 * @param peak the largest rate
 * @param steps of the whole run
 */
record Schedule(RateSchedule kind, double peak, long steps) {
  private static final double WARM_UP = 0.05;

  /** The rate of a step, counted from 0. */
  double rate(long step) {
    if (kind == RateSchedule.CONSTANT) {
      return peak;
    }
    long warmUp = Math.round(WARM_UP * steps);
    if (step < warmUp) {
      return peak * (step + 1) / warmUp;
    }
    double part = (double) (step - warmUp) / Math.max(1, steps - warmUp);
    return peak * 0.5 * (1 + Math.cos(Math.PI * part));
  }
}
