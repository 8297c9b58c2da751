package io.thaw.tuning;

import io.thaw.engine.TrainableTail;
import io.thaw.job.CancelToken;
import io.thaw.job.EpochRecord;
import io.thaw.job.JobEvent;
import io.thaw.job.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The training loop: epochs over cached samples, validation after each. */
public final class TuningLoop {
  private final TrainableTail tail;
  private final Samples train;
  private final Samples validation;
  private final List<String> classes;
  private final TrainingSettings settings;
  private final long seed;
  private final Consumer<JobEvent> events;
  private final CancelToken cancel;
  private final Runnable afterEpoch;
  private final List<EpochRecord> epochs = new ArrayList<>();
  private final float[] batch;
  private final int[] labels;
  private long step;

  /**
   * What a run learned; the tail holds the weights.
   *
   * @param epochs the whole epochs that were trained
   * @param validation of the tail as it is now
   * @param steps taken
   * @param cancelled whether the run ended before its last epoch
   */
  public record Outcome(
      List<EpochRecord> epochs, Validation validation, long steps, boolean cancelled) {}

  /**
   * A loop.
   *
   * @param seed of the order of the pictures and their changes
   * @param afterEpoch called after each validated epoch but the last, for example to save
   */
  public TuningLoop(
      TrainableTail tail,
      Samples train,
      Samples validation,
      List<String> classes,
      TrainingSettings settings,
      long seed,
      Consumer<JobEvent> events,
      CancelToken cancel,
      Runnable afterEpoch) {
    this.tail = tail;
    this.train = train;
    this.validation = validation;
    this.classes = classes;
    this.settings = settings;
    this.seed = seed;
    this.events = events;
    this.cancel = cancel;
    this.afterEpoch = afterEpoch;
    int size = Math.min(settings.batch(), train.count());
    this.batch = new float[Math.multiplyExact(size, train.size())];
    this.labels = new int[size];
  }

  /**
   * Trains until the last epoch or until cancelled.
   *
   * @throws DivergedException when the loss stops being a number
   */
  public Outcome run() {
    long stepsPerEpoch = (train.count() + settings.batch() - 1) / settings.batch();
    long steps = stepsPerEpoch * settings.epochs();
    Schedule schedule = new Schedule(settings.schedule(), settings.effectiveLearningRate(), steps);
    Meter meter = new Meter(steps, events);
    Validation latest = null;
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
      if (!trainEpoch(epoch, schedule, meter)) {
        Validation now = Validation.of(tail, validation, classes);
        return new Outcome(List.copyOf(epochs), now, step, true);
      }
      double trainSeconds = meter.epochSeconds();
      latest = Validation.of(tail, validation, classes);
      record(epoch, latest, schedule, meter, trainSeconds);
      if (epoch < settings.epochs()) {
        afterEpoch.run();
      }
    }
    return new Outcome(List.copyOf(epochs), latest, step, false);
  }

  /** Whether the epoch was finished. */
  private boolean trainEpoch(int epoch, Schedule schedule, Meter meter) {
    meter.startEpoch();
    RandomGenerator random = new SplittableRandom(seed * 1_000_003 + epoch);
    int[] order = shuffled(train.count(), random);
    for (int start = 0; start < order.length; start += labels.length) {
      if (cancel.isCancelled()) {
        return false;
      }
      int filled = Math.min(labels.length, order.length - start);
      fill(order, start, filled, random);
      double rate = schedule.rate(step);
      TrainableTail.Score score = tail.step(batch, labels, filled, rate);
      step++;
      if (!Double.isFinite(score.lossSum())) {
        throw new DivergedException(epoch, schedule.peak());
      }
      meter.step(epoch, step, score, filled, rate, start + filled == order.length);
    }
    return true;
  }

  private void fill(int[] order, int start, int filled, RandomGenerator random) {
    for (int i = 0; i < filled; i++) {
      train.read(order[start + i], random, batch, i * train.size());
      labels[i] = train.label(order[start + i]);
    }
  }

  private static int[] shuffled(int count, RandomGenerator random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  private void record(
      int epoch, Validation result, Schedule schedule, Meter meter, double trainSeconds) {
    EpochRecord record =
        new EpochRecord(
            epoch,
            meter.epochLoss(),
            meter.epochAccuracy(),
            result.loss(),
            result.confusion().accuracy(),
            schedule.rate(step - 1),
            meter.epochSeconds(),
            train.count() / Math.max(1e-9, trainSeconds));
    epochs.add(record);
    events.accept(new JobEvent.EpochDone(record, settings.epochs()));
  }
}
