package io.thaw.engine;

import ai.djl.mxnet.engine.MxNDArray;
import ai.djl.mxnet.jna.JnaUtils;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.sun.jna.Native;
import io.thaw.network.Network;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/** The frozen prefix in MXNet. */
public final class MxFrozenRunner implements FrozenRunner {
  /** The engine's name and version. */
  public static final String ENGINE = "MXNet 1.9.1";

  private final NDManager manager;
  private final SymbolGraph graph;
  private final TensorShape input;
  private final TensorShape boundary;

  /**
   * Compiles a network for inference, with operators fused by oneDNN.
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
    this(session, network, parameters, input, boundary, true);
  }

  private MxFrozenRunner(
      EngineSession session,
      Network network,
      Map<String, Tensor> parameters,
      TensorShape input,
      TensorShape boundary,
      boolean fused) {
    this.manager = session.manager();
    this.graph = new SymbolGraph(manager, network, parameters, Set.of(), fused);
    this.input = input;
    this.boundary = boundary;
  }

  /**
   * The network operator by operator, as it trains: slower, and what other runners are compared
   * with. The arguments are those of the constructor.
   */
  public static MxFrozenRunner unfused(
      EngineSession session,
      Network network,
      Map<String, Tensor> parameters,
      TensorShape input,
      TensorShape boundary) {
    return new MxFrozenRunner(session, network, parameters, input, boundary, false);
  }

  @Override
  public void run(FloatBuffer pictures, int count, FloatBuffer features) {
    FloatBuffer from = DirectFloats.first(count * input.elements(), pictures);
    FloatBuffer to = DirectFloats.first(count * boundary.elements(), features);
    try (NDManager batch = manager.newSubManager()) {
      Shape shape = new Shape(count).addAll(SymbolGraph.shape(input));
      NDArray data = batch.create(shape, DataType.FLOAT32);
      data.set(from);
      copy(graph.forward(data, false), to);
    }
  }

  /** DJL itself only copies into memory that it allocates. */
  private static void copy(NDArray array, FloatBuffer to) {
    if (array.size() != to.capacity()) {
      throw new IllegalStateException(
          "The network yields " + array.getShape() + ", not " + to.capacity() + " values.");
    }
    JnaUtils.syncCopyToCPU(
        ((MxNDArray) array).getHandle(), Native.getDirectBufferPointer(to), to.capacity());
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
