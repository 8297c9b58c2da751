package io.thaw.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.thaw.network.Layer;
import io.thaw.network.Layers;
import io.thaw.network.NetworkSplit;
import io.thaw.network.ParameterRole;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** The tail as one compiled MXNet graph. */
public final class MxTail implements TrainableTail {
  private final EngineSession session;
  private final NDManager manager;
  private final SymbolGraph graph;
  private final Optimizer optimizer;
  private final Objective objective;
  private Shape boundary;
  private final Set<String> names;
  private final boolean draws;
  private final Queue<Pending> pending = new ArrayDeque<>();

  /** A step whose score may not be computed yet. */
  private record Pending(NDManager batch, NDArray score, int count, double learningRate) {}

  /** A tail that is trained with plain cross entropy. */
  public MxTail(
      EngineSession session,
      NetworkSplit split,
      Map<String, Tensor> parameters,
      OptimizerSettings settings) {
    this(session, split, parameters, settings, Objective.CROSS_ENTROPY);
  }

  /**
   * Compiles the tail of a split network.
   *
   * @param parameters a tensor for every parameter of the tail; they are copied
   * @param objective what is learned; outputs that answer a teacher are the head's last
   * @throws IllegalStateException when the arrays with gradients are not exactly those to train
   */
  public MxTail(
      EngineSession session,
      NetworkSplit split,
      Map<String, Tensor> parameters,
      OptimizerSettings settings,
      Objective objective) {
    this.objective = objective;
    this.session = session;
    this.manager = session.manager();
    Set<String> withGradient = withGradient(split);
    BlockedClips.Rewritten fast = BlockedClips.rewrite(split.tail(), split.boundary());
    Map<String, Tensor> arrays = new HashMap<>(parameters);
    arrays.putAll(fast.constants());
    this.graph = new SymbolGraph(manager, fast.network(), arrays, withGradient, false);
    this.names = split.tailParameters();
    this.draws = split.tail().nodes().stream().anyMatch(node -> node.operator().equals("Dropout"));
    this.boundary = SymbolGraph.shape(split.boundary());
    this.optimizer = new Optimizer(manager, settings);
    requireGradients(split, withGradient);
    for (String name : split.tailParameters()) {
      if (split.trainableParameters().contains(name)) {
        optimizer.add(graph.array(name), name.endsWith("weight"));
      }
    }
  }

  /**
   * What is trained, and the shifts of frozen batch normalisations whose statistics adapt: MXNet
   * updates running statistics in the backward pass, which it only takes through a layer if
   * something at or before it asks for a gradient. The optimiser never sees those shifts.
   */
  private static Set<String> withGradient(NetworkSplit split) {
    Set<String> names = new HashSet<>(split.trainableParameters());
    for (Layer layer : Layers.of(split.tail()).list()) {
      boolean adapts =
          layer.parameters().stream()
              .anyMatch(parameter -> split.adaptedStatistics().contains(parameter.name()));
      layer.parameters().stream()
          .filter(parameter -> adapts && parameter.role() == ParameterRole.BETA)
          .forEach(parameter -> names.add(parameter.name()));
    }
    names.retainAll(split.tailParameters());
    return names;
  }

  /** A run with other gradients than planned would be silently wrong, so it does not start. */
  private void requireGradients(NetworkSplit split, Set<String> planned) {
    if (!split.trainableParameters().containsAll(split.headParameters())) {
      throw new IllegalStateException("The new head would not learn.");
    }
    for (String name : split.tailParameters()) {
      if (graph.array(name).hasGradient() != planned.contains(name)) {
        throw new IllegalStateException("Parameter " + name + " has not the gradient planned.");
      }
    }
  }

  @Override
  public void step(
      FloatBuffer features, int[] labels, FloatBuffer targets, int count, double learningRate) {
    // DJL waits for an array before it frees it, so the batch lives until its score is read: the
    // engine goes on with the next step meanwhile.
    NDManager batch = manager.newSubManager();
    if (draws) {
      session.seedStep(optimizer.steps());
    }
    NDArray data = batch(batch, features, count);
    NDArray label = batch.create(IntBuffer.wrap(labels, 0, count), new Shape(count));
    NDArray teacher = targets == null ? null : targets(batch, targets, count);
    float[] weights = objective.weights(labels, count);
    NDArray weight = weights == null ? null : batch.create(weights);
    NDArray score = forwardAndBackward(data, label, teacher, weight);
    optimizer.step(learningRate);
    pending.add(new Pending(batch, score, count, learningRate));
  }

  @Override
  public void resize(TensorShape shape) {
    boundary = SymbolGraph.shape(shape);
  }

  @Override
  public int pending() {
    return pending.size();
  }

  @Override
  public Score score() {
    Pending oldest = pending.remove();
    try {
      float[] values = oldest.score.toFloatArray();
      return new Score(values[0], Math.round(values[1]), oldest.count, oldest.learningRate);
    } finally {
      oldest.batch.close();
    }
  }

  private NDArray targets(NDManager batch, FloatBuffer targets, int count) {
    NDArray array = batch.create(new Shape(count, objective.taught()), DataType.FLOAT32);
    array.set(DirectFloats.first((long) count * objective.taught(), targets));
    return array;
  }

  /** Yields {@code [sum of cross entropies, right answers]}. */
  private NDArray forwardAndBackward(
      NDArray data, NDArray label, NDArray targets, NDArray weights) {
    NDArray logits;
    Objective.Losses losses;
    try (GradientCollector collector = EngineSession.engine().newGradientCollector()) {
      NDArray outputs = graph.forward(data, true);
      logits = objective.classes(outputs);
      losses = objective.losses(outputs, logits, label, targets, weights);
      collector.backward(losses.loss().mean());
    }
    NDArray hits = logits.argMax(-1).toType(label.getDataType(), false).eq(label);
    NDArray lossSum = losses.crossEntropy().sum().reshape(1);
    return lossSum.concat(hits.toType(lossSum.getDataType(), false).sum().reshape(1));
  }

  @Override
  public float[] logits(FloatBuffer features, int count) {
    try (NDManager batch = manager.newSubManager()) {
      return objective.classes(graph.forward(batch(batch, features, count), false)).toFloatArray();
    }
  }

  private NDArray batch(NDManager batch, FloatBuffer features, int count) {
    NDArray data = batch.create(new Shape(count).addAll(boundary), DataType.FLOAT32);
    data.set(DirectFloats.first(count * boundary.size(), features));
    return data;
  }

  @Override
  public Map<String, Tensor> parameters() {
    Map<String, Tensor> tensors = graph.tensors();
    tensors.keySet().retainAll(names);
    return tensors;
  }

  @Override
  public Tensor parameter(String name) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException("The tail has no parameter " + name + ".");
    }
    return SymbolGraph.tensor(graph.array(name));
  }

  @Override
  public TailState state() {
    return new TailState(parameters(), optimizer.state(), optimizer.steps());
  }

  @Override
  public void restore(TailState state) {
    for (String name : names) {
      SymbolGraph.set(graph.array(name), state.parameters().get(name));
    }
    optimizer.restore(state.optimizer(), state.steps());
  }

  @Override
  public void close() {
    pending.forEach(step -> step.batch().close());
    graph.close();
  }
}
