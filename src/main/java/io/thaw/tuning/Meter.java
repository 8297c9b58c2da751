package io.thaw.tuning;

import io.thaw.engine.TrainableTail;
import io.thaw.job.JobEvent;
import java.util.function.Consumer;

/** Turns the scores of steps into events, at most ten a second, and sums them up per epoch. */
final class Meter {
  private static final long INTERVAL_NANOS = 100_000_000;

  private final long steps;
  private final Consumer<JobEvent> events;
  private final long runStart = System.nanoTime();
  private long epochStart;
  private long last = runStart;
  private Sum sinceEvent = new Sum();
  private Sum sinceEpoch = new Sum();

  private static final class Sum {
    double loss;
    long correct;
    long pictures;

    void add(TrainableTail.Score score, int count) {
      loss += score.lossSum();
      correct += score.correct();
      pictures += count;
    }

    double meanLoss() {
      return loss / Math.max(1, pictures);
    }

    double accuracy() {
      return (double) correct / Math.max(1, pictures);
    }
  }

  Meter(long steps, Consumer<JobEvent> events) {
    this.steps = steps;
    this.events = events;
  }

  void startEpoch() {
    epochStart = System.nanoTime();
    sinceEpoch = new Sum();
    sinceEvent = new Sum();
  }

  /**
   * Counts a step.
   *
   * @param step from 1 over the whole run
   * @param lastOfEpoch makes sure that no step goes unreported
   */
  void step(
      int epoch,
      long step,
      TrainableTail.Score score,
      int count,
      double rate,
      boolean lastOfEpoch) {
    sinceEvent.add(score, count);
    sinceEpoch.add(score, count);
    long now = System.nanoTime();
    if (now - last < INTERVAL_NANOS && !lastOfEpoch) {
      return;
    }
    last = now;
    double secondsLeft = (now - runStart) / 1e9 / step * (steps - step);
    events.accept(
        new JobEvent.BatchDone(
            epoch,
            step,
            steps,
            sinceEvent.meanLoss(),
            sinceEvent.accuracy(),
            rate,
            imagesPerSecond(now),
            secondsLeft));
    sinceEvent = new Sum();
  }

  private double imagesPerSecond(long now) {
    return sinceEpoch.pictures / Math.max(1e-9, (now - epochStart) / 1e9);
  }

  /** Seconds since the epoch began. */
  double epochSeconds() {
    return (System.nanoTime() - epochStart) / 1e9;
  }

  double epochLoss() {
    return sinceEpoch.meanLoss();
  }

  double epochAccuracy() {
    return sinceEpoch.accuracy();
  }
}
