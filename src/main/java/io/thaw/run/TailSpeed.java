package io.thaw.run;

import io.thaw.catalogue.ModelCard;
import io.thaw.engine.DirectFloats;
import io.thaw.engine.EngineSession;
import io.thaw.engine.Initializer;
import io.thaw.engine.MxTail;
import io.thaw.engine.OptimizerSettings;
import io.thaw.engine.TrainableTail;
import io.thaw.job.BadJobException;
import io.thaw.network.BatchNormRule;
import io.thaw.network.FreezePlan;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layers;
import io.thaw.network.NetworkSplit;
import java.nio.FloatBuffer;
import java.util.Random;

/** How fast the layers that learn take training steps on this machine, on made-up features. */
public final class TailSpeed {
  private static final OptimizerSettings SETTINGS = new OptimizerSettings(false, 0.9, 0);

  private TailSpeed() {}

  /**
   * Measures a tail with random weights.
   *
   * @param freeze as a job names it
   * @param rule what happens to running statistics
   * @param classes of the new head
   * @param batch pictures in a step
   * @param seconds to measure for, after a first step that does not count
   * @return pictures a second
   * @throws BadJobException when {@code freeze} names a layer that there is not
   */
  public static double measure(
      ModelCard model, String freeze, BatchNormRule rule, int classes, int batch, double seconds) {
    NetworkSplit split =
        NetworkSplit.of(model.network(), plan(model, freeze, rule), model.input().shape(), classes);
    try (EngineSession session = EngineSession.open(1);
        TrainableTail tail =
            new MxTail(
                session, split, Initializer.random(split.tail(), split.boundary(), 1), SETTINGS)) {
      FloatBuffer features = features(batch * split.boundary().elements());
      int[] labels = new int[batch];
      step(tail, features, labels, batch);
      long start = System.nanoTime();
      long steps = 0;
      double taken = 0;
      while (taken < seconds) {
        step(tail, features, labels, batch);
        steps++;
        taken = (System.nanoTime() - start) / 1e9;
      }
      return steps * batch / taken;
    }
  }

  private static FreezePlan plan(ModelCard model, String freeze, BatchNormRule rule) {
    try {
      return FreezeSpec.parse(freeze).resolve(Layers.of(model.network()), rule);
    } catch (IllegalArgumentException e) {
      throw new BadJobException(e.getMessage(), e);
    }
  }

  private static void step(TrainableTail tail, FloatBuffer features, int[] labels, int batch) {
    // A rate of nearly nothing: weights that run away would be slow or fast in their own way.
    tail.step(features, labels, batch, 1e-9);
    tail.score();
  }

  private static FloatBuffer features(long count) {
    FloatBuffer features = DirectFloats.allocate(count);
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      features.put(i, Math.max(0, (float) random.nextGaussian()));
    }
    return features;
  }
}
