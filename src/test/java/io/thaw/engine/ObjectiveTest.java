package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.thaw.network.BatchNormRule;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.NetworkBuilder;
import io.thaw.network.NetworkSplit;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Losses in the engine against the formulas, and gradients against differences of losses. */
class ObjectiveTest {
  private static final int COUNT = 5;
  private static final int CLASSES = 3;
  private static final int TAUGHT = 4;
  private static final int OUTPUTS = CLASSES + TAUGHT;
  private static final int[] LABELS = {0, 2, 1, 1, 0};

  private final Random random = new Random(4);
  private EngineSession session;

  @BeforeEach
  void open() {
    session = EngineSession.open(1);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private float[] numbers(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 2 * (float) random.nextGaussian();
    }
    return values;
  }

  /** {@code log(softmax(values[from..from+count] / temperature))}. */
  private static double[] logSoftmax(float[] values, int from, int count, double temperature) {
    double[] scaled =
        IntStream.range(from, from + count).mapToDouble(i -> values[i] / temperature).toArray();
    double sum = IntStream.range(0, count).mapToDouble(i -> Math.exp(scaled[i])).sum();
    return IntStream.range(0, count).mapToDouble(i -> scaled[i] - Math.log(sum)).toArray();
  }

  private static double expected(Objective objective, float[] outputs, float[] targets, int row) {
    double loss = unweighted(objective, outputs, targets, row);
    return objective.classWeights().isEmpty()
        ? loss
        : objective.classWeights().get(LABELS[row]) * loss;
  }

  private static double unweighted(Objective objective, float[] outputs, float[] targets, int row) {
    int width = CLASSES + objective.taught();
    double[] own = logSoftmax(outputs, row * width, CLASSES, 1);
    double loss = -(1 - objective.smoothing()) * own[LABELS[row]];
    for (double logarithm : own) {
      loss -= objective.smoothing() / CLASSES * logarithm;
    }
    if (objective.taught() == 0) {
      return loss;
    }
    double warmth = objective.temperature();
    double[] answer = logSoftmax(outputs, row * width + CLASSES, TAUGHT, warmth);
    double[] wanted = logSoftmax(targets, row * TAUGHT, TAUGHT, warmth);
    double apart = 0;
    for (int i = 0; i < TAUGHT; i++) {
      apart -= Math.exp(wanted[i]) * answer[i];
    }
    return (1 - objective.weight()) * loss + objective.weight() * warmth * warmth * apart;
  }

  private void requireFormula(Objective objective) {
    int width = CLASSES + objective.taught();
    float[] outputs = numbers(COUNT * width);
    float[] targets = numbers(COUNT * TAUGHT);
    try (NDManager manager = session.manager().newSubManager()) {
      NDArray all = manager.create(outputs, new Shape(COUNT, width));
      NDArray logits = objective.classes(all);
      Objective.Losses losses =
          objective.losses(
              all,
              logits,
              manager.create(LABELS),
              objective.taught() == 0 ? null : manager.create(targets, new Shape(COUNT, TAUGHT)),
              objective.classWeights().isEmpty()
                  ? null
                  : manager.create(objective.weights(LABELS, COUNT)));

      assertThat(logits.getShape()).isEqualTo(new Shape(COUNT, CLASSES));
      assertThat(losses.loss().getShape()).isEqualTo(new Shape(COUNT));
      for (int row = 0; row < COUNT; row++) {
        assertThat((double) losses.loss().toFloatArray()[row])
            .isCloseTo(expected(objective, outputs, targets, row), within(1e-4));
        assertThat((double) losses.crossEntropy().toFloatArray()[row])
            .isCloseTo(-logSoftmax(outputs, row * width, CLASSES, 1)[LABELS[row]], within(1e-4));
      }
    }
  }

  @Test
  void plainCrossEntropy() {
    requireFormula(Objective.CROSS_ENTROPY);
  }

  @Test
  void smoothedLabels() {
    requireFormula(new Objective(0.1, 0, 0, 1));
  }

  @Test
  void aTeacherBesideTheClasses() {
    requireFormula(new Objective(0.2, TAUGHT, 0.7, 2.5));
  }

  @Test
  void weightedClassesWithSmoothedLabelsAndATeacher() {
    requireFormula(new Objective(0.2, TAUGHT, 0.7, 2.5).withClassWeights(List.of(0.5, 2.0, 3.5)));
  }

  /** One step of plain SGD moves every number of the head by the rate times its gradient. */
  @Test
  void gradientsAreThoseOfTheLoss() {
    requireGradients(new Objective(0.1, TAUGHT, 0.6, 2));
  }

  @Test
  void gradientsAreThoseOfTheWeightedLoss() {
    requireGradients(new Objective(0.1, TAUGHT, 0.6, 2).withClassWeights(List.of(0.25, 1.0, 2.5)));
  }

  /** The share of a class is what its pictures add to a step: a batch of the others lacks it. */
  @Test
  void doublingTheWeightOfAClassDoublesItsShareInTheGradient() {
    float[] once = headGradient(Objective.CROSS_ENTROPY.withClassWeights(List.of(1.0, 1.0, 1.0)));
    float[] twice = headGradient(Objective.CROSS_ENTROPY.withClassWeights(List.of(1.0, 2.0, 1.0)));
    float[] without =
        headGradient(Objective.CROSS_ENTROPY.withClassWeights(List.of(1.0, 0.0, 1.0)));
    float[] plain = headGradient(Objective.CROSS_ENTROPY);

    assertThat(plain).containsExactly(once);
    for (int i = 0; i < once.length; i++) {
      float share = once[i] - without[i];
      assertThat(Math.abs(share)).isGreaterThan(1e-3f);
      assertThat(twice[i] - without[i]).isCloseTo(2 * share, within(1e-4f));
    }
  }

  /** What one step at rate 1 takes off the head's weights. */
  private float[] headGradient(Objective objective) {
    NetworkSplit split = split(CLASSES);
    int size = Math.toIntExact(split.boundary().elements());
    Random fixed = new Random(8);
    float[] features = new float[COUNT * size];
    for (int i = 0; i < features.length; i++) {
      features[i] = 1 + fixed.nextFloat();
    }
    Map<String, Tensor> parameters = Initializer.random(split.tail(), split.boundary(), 1);
    float[] before = parameters.get("head_weight").values();
    try (TrainableTail tail =
        new MxTail(session, split, parameters, new OptimizerSettings(false, 0, 0), objective)) {
      tail.step(direct(features), LABELS, COUNT, 1);
      float[] after = tail.parameters().get("head_weight").values();
      float[] gradient = new float[before.length];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = before[i] - after[i];
      }
      return gradient;
    }
  }

  private static NetworkSplit split(int outputs) {
    Network source =
        new NetworkBuilder()
            .convolution("body_fwd", 4, 3, 2, 1)
            .relu("body_relu")
            .globalPool("pool")
            .fullyConnected("old_fwd", 2)
            .build();
    return NetworkSplit.of(
        source,
        FreezeSpec.parse("all").resolve(Layers.of(source), BatchNormRule.FOLLOW_LAYER),
        TensorShape.of(3, 6, 6),
        outputs);
  }

  private void requireGradients(Objective objective) {
    NetworkSplit split = split(OUTPUTS);
    int size = Math.toIntExact(split.boundary().elements());
    float[] features = numbers(COUNT * size);
    float[] targets = numbers(COUNT * TAUGHT);
    float[] weights = numbers(OUTPUTS * size);
    Map<String, Tensor> parameters =
        new HashMap<>(Initializer.random(split.tail(), split.boundary(), 1));
    parameters.put("head_weight", new Tensor(TensorShape.of(OUTPUTS, size), weights));
    double rate = 1e-2;
    try (TrainableTail tail =
        new MxTail(session, split, parameters, new OptimizerSettings(false, 0, 0), objective)) {
      tail.step(direct(features), LABELS, direct(targets), COUNT, rate);
      TrainableTail.Score score = tail.score();

      float[] moved = tail.parameters().get("head_weight").values();
      for (int i = 0; i < weights.length; i++) {
        double slope = slope(objective, features, targets, weights, i);
        assertThat((weights[i] - moved[i]) / rate).isCloseTo(slope, within(2e-3));
      }
      assertThat(score.count()).isEqualTo(COUNT);
      assertThat(tail.logits(direct(features), COUNT)).hasSize(COUNT * CLASSES);
    }
  }

  private static double slope(
      Objective objective, float[] features, float[] targets, float[] weights, int at) {
    float width = 1e-2f;
    float[] more = weights.clone();
    float[] less = weights.clone();
    more[at] += width;
    less[at] -= width;
    return (meanLoss(objective, features, targets, more)
            - meanLoss(objective, features, targets, less))
        / (more[at] - (double) less[at]);
  }

  private static double meanLoss(
      Objective objective, float[] features, float[] targets, float[] weights) {
    int size = weights.length / OUTPUTS;
    float[] outputs = new float[COUNT * OUTPUTS];
    for (int i = 0; i < outputs.length; i++) {
      for (int j = 0; j < size; j++) {
        outputs[i] += features[i / OUTPUTS * size + j] * weights[i % OUTPUTS * size + j];
      }
    }
    return IntStream.range(0, COUNT)
        .mapToDouble(row -> expected(objective, outputs, targets, row))
        .average()
        .orElseThrow();
  }

  private static FloatBuffer direct(float[] values) {
    return DirectFloats.allocate(values.length).put(0, values);
  }
}
