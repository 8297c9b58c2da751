package io.thaw.tuning;

import io.thaw.job.RateSchedule;

/**
 * The learning rate of each step.
 *
 * @param kind constant, or a warm-up followed by half a cosine (Loshchilov and Hutter, 2017)
 * @param peak the largest rate
 * @param steps of the whole run
 * @param warmUp share of the steps in which the cosine rises to its peak
 */
record Schedule(RateSchedule kind, double peak, long steps, double warmUp) {
  /** The rate of a step, counted from 0. */
  double rate(long step) {
    if (kind == RateSchedule.CONSTANT) {
      return peak;
    }
    long rising = Math.round(warmUp * steps);
    if (step < rising) {
      return peak * (step + 1) / rising;
    }
    double part = (double) (step - rising) / Math.max(1, steps - rising);
    return peak * 0.5 * (1 + Math.cos(Math.PI * part));
  }
}
