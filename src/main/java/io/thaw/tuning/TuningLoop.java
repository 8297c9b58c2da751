package io.thaw.tuning;

import io.thaw.engine.TrainableTail;
import io.thaw.job.CancelToken;
import io.thaw.job.EpochRecord;
import io.thaw.job.JobEvent;
import io.thaw.job.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator.SplittableGenerator;

/** The training loop: epochs over cached samples, validation after each. */
public final class TuningLoop {
  /** Enough that the engine never waits for us, and few enough that a stop comes soon. */
  private static final int IN_FLIGHT = 2;

  private final TrainableTail tail;
  private final Samples train;
  private final Samples validation;
  private final List<String> classes;
  private final TrainingSettings settings;
  private final long seed;
  private final EpochOrder order;
  private final Consumer<JobEvent> events;
  private final CancelToken cancel;
  private final Keeper keeper;
  private final LayerMovement movement;
  private final Optional<SmallStart> smallStart;
  private final List<EpochRecord> epochs = new ArrayList<>();
  private long asked;
  private long step;

  /**
   * What a run learned; the tail holds the weights.
   *
   * @param epochs the whole epochs that were trained
   * @param validation of the tail as it is now
   * @param steps taken
   * @param cancelled whether the run ended before its last epoch
   * @param moved how far each layer of the tail as it is now moved, see {@link LayerMovement#of}
   */
  public record Outcome(
      List<EpochRecord> epochs,
      Validation validation,
      long steps,
      boolean cancelled,
      Map<String, Double> moved) {}

  /**
   * A loop.
   *
   * @param settings with a learning rate, see {@link AutomaticRate}
   * @param seed of the order of the pictures and their changes
   * @param smallStart smaller pictures for the first epochs; empty for the same in all
   * @param movement measured after each epoch
   * @param keeper offered the state, so that the run can be gone on with
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
      Optional<SmallStart> smallStart,
      LayerMovement movement,
      Keeper keeper) {
    this.movement = movement;
    this.smallStart = smallStart;
    this.tail = tail;
    this.train = train;
    this.validation = validation;
    this.classes = classes;
    this.settings = settings;
    this.seed = seed;
    this.order = EpochOrder.of(train, settings.balance(), seed);
    this.events = events;
    this.cancel = cancel;
    this.keeper = keeper;
  }

  /**
   * Trains until the last epoch or until cancelled.
   *
   * @throws DivergedException when the loss stops being a number
   */
  public Outcome run() {
    return run(LoopPosition.START);
  }

  /**
   * Goes on where a loop with the same arguments was, to the same end.
   *
   * @throws IllegalArgumentException when the state is of another tail
   * @throws DivergedException when the loss stops being a number
   */
  public Outcome resume(LoopState from) {
    tail.restore(from.tail());
    epochs.addAll(from.position().epochs());
    step = from.position().steps();
    asked = step;
    return run(from.position());
  }

  private Outcome run(LoopPosition start) {
    long steps = stepsPerEpoch() * settings.epochs();
    Schedule schedule =
        new Schedule(settings.schedule(), settings.learningRate(), steps, settings.warmUp());
    Meter meter = new Meter(steps, start.steps(), events);
    try (Batches batches = new Batches(train, settings.batch());
        Batches small = smallBatches();
        Batches toCheck = new Batches(validation, Validation.BATCH)) {
      Validation latest = null;
      LoopPosition from = start;
      for (int epoch = start.epoch(); epoch <= settings.epochs(); epoch++) {
        boolean whole = trainEpoch(from, sized(epoch, small, batches), schedule, meter);
        smallStart.ifPresent(it -> tail.resize(it.full()));
        if (!whole) {
          return outcome(validate(toCheck), true);
        }
        double trainSeconds = meter.epochSeconds();
        latest = validate(toCheck);
        record(epoch, latest, schedule, meter, trainSeconds);
        from = LoopPosition.startOf(epoch + 1, step, epochs);
        if (epoch < settings.epochs() && keeper.wants(Keeper.Moment.EPOCH)) {
          keeper.keep(Keeper.Moment.EPOCH, new LoopState(from, tail.state()));
        }
      }
      return outcome(latest, false);
    }
  }

  private Outcome outcome(Validation latest, boolean cancelled) {
    return new Outcome(List.copyOf(epochs), latest, step, cancelled, movement.of(tail));
  }

  /** Null where pictures do not grow. */
  private Batches smallBatches() {
    return smallStart.map(it -> new Batches(it.train(), settings.batch())).orElse(null);
  }

  /** The batches of an epoch; the tail learns what comes. */
  private Batches sized(int epoch, Batches small, Batches full) {
    if (smallStart.isEmpty() || !smallStart.get().holds(epoch)) {
      return full;
    }
    tail.resize(smallStart.get().small());
    return small;
  }

  private Validation validate(Batches batches) {
    return Validation.of(tail, validation, batches, classes);
  }

  /** Whether the epoch was finished. */
  private boolean trainEpoch(LoopPosition from, Batches batches, Schedule schedule, Meter meter) {
    int epoch = from.epoch();
    int taken = from.batches();
    meter.startEpoch(from);
    SplittableGenerator random = new SplittableRandom(seed * 1_000_003 + epoch);
    batches.start(order.of(epoch, random), random, taken);
    for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
      if (cancel.isCancelled()) {
        offer(Keeper.Moment.CANCELLED, epoch, taken, schedule, meter);
        takeScores(0, epoch, schedule, meter);
        return false;
      }
      tail.step(batch.data(), batch.labels(), batch.targets(), batch.count(), schedule.rate(asked));
      asked++;
      taken++;
      takeScores(IN_FLIGHT, epoch, schedule, meter);
      offer(Keeper.Moment.STEP, epoch, taken, schedule, meter);
    }
    takeScores(0, epoch, schedule, meter);
    return true;
  }

  private void offer(Keeper.Moment moment, int epoch, int taken, Schedule schedule, Meter meter) {
    if (keeper.wants(moment)) {
      takeScores(0, epoch, schedule, meter);
      keeper.keep(moment, new LoopState(meter.position(epoch, taken, step, epochs), tail.state()));
    }
  }

  /** Waits until no more than so many steps are under way. */
  private void takeScores(int left, int epoch, Schedule schedule, Meter meter) {
    while (tail.pending() > left) {
      TrainableTail.Score score = tail.score();
      step++;
      if (!Double.isFinite(score.lossSum())) {
        throw new DivergedException(epoch, schedule.peak());
      }
      meter.step(epoch, step, score, step == (long) epoch * stepsPerEpoch());
    }
  }

  private long stepsPerEpoch() {
    return (train.count() + settings.batch() - 1) / settings.batch();
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
    events.accept(new JobEvent.LayersMoved(epoch, movement.of(tail)));
  }
}
