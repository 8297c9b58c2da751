package io.thaw.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.thaw.engine.DirectFloats;
import io.thaw.network.TensorShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the nodes and arrays of an ONNX model: {@code
 * https://github.com/onnx/onnx/blob/main/docs/IR.md}.
 */
final class GraphBuilder {
  private static final int IR_VERSION = 8;

  /** The operators' version; reductions take their axes as an attribute up to this one. */
  private static final int OPERATOR_SET = 17;

  /** Arrays up to this size stand in the model; the engine insists on it for very small ones. */
  private static final int SMALL = 256;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("prefix");
  private final List<OnnxModel.Weight> weights = new ArrayList<>();
  private final Set<String> arrays = new HashSet<>();

  /** Adds an operator that yields one tensor. */
  void node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(output)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(Arrays.asList(attributes)));
  }

  /** Adds an array unless it is there already; yields its name. */
  String array(String name, TensorShape shape, float[] values) {
    if (arrays.add(name)) {
      long[] sizes = shape.sizes().stream().mapToLong(Integer::longValue).toArray();
      TensorProto.Builder tensor = tensor(name, TensorProto.DataType.FLOAT, sizes);
      if (values.length <= SMALL) {
        for (float value : values) {
          tensor.addFloatData(value);
        }
      } else {
        // The engine gets the array by its name; the place is never looked up.
        tensor
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(
                StringStringEntryProto.newBuilder().setKey("location").setValue("memory"));
        weights.add(
            new OnnxModel.Weight(name, sizes, DirectFloats.allocate(values.length).put(0, values)));
      }
      graph.addInitializer(tensor);
    }
    return name;
  }

  /** Adds a single number without axes. */
  String scalar(String name, double value) {
    if (arrays.add(name)) {
      graph.addInitializer(tensor(name, TensorProto.DataType.FLOAT).addFloatData((float) value));
    }
    return name;
  }

  /** Adds a list of whole numbers, such as a shape. */
  String integers(String name, long... values) {
    if (arrays.add(name)) {
      graph.addInitializer(
          tensor(name, TensorProto.DataType.INT64, values.length)
              .addAllInt64Data(Arrays.stream(values).boxed().toList()));
    }
    return name;
  }

  private static TensorProto.Builder tensor(String name, TensorProto.DataType type, long... sizes) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(type.getNumber())
        .addAllDims(Arrays.stream(sizes).boxed().toList());
  }

  /**
   * The model.
   *
   * @param input name of the picture
   * @param picture its shape without the batch axis
   */
  OnnxModel build(String input, TensorShape picture, String output) {
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"));
    picture
        .sizes()
        .forEach(size -> shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size)));
    graph.addInput(value(input, floats().setShape(shape)));
    graph.addOutput(value(output, floats()));
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
            .setProducerName("thaw")
            .setGraph(graph)
            .build();
    return new OnnxModel(model, weights, input, output);
  }

  private static TypeProto.Tensor.Builder floats() {
    return TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber());
  }

  private static ValueInfoProto value(String name, TypeProto.Tensor.Builder type) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }
}
