package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.thaw.network.BatchNormRule;
import io.thaw.network.FreezePlan;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.NetworkSplit;
import io.thaw.network.Node;
import io.thaw.network.ResidualNetworks;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The split network in the real engine: what is frozen stays, what learns moves. */
class SplitTrainingTest {
  private static final TensorShape INPUT = TensorShape.of(3, 32, 32);
  private static final int COUNT = 6;
  private static final OptimizerSettings SGD = new OptimizerSettings(false, 0.9, 1e-2);

  private final Network source = ResidualNetworks.small(List.of(4, 8, 8), 10);

  private NetworkSplit split(String spec, BatchNormRule rule) {
    FreezePlan plan = FreezeSpec.parse(spec).resolve(Layers.of(source), rule);
    return NetworkSplit.of(source, plan, INPUT, 3);
  }

  private Map<String, Tensor> parameters(NetworkSplit split) {
    Map<String, Tensor> parameters = new HashMap<>(Initializer.random(split.whole(), INPUT, 5));
    Random random = new Random(1);
    // Running statistics of 0 and 1 would hide a layer that uses the batch's own.
    parameters.replaceAll(
        (name, tensor) -> name.contains("running") ? jittered(tensor, random) : tensor);
    return parameters;
  }

  private static Tensor jittered(Tensor tensor, Random random) {
    float[] values = tensor.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.2f * random.nextFloat();
    }
    return new Tensor(tensor.shape(), values);
  }

  private static float[] pictures() {
    float[] values = new float[Math.toIntExact(COUNT * INPUT.elements())];
    Random random = new Random(2);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] values(FrozenRunner runner, float[] pictures) {
    FloatBuffer input = DirectFloats.allocate(pictures.length).put(0, pictures);
    FloatBuffer output = DirectFloats.allocate(COUNT * runner.boundary().elements());
    runner.run(input, COUNT, output);
    float[] values = new float[output.capacity()];
    output.get(values);
    return values;
  }

  private static FloatBuffer direct(float[] values) {
    return DirectFloats.allocate(values.length).put(0, values);
  }

  private static TrainableTail.Score step(
      TrainableTail tail, float[] features, int[] labels, double rate) {
    tail.step(direct(features), labels, COUNT, rate);
    return tail.score();
  }

  private static float[] logits(TrainableTail tail, float[] features) {
    return tail.logits(direct(features), COUNT);
  }

  private static float[] boundary(
      EngineSession session, NetworkSplit split, Map<String, Tensor> parameters) {
    if (!split.hasPrefix()) {
      return pictures();
    }
    try (FrozenRunner prefix =
        new MxFrozenRunner(session, split.prefix(), parameters, INPUT, split.boundary())) {
      return values(prefix, pictures());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"all", "none", "until:stage2_block1_add", "layers:stage2_block1_conv1_fwd"})
  void prefixAndTailTogetherAreTheWholeNetwork(String spec) {
    NetworkSplit split = split(spec, BatchNormRule.FOLLOW_LAYER);
    Map<String, Tensor> parameters = parameters(split);
    try (EngineSession session = EngineSession.open(1);
        TrainableTail tail = new MxTail(session, split, parameters, SGD);
        FrozenRunner whole =
            new MxFrozenRunner(session, split.whole(), parameters, INPUT, TensorShape.of(3))) {
      float[] logits = tail.logits(direct(boundary(session, split, parameters)), COUNT);
      float[] probabilities = values(whole, pictures());

      for (int i = 0; i < COUNT; i++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += Math.exp(logits[3 * i + k]);
        }
        for (int k = 0; k < 3; k++) {
          assertThat(Math.exp(logits[3 * i + k]) / sum)
              .isCloseTo(probabilities[3 * i + k], within(1e-4));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all",
        "none",
        "until:stage2_block1_add",
        "until:stage2_block1_conv1_fwd",
        "layers:stage2_block1_batchnorm1_fwd,stage3_block1_conv1_fwd"
      })
  void threeStepsChangeWhatLearnsAndNothingElse(String spec) {
    for (BatchNormRule rule : BatchNormRule.values()) {
      NetworkSplit split = split(spec, rule);
      Map<String, Tensor> before = parameters(split);
      Map<String, Tensor> after = trained(split, before);

      assertThat(after.keySet()).isEqualTo(split.tailParameters());
      for (String name : after.keySet()) {
        long changed = after.get(name).differences(before.get(name));
        if (split.frozenParameters().contains(name)) {
          assertThat(changed).as("%s %s frozen %s", spec, rule, name).isZero();
        } else {
          assertThat(changed).as("%s %s learns %s", spec, rule, name).isPositive();
        }
      }
    }
  }

  private static Map<String, Tensor> trained(NetworkSplit split, Map<String, Tensor> parameters) {
    try (EngineSession session = EngineSession.open(1);
        TrainableTail tail = new MxTail(session, split, parameters, SGD)) {
      float[] features = boundary(session, split, parameters);
      for (int step = 0; step < 3; step++) {
        step(tail, features, new int[] {0, 1, 2, 0, 1, 2}, 0.05);
      }
      return tail.parameters();
    }
  }

  @Test
  void theSameStepsGiveTheSameBits() {
    NetworkSplit split = split("none", BatchNormRule.FOLLOW_LAYER);
    Map<String, Tensor> first = trained(split, parameters(split));
    Map<String, Tensor> second = trained(split, parameters(split));

    first.forEach((name, tensor) -> assertThat(tensor.differences(second.get(name))).isZero());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bothOptimisersBringTheLossDown(boolean adam) {
    NetworkSplit split = split("all", BatchNormRule.FOLLOW_LAYER);
    Map<String, Tensor> parameters = parameters(split);
    try (EngineSession session = EngineSession.open(1);
        TrainableTail tail =
            new MxTail(session, split, parameters, new OptimizerSettings(adam, 0.9, 0))) {
      float[] features = boundary(session, split, parameters);
      int[] labels = {0, 1, 2, 0, 1, 2};
      double first = step(tail, features, labels, 0.05).lossSum();
      TrainableTail.Score last = null;
      for (int step = 0; step < 60; step++) {
        last = step(tail, features, labels, 0.05);
      }
      assertThat(last.lossSum()).isLessThan(0.5 * first);
      assertThat(last.correct()).isGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void aStepScoresTheBatchBeforeItLearns() {
    NetworkSplit split = split("all", BatchNormRule.FOLLOW_LAYER);
    Map<String, Tensor> parameters = parameters(split);
    try (EngineSession session = EngineSession.open(1);
        TrainableTail tail = new MxTail(session, split, parameters, SGD)) {
      float[] features = boundary(session, split, parameters);
      float[] logits = logits(tail, features);
      double loss = 0;
      for (int i = 0; i < COUNT; i++) {
        float[] row = Arrays.copyOfRange(logits, 3 * i, 3 * i + 3);
        loss += Math.log(Math.exp(row[0]) + Math.exp(row[1]) + Math.exp(row[2])) - row[1];
      }
      TrainableTail.Score score = step(tail, features, new int[] {1, 1, 1, 1, 1, 1}, 0.1);
      assertThat(score.lossSum()).isCloseTo(loss, within(1e-3 * loss));
    }
  }

  /** MXNet takes such a scale as 1 and writes 1 over what the file says. */
  @Test
  void aFixedScaleIsOneFromTheBeginning() {
    Network fixed = withFixedScales(source);
    FreezePlan plan =
        FreezeSpec.parse("layers:stage3_block1_batchnorm1_fwd").resolve(Layers.of(fixed));
    NetworkSplit split = NetworkSplit.of(fixed, plan, INPUT, 3);
    Map<String, Tensor> parameters = parameters(split);
    parameters.replaceAll((name, tensor) -> name.endsWith("gamma") ? filled(tensor, 0.5f) : tensor);

    FixedScales.apply(split.whole(), parameters);

    assertThat(parameters.get("stem_batchnorm_gamma").values()).containsOnly(1f);
    Map<String, Tensor> after = trained(split, parameters);
    for (String name : split.frozenParameters()) {
      assertThat(after.get(name).differences(parameters.get(name))).as(name).isZero();
    }
  }

  private static Tensor filled(Tensor tensor, float value) {
    float[] values = new float[tensor.values().length];
    Arrays.fill(values, value);
    return new Tensor(tensor.shape(), values);
  }

  private static Network withFixedScales(Network network) {
    List<Node> nodes =
        network.nodes().stream()
            .map(
                node -> {
                  Map<String, String> attributes = new HashMap<>(node.attributes());
                  attributes.replace("fix_gamma", "True");
                  return new Node(node.name(), node.operator(), attributes, node.inputs());
                })
            .toList();
    return new Network(nodes, network.heads());
  }

  /** Gradients of a closed run must not linger, nor may steps pile up arrays. */
  @Test
  void stepsAndSessionsLeaveNoArraysBehind() {
    NetworkSplit split = split("until:stage1_block1_add", BatchNormRule.FOLLOW_LAYER);
    Map<String, Tensor> parameters = parameters(split);
    trained(split, parameters);
    NDManager outside;
    int before;
    try (EngineSession session = EngineSession.open(1);
        TrainableTail tail = new MxTail(session, split, parameters, SGD)) {
      float[] features = boundary(session, split, parameters);
      int[] labels = {0, 1, 2, 0, 1, 2};
      step(tail, features, labels, 0.05);
      outside = session.manager().getParentManager();
      before = arrays(outside) - arrays(session.manager());
      int afterOne = arrays(session.manager());
      for (int step = 0; step < 5; step++) {
        step(tail, features, labels, 0.05);
        logits(tail, features);
      }
      assertThat(afterOne).isGreaterThan(split.tailParameters().size());
      assertThat(arrays(session.manager())).isEqualTo(afterOne);
    }
    assertThat(arrays(outside)).isEqualTo(before);
  }

  private static int arrays(NDManager manager) {
    return manager.getManagedArrays().size();
  }

  /** One that averages over positions learns from other sizes as if it had been made for them. */
  @Test
  void aTailTakesPicturesOfAnotherSize() {
    TensorShape small = TensorShape.of(3, 24, 24);
    FreezePlan plan =
        FreezeSpec.parse("none").resolve(Layers.of(source), BatchNormRule.FOLLOW_LAYER);
    NetworkSplit made = NetworkSplit.of(source, plan, small, 3);
    NetworkSplit resized = NetworkSplit.of(source, plan, INPUT, 3);
    Map<String, Tensor> parameters = parameters(resized);
    float[] pictures = Arrays.copyOf(pictures(), Math.toIntExact(COUNT * small.elements()));
    int[] labels = {0, 1, 2, 0, 1, 2};
    try (EngineSession session = EngineSession.open(1);
        TrainableTail one = new MxTail(session, made, parameters, SGD);
        TrainableTail other = new MxTail(session, resized, parameters, SGD)) {
      step(other, pictures(), labels, 0);
      step(one, pictures, labels, 0);
      other.restore(one.state());
      other.resize(small);
      for (int i = 0; i < 3; i++) {
        assertThat(step(other, pictures, labels, 0.05).lossSum())
            .isCloseTo(step(one, pictures, labels, 0.05).lossSum(), within(1e-4));
      }
      assertThat(logits(other, pictures)).containsExactly(logits(one, pictures), within(1e-3f));
      other.resize(INPUT);
      assertThat(logits(other, pictures())).hasSize(3 * COUNT);
    }
  }
}
