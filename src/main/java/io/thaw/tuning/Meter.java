package io.thaw.tuning;

import io.thaw.engine.TrainableTail;
import io.thaw.job.EpochRecord;
import io.thaw.job.JobEvent;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns the scores of steps into events, and sums them up per epoch. A run begins with up to fifty
 * events a second, so that a short one has a curve to show, and calms down to two a second, so that
 * a long one does not fill the disk.
 */
final class Meter {
  private static final long SHORTEST_NANOS = 20_000_000;
  private static final long LONGEST_NANOS = 500_000_000;
  private static final long EVENTS_PER_RUN_SO_FAR = 1000;

  private final long steps;
  private final long stepsBefore;
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

    void add(TrainableTail.Score score) {
      loss += score.lossSum();
      correct += score.correct();
      pictures += score.count();
    }

    double meanLoss() {
      return loss / Math.max(1, pictures);
    }

    double accuracy() {
      return (double) correct / Math.max(1, pictures);
    }
  }

  /**
   * A meter.
   *
   * @param steps of the whole run
   * @param stepsBefore this part of the run began
   */
  Meter(long steps, long stepsBefore, Consumer<JobEvent> events) {
    this.steps = steps;
    this.stepsBefore = stepsBefore;
    this.events = events;
  }

  /** Begins an epoch, or goes on with it where a position says. */
  void startEpoch(LoopPosition from) {
    epochStart = System.nanoTime() - (long) (from.epochSeconds() * 1e9);
    sinceEpoch = new Sum();
    sinceEpoch.loss = from.lossSum();
    sinceEpoch.correct = from.correct();
    sinceEpoch.pictures = from.pictures();
    sinceEvent = new Sum();
  }

  /** Where the run is, with the sums of the epoch so far. */
  LoopPosition position(int epoch, int batches, long step, List<EpochRecord> epochs) {
    return new LoopPosition(
        epoch,
        batches,
        step,
        epochs,
        sinceEpoch.loss,
        sinceEpoch.correct,
        sinceEpoch.pictures,
        epochSeconds());
  }

  /**
   * Counts a step.
   *
   * @param step from 1 over the whole run
   * @param lastOfEpoch makes sure that no step goes unreported
   */
  void step(int epoch, long step, TrainableTail.Score score, boolean lastOfEpoch) {
    sinceEvent.add(score);
    sinceEpoch.add(score);
    long now = System.nanoTime();
    if (now - last < interval(now) && !lastOfEpoch) {
      return;
    }
    last = now;
    double secondsLeft = (now - runStart) / 1e9 / (step - stepsBefore) * (steps - step);
    events.accept(
        new JobEvent.BatchDone(
            epoch,
            step,
            steps,
            sinceEvent.meanLoss(),
            sinceEvent.accuracy(),
            score.learningRate(),
            imagesPerSecond(now),
            secondsLeft));
    sinceEvent = new Sum();
  }

  private long interval(long now) {
    long grown = (now - runStart) / EVENTS_PER_RUN_SO_FAR;
    return Math.max(SHORTEST_NANOS, Math.min(LONGEST_NANOS, grown));
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
