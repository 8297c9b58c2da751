package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.thaw.dataset.LabeledImage;
import io.thaw.engine.EngineSession;
import io.thaw.engine.Initializer;
import io.thaw.engine.MxTail;
import io.thaw.engine.OptimizerSettings;
import io.thaw.engine.TailState;
import io.thaw.engine.Tensor;
import io.thaw.engine.TrainableTail;
import io.thaw.job.CancelToken;
import io.thaw.job.EpochRecord;
import io.thaw.job.TrainingSettings;
import io.thaw.job.Untimed;
import io.thaw.network.BatchNormRule;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.NetworkBuilder;
import io.thaw.network.NetworkSplit;
import io.thaw.network.ResidualNetworks;
import io.thaw.network.TensorShape;
import io.thaw.tuning.checkpoint.Checkpoint;
import io.thaw.tuning.checkpoint.CheckpointFolder;
import io.thaw.tuning.checkpoint.Fingerprint;
import io.thaw.tuning.checkpoint.History;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loop in the real engine, gone on with after each of its steps. */
class TuningLoopTest {
  private static final TensorShape INPUT = TensorShape.of(3, 16, 16);
  private static final List<String> CLASSES = List.of("a", "b", "c");
  private static final Fingerprint ANY =
      new Fingerprint(JsonNodeFactory.instance.objectNode(), "", "", "");
  private static final int STEPS_PER_EPOCH = 4;
  private static final int EPOCHS = 3;

  @TempDir private Path folder;

  /** Noise around a value for each class, and other noise at each reading. */
  private record Noise(int count) implements Samples {
    @Override
    public List<LabeledImage> images() {
      return List.of();
    }

    @Override
    public int label(int index) {
      return index % CLASSES.size();
    }

    @Override
    public int size() {
      return (int) INPUT.elements();
    }

    @Override
    public void read(int[] indices, int from, int count, RandomGenerator random, FloatBuffer into) {
      for (int i = 0; i < count; i++) {
        Random own = new Random(indices[from + i]);
        float drawn = random == null ? 0 : (float) random.nextGaussian();
        for (int k = 0; k < size(); k++) {
          into.put(i * size() + k, (float) own.nextGaussian() + label(indices[from + i]) + drawn);
        }
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  /** Keeps every state through a file. */
  private final class All implements Keeper {
    final List<LoopState> states = new ArrayList<>();

    @Override
    public boolean wants(Moment moment) {
      return true;
    }

    @Override
    public void keep(Moment moment, LoopState state) {
      try {
        CheckpointFolder files = new CheckpointFolder(folder.resolve("checkpoints"));
        files.write(new Checkpoint(ANY, History.NONE, state));
        states.add(files.newest(damaged -> {}).orElseThrow().state());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private record Ended(
      TailState tail, List<EpochRecord> epochs, double valLoss, Map<String, Double> moved) {}

  private static Network dropping() {
    return new NetworkBuilder()
        .plainConvolution("stem_fwd", 8, 3, 2, 1)
        .batchNorm("norm_fwd")
        .relu("stem_relu")
        .dropout("drop", 0.5)
        .plainConvolution("second_fwd", 8, 3, 2, 1)
        .relu("second_relu")
        .globalPool("pool")
        .flatten("flat")
        .fullyConnected("output_fwd", 10)
        .build();
  }

  private static NetworkSplit split(String network) {
    Network source =
        network.equals("dropping") ? dropping() : ResidualNetworks.small(List.of(4, 8), 10);
    return NetworkSplit.of(
        source,
        FreezeSpec.parse("none").resolve(Layers.of(source), BatchNormRule.FOLLOW_LAYER),
        INPUT,
        CLASSES.size());
  }

  private Ended train(String network, boolean adam, Keeper keeper, LoopState from) {
    NetworkSplit split = split(network);
    Map<String, Tensor> parameters = Initializer.random(split.whole(), INPUT, 5);
    TrainingSettings settings =
        TrainingSettings.DEFAULT.withEpochs(EPOCHS).withBatch(4).withLearningRate(0.01);
    try (EngineSession session = EngineSession.open(11);
        TrainableTail tail =
            new MxTail(session, split, parameters, new OptimizerSettings(adam, 0.9, 1e-3))) {
      TuningLoop loop =
          new TuningLoop(
              tail,
              new Noise(4 * STEPS_PER_EPOCH - 1),
              new Noise(5),
              CLASSES,
              settings,
              3,
              event -> {},
              new CancelToken(),
              Optional.empty(),
              new LayerMovement(split, parameters),
              keeper);
      TuningLoop.Outcome outcome = from == null ? loop.run() : loop.resume(from);
      assertThat(outcome.steps()).isEqualTo(EPOCHS * STEPS_PER_EPOCH);
      return new Ended(
          tail.state(), outcome.epochs(), outcome.validation().loss(), outcome.moved());
    }
  }

  private static final Keeper NOTHING =
      new Keeper() {
        @Override
        public boolean wants(Moment moment) {
          return false;
        }

        @Override
        public void keep(Moment moment, LoopState state) {
          throw new AssertionError("A state that nobody wanted.");
        }
      };

  private static void assertSame(Ended one, Ended other) {
    assertThat(Untimed.epochs(other.epochs())).isEqualTo(Untimed.epochs(one.epochs()));
    assertThat(other.valLoss()).isEqualTo(one.valLoss());
    assertThat(other.moved()).isEqualTo(one.moved()).isNotEmpty().doesNotContainValue(0.0);
    assertThat(other.tail().steps()).isEqualTo(one.tail().steps());
    assertThat(other.tail().parameters().keySet()).isEqualTo(one.tail().parameters().keySet());
    one.tail()
        .parameters()
        .forEach(
            (name, tensor) ->
                assertThat(tensor.differences(other.tail().parameters().get(name)))
                    .as(name)
                    .isZero());
    one.tail()
        .optimizer()
        .forEach(
            (name, list) -> {
              for (int i = 0; i < list.size(); i++) {
                assertThat(list.get(i).differences(other.tail().optimizer().get(name).get(i)))
                    .as(name)
                    .isZero();
              }
            });
  }

  @ParameterizedTest
  @CsvSource({"residual, false", "residual, true", "dropping, false"})
  void theResultIsTheSameFromWhicheverStepItIsGoneOnWith(String network, boolean adam) {
    Ended whole = train(network, adam, NOTHING, null);
    All all = new All();
    assertSame(whole, train(network, adam, all, null));

    assertThat(all.states).hasSize(EPOCHS * STEPS_PER_EPOCH + EPOCHS - 1);
    for (LoopState state : all.states) {
      assertSame(whole, train(network, adam, NOTHING, state));
    }
  }

  @Test
  void aStateOfAnotherUpdateRuleIsRefused() {
    All all = new All();
    train("residual", true, all, null);

    assertThatThrownBy(() -> train("residual", false, NOTHING, all.states.get(0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> train("dropping", true, NOTHING, all.states.get(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
