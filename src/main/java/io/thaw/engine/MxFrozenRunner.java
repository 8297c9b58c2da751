package io.thaw.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.thaw.network.Network;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/** The frozen prefix in MXNet, with operators fused by oneDNN. */
public final class MxFrozenRunner implements FrozenRunner {
  private final NDManager manager;
  private final SymbolGraph graph;
  private final TensorShape input;
  private final TensorShape boundary;

  /**
   * Compiles a network for inference.
   *
   * @param network picture (variable {@code data}) to boundary tensor
   * @param parameters a tensor for every parameter of the network
   * @param input shape of one picture, {@code [3, H, W]}
   * @param boundary shape of one output, without the batch axis
   */
  public MxFrozenRunner(
      EngineSession session,
      Network network,
      Map<String, Tensor> parameters,
      TensorShape input,
      TensorShape boundary) {
    this.manager = session.manager();
    this.graph = new SymbolGraph(manager, network, parameters, Set.of(), true);
    this.input = input;
    this.boundary = boundary;
  }

  @Override
  public float[] run(float[] pictures, int count) {
    try (NDManager batch = manager.newSubManager()) {
      int size = Math.toIntExact(count * input.elements());
      Shape shape = new Shape(count).addAll(SymbolGraph.shape(input));
      NDArray data = batch.create(FloatBuffer.wrap(pictures, 0, size), shape);
      return graph.forward(data, false).toFloatArray();
    }
  }

  @Override
  public Map<String, Tensor> parameters() {
    return graph.tensors();
  }

  @Override
  public TensorShape boundary() {
    return boundary;
  }

  @Override
  public void close() {
    graph.close();
  }
}
