package io.thaw.engine.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * An ONNX model whose large arrays stand beside it: in the model they are initialisers with
 * external data, to be given to the engine by name.
 *
 * @param proto the graph, with the small arrays in it
 * @param weights the arrays outside
 * @param input name of the picture, {@code [N, C, H, W]} with any N
 * @param output name of what the model computes
 */
public record OnnxModel(ModelProto proto, List<Weight> weights, String input, String output) {

  /**
   * An array outside the model.
   *
   * @param values a direct buffer in native order, row-major
   */
  public record Weight(String name, long[] shape, FloatBuffer values) {}

  /** Takes a copy of the list. */
  public OnnxModel {
    weights = List.copyOf(weights);
  }
}
