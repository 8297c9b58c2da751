package io.thaw.run;

import io.thaw.engine.DirectFloats;
import io.thaw.engine.EngineSession;
import io.thaw.engine.FrozenRunner;
import io.thaw.engine.FrozenRunners;
import io.thaw.engine.Initializer;
import io.thaw.engine.MxTail;
import io.thaw.engine.OptimizerSettings;
import io.thaw.engine.Tensor;
import io.thaw.engine.TrainableTail;
import io.thaw.job.MachineSpeed;
import io.thaw.network.BatchNormRule;
import io.thaw.network.FreezePlan;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.NetworkSplit;
import io.thaw.network.NetworkWork;
import io.thaw.network.PlanWork;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/** Runs a network with random weights through the engines, and looks at the clock. */
final class EngineTrial {
  /** Runs learn from as many pictures at a time, unless they are told otherwise. */
  static final int BATCH = MachineSpeed.CHECK_BATCH;

  private static final int CLASSES = 8;
  private static final int COMPARED = 4;
  private static final int REPEATS = 4;
  private static final OptimizerSettings SETTINGS = new OptimizerSettings(false, 0.9, 0);

  /** A rate of nearly nothing: weights that run away would be slow or fast in their own way. */
  private static final double RATE = 1e-9;

  private final EngineSession session;
  private final Network network;
  private final TensorShape input;
  private final FloatBuffer pictures;

  EngineTrial(EngineSession session, Network network, TensorShape input) {
    this.session = session;
    this.network = network;
    this.input = input;
    this.pictures = noise(MachineSpeed.FROZEN_BATCH * input.elements());
  }

  private static FloatBuffer noise(long count) {
    FloatBuffer values = DirectFloats.allocate(count);
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      values.put(i, (float) random.nextGaussian());
    }
    return values;
  }

  /**
   * Times of the frozen layers.
   *
   * @param open seconds until the engine had taken the network
   * @param batch seconds of a batch
   */
  record Frozen(PlanWork work, double open, double batch) {}

  /** All layers but the head, frozen. */
  Frozen frozen() {
    FreezePlan plan = plan("all");
    NetworkSplit split = NetworkSplit.of(network, plan, input, CLASSES);
    Map<String, Tensor> parameters = Initializer.random(split.whole(), input, 1);
    long start = System.nanoTime();
    FrozenRunners.Opened opened =
        FrozenRunners.open(
            session, split.prefix(), parameters, input, split.boundary(), pictures, COMPARED);
    try (FrozenRunner runner = opened.runner()) {
      double open = since(start);
      FloatBuffer features =
          DirectFloats.allocate(MachineSpeed.FROZEN_BATCH * split.boundary().elements());
      double[] batches = times(() -> runner.run(pictures, MachineSpeed.FROZEN_BATCH, features));
      return new Frozen(work(plan), open, median(batches));
    }
  }

  /**
   * Times of a tail.
   *
   * @param step seconds of a step
   * @param check seconds of a batch in validation
   * @param setUp seconds that the first of each took longer
   */
  record Tail(PlanWork work, double step, double check, double setUp) {}

  /** All layers learn. */
  Tail whole() {
    return tail(plan("none"), BATCH, 1);
  }

  /**
   * Only the head learns, on batches as in a run.
   *
   * @param steps that follow one another before the clock is looked at
   */
  Tail head(int steps) {
    return tail(plan("all"), MachineSpeed.CHECK_BATCH, steps);
  }

  private Tail tail(FreezePlan plan, int batch, int steps) {
    NetworkSplit split = NetworkSplit.of(network, plan, input, CLASSES);
    Map<String, Tensor> parameters = Initializer.random(split.tail(), split.boundary(), 1);
    FloatBuffer features = noise(batch * split.boundary().elements());
    int[] labels = new int[batch];
    try (TrainableTail tail = new MxTail(session, split, parameters, SETTINGS)) {
      double[] stepTimes = times(() -> steps(tail, features, labels, steps));
      double[] checkTimes = times(() -> tail.logits(features, batch));
      double step = median(stepTimes);
      double check = median(checkTimes);
      double setUp = Math.max(0, stepTimes[0] - step) + Math.max(0, checkTimes[0] - check);
      return new Tail(work(plan), step / steps, check, setUp);
    }
  }

  /** As the training loop does: the next step is asked for before the last one's score. */
  private static void steps(TrainableTail tail, FloatBuffer features, int[] labels, int count) {
    for (int i = 0; i < count; i++) {
      tail.step(features, labels, labels.length, RATE);
      if (tail.pending() > 1) {
        tail.score();
      }
    }
    while (tail.pending() > 0) {
      tail.score();
    }
  }

  private PlanWork work(FreezePlan plan) {
    return NetworkWork.of(network, input).of(plan, CLASSES);
  }

  private FreezePlan plan(String freeze) {
    return FreezeSpec.parse(freeze).resolve(Layers.of(network), BatchNormRule.FOLLOW_LAYER);
  }

  private static double[] times(Runnable work) {
    double[] times = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      work.run();
      times[i] = since(start);
    }
    return times;
  }

  /** Without the first, which prepares. */
  private static double median(double[] times) {
    double[] sorted = Arrays.copyOfRange(times, 1, times.length);
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
