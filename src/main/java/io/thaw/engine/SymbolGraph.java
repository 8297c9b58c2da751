package io.thaw.engine;

import ai.djl.Device;
import ai.djl.mxnet.engine.MxNDManager;
import ai.djl.mxnet.engine.MxSymbolBlock;
import ai.djl.mxnet.engine.Symbol;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import io.thaw.network.Network;
import io.thaw.network.SymbolJson;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A network with its arrays in MXNet, compiled as one graph whose input is named {@code data}. */
final class SymbolGraph implements AutoCloseable {
  private final NDManager manager;
  private final MxSymbolBlock block;
  private final ParameterStore store;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  /**
   * Compiles a network.
   *
   * @param tensors a tensor for every parameter of the network; others are ignored
   * @param trainable names of the parameters that get gradients
   * @param fused whether to let oneDNN fuse operators, for inference only
   */
  SymbolGraph(
      NDManager parent,
      Network network,
      Map<String, Tensor> tensors,
      Set<String> trainable,
      boolean fused) {
    manager = parent.newSubManager();
    Symbol symbol = Symbol.loadJson((MxNDManager) manager, SymbolJson.write(network));
    block = new MxSymbolBlock(manager, fused ? fused(symbol) : symbol);
    store = new ParameterStore(manager, false);
    store.setParameterServer(null, new Device[] {manager.getDevice()});
    for (Parameter parameter : block.getAllParameters()) {
      if (!parameter.getName().equals("data")) {
        set(parameter, tensors.get(parameter.getName()), trainable.contains(parameter.getName()));
      }
    }
    block.setInputNames(List.of("data"));
  }

  /**
   * Fusing may reorder the arguments, so it comes before the block notes their order. {@link
   * MxSymbolBlock#optimizeFor} comes after it, and hands layers each other's parameters.
   */
  private Symbol fused(Symbol symbol) {
    try (symbol) {
      return symbol.optimizeFor("MKLDNN", manager.getDevice());
    }
  }

  private void set(Parameter parameter, Tensor tensor, boolean trainable) {
    NDArray array = manager.create(tensor.values(), shape(tensor.shape()));
    array.setName(parameter.getName());
    parameter.freeze(!trainable);
    parameter.setArray(array);
    if (trainable) {
      array.setRequiresGradient(true);
    }
    arrays.put(parameter.getName(), array);
  }

  /** Runs the graph; the output belongs to the input's manager. */
  NDArray forward(NDArray data, boolean training) {
    return block.forward(store, new NDList(data), training).singletonOrThrow();
  }

  /** The live array of a parameter. */
  NDArray array(String parameter) {
    return arrays.get(parameter);
  }

  /** Copies the arrays back to Java. */
  Map<String, Tensor> tensors() {
    Map<String, Tensor> result = new LinkedHashMap<>();
    arrays.forEach((name, array) -> result.put(name, tensor(array)));
    return result;
  }

  /**
   * Copies values into a live array.
   *
   * @throws IllegalArgumentException when there is no tensor or its shape is another one
   */
  static void set(NDArray array, Tensor tensor) {
    if (tensor == null || !shape(tensor.shape()).equals(array.getShape())) {
      throw new IllegalArgumentException("There are no values for " + array.getName() + ".");
    }
    array.set(FloatBuffer.wrap(tensor.values()));
  }

  static Tensor tensor(NDArray array) {
    long[] sizes = array.getShape().getShape();
    int[] dimensions = new int[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      dimensions[i] = (int) sizes[i];
    }
    return new Tensor(TensorShape.of(dimensions), array.toFloatArray());
  }

  static Shape shape(TensorShape shape) {
    return new Shape(shape.sizes().stream().mapToLong(Integer::longValue).toArray());
  }

  @Override
  public void close() {
    // The symbol and the compiled graph are registered with the manager and freed with it.
    manager.close();
  }
}
