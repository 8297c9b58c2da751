package io.thaw.run;

import io.thaw.engine.DirectFloats;
import io.thaw.engine.EngineSession;
import io.thaw.engine.Initializer;
import io.thaw.job.MachineSpeed;
import io.thaw.job.Processor;
import io.thaw.network.Network;
import io.thaw.network.TensorShape;
import io.thaw.network.Work;
import io.thaw.tuning.cache.HalfFloat;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Measures how fast this machine is: small networks with random weights in the real engines, and
 * pictures made for it in the real reader. Takes some seconds, in which nothing else should run; to
 * be done in a process of its own, because loading the engines is part of it.
 */
public final class Calibration {
  /** Pixels of a side, large enough that a batch does not stay in the processor's caches. */
  public static final int SIDE = 192;

  private static final int HEAD_STEPS = 40;
  private static final int FEATURES = 1_000_000;

  private final List<RateSolver.Timed> frozen = new ArrayList<>();
  private final List<RateSolver.Timed> forward = new ArrayList<>();
  private final List<RateSolver.Timed> backward = new ArrayList<>();
  private final TensorShape picture;
  private double firstByte;

  private Calibration(TensorShape picture) {
    this.picture = picture;
  }

  /**
   * Measures.
   *
   * @param side pixels of the networks' pictures: {@link #SIDE}, or fewer, at least 96, to be done
   *     sooner with rates that are less exact
   * @throws IOException when pictures cannot be written to the system's folder for temporary files
   */
  public static MachineSpeed measure(int side) throws IOException {
    long start = System.nanoTime();
    try (EngineSession session = EngineSession.open(1)) {
      return new Calibration(TensorShape.of(3, side, side)).measure(session, seconds(start));
    }
  }

  private MachineSpeed measure(EngineSession session, double start) throws IOException {
    EngineTrial tiny =
        new EngineTrial(session, SyntheticNetworks.tiny(), SyntheticNetworks.TINY_PICTURE);
    EngineTrial.Frozen small = tiny.frozen();
    EngineTrial.Tail head = tiny.head(HEAD_STEPS);
    long worker = PeakMemory.resident();
    double parameter = parameter();
    for (Network network : SyntheticNetworks.all()) {
      add(new EngineTrial(session, network, picture), small, head);
    }
    MachineSpeed.Fixed fixed =
        new MachineSpeed.Fixed(
            start + head.setUp(),
            small.open(),
            firstByte,
            small.batch(),
            head.step(),
            head.check(),
            parameter,
            feature());
    return new MachineSpeed(
        MachineSpeed.VERSION,
        Processor.name(),
        Runtime.getRuntime().availableProcessors(),
        RateSolver.solve(frozen),
        RateSolver.solve(forward),
        RateSolver.solve(backward),
        fixed,
        new DecodingTrial().measure(),
        worker,
        Runtime.getRuntime().maxMemory());
  }

  private void add(EngineTrial trial, EngineTrial.Frozen small, EngineTrial.Tail head) {
    EngineTrial.Frozen cut = trial.frozen();
    frozen.add(
        timed(
            cut.work().frozen(),
            MachineSpeed.FROZEN_BATCH,
            cut.batch() - small.batch(),
            cut.batch()));
    EngineTrial.Tail whole = trial.whole();
    double forwards = whole.check() - head.check();
    double backwards = whole.step() - head.step() - forwards;
    forward.add(timed(whole.work().forward(), EngineTrial.BATCH, forwards, whole.check()));
    backward.add(timed(whole.work().backward(), EngineTrial.BATCH, backwards, whole.step()));
    if (firstByte == 0) {
      // Later networks find the memory that this one was given.
      firstByte = whole.setUp() / ((double) EngineTrial.BATCH * whole.work().tailBytes());
    }
  }

  /** Per picture; noise must not leave less than nothing. */
  private static RateSolver.Timed timed(Work work, int batch, double seconds, double all) {
    return new RateSolver.Timed(work, Math.max(seconds, all / 10) / batch);
  }

  private double parameter() {
    Network network = SyntheticNetworks.connected();
    long start = System.nanoTime();
    long count =
        Initializer.random(network, picture, 1).values().stream()
            .mapToLong(it -> it.shape().elements())
            .sum();
    return seconds(start) / count;
  }

  private static double feature() {
    FloatBuffer values = DirectFloats.allocate(FEATURES);
    Random random = new Random(1);
    for (int i = 0; i < FEATURES; i++) {
      values.put(i, random.nextFloat());
    }
    HalfFloat.round(values, 0, FEATURES);
    long start = System.nanoTime();
    HalfFloat.round(values, 0, FEATURES);
    return seconds(start) / FEATURES;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
