package io.thaw.engine.onnx;

import static io.thaw.engine.onnx.OnnxAttributes.integer;
import static io.thaw.engine.onnx.OnnxAttributes.integers;
import static io.thaw.engine.onnx.OnnxAttributes.number;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.thaw.engine.Tensor;
import io.thaw.network.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operators with weights, and batch normalisation. */
final class LinearRules {
  private static final int PICTURE_AXES = 2;

  private LinearRules() {}

  static void addTo(Map<String, Rule> table) {
    table.put("Convolution", LinearRules::convolution);
    table.put("Deconvolution", LinearRules::deconvolution);
    table.put("FullyConnected", LinearRules::fullyConnected);
    table.put("BatchNorm", LinearRules::batchNorm);
  }

  private static void convolution(Step step) {
    List<AttributeProto> attributes = window(step);
    step.emit("Conv", inputs(step, false), attributes.toArray(AttributeProto[]::new));
  }

  private static void deconvolution(Step step) {
    Settings settings = step.settings();
    List<AttributeProto> attributes = window(step);
    if (!settings.tuple("target_shape").orElse(List.of()).isEmpty()) {
      throw settings.refusal("target_shape");
    }
    attributes.add(integers("output_padding", settings.spatial("adj", 0)));
    step.emit("ConvTranspose", inputs(step, true), attributes.toArray(AttributeProto[]::new));
  }

  private static List<AttributeProto> window(Step step) {
    Settings settings = step.settings();
    settings.require("layout", "NCHW");
    settings.ignore("num_filter");
    if (settings.tuple("kernel").orElse(List.of()).size() != PICTURE_AXES) {
      throw settings.refusal("kernel");
    }
    long[] pad = settings.spatial("pad", 0);
    List<AttributeProto> attributes = new ArrayList<>();
    attributes.add(integers("kernel_shape", settings.spatial("kernel", 1)));
    attributes.add(integers("strides", settings.spatial("stride", 1)));
    attributes.add(integers("dilations", settings.spatial("dilate", 1)));
    attributes.add(integers("pads", pad[0], pad[1], pad[0], pad[1]));
    attributes.add(integer("group", settings.integer("num_group", 1)));
    return attributes;
  }

  /** Gemm takes two axes, so that what it reads is flattened first, as MXNet does. */
  private static void fullyConnected(Step step) {
    Settings settings = step.settings();
    settings.ignore("num_hidden");
    boolean flatten = settings.flag("flatten", true);
    List<String> inputs = inputs(step, false);
    if (!flatten && step.shape(0).rank() != 2) {
      onLastAxis(step, inputs);
      return;
    }
    if (flatten) {
      inputs.set(0, step.between("flat", "Flatten", List.of(inputs.get(0)), integer("axis", 1)));
    }
    step.emit("Gemm", inputs, integer("transB", 1));
  }

  private static void onLastAxis(Step step, List<String> inputs) {
    String turned =
        step.between("turned", "Transpose", List.of(inputs.get(1)), integers("perm", 1, 0));
    List<String> factors = List.of(inputs.get(0), turned);
    if (inputs.size() == 2) {
      step.emit("MatMul", factors);
    } else {
      step.emit("Add", List.of(step.between("product", "MatMul", factors), inputs.get(2)));
    }
  }

  /** Data, weight and, if there is one, bias. */
  private static List<String> inputs(Step step, boolean biasless) {
    List<String> inputs = new ArrayList<>(List.of(step.input(0)));
    boolean bias = !step.settings().flag("no_bias", biasless);
    if (step.weights().isPresent()) {
      LinearWeights folded = step.weights().get();
      inputs.add(array(step, "weight", folded.weight()));
      inputs.add(array(step, "bias", folded.bias()));
    } else {
      inputs.add(step.input(1));
      if (bias) {
        inputs.add(step.input(2));
      }
    }
    return inputs;
  }

  private static void batchNorm(Step step) {
    BatchNorm norm = BatchNorm.of(step);
    TensorShape channels = norm.mean().shape();
    step.emit(
        "BatchNormalization",
        List.of(
            step.input(0),
            array(step, "scale", new Tensor(channels, norm.gamma())),
            step.input(2),
            step.input(3),
            step.input(4)),
        number("epsilon", norm.epsilon()));
  }

  private static String array(Step step, String word, Tensor tensor) {
    return step.graph().array(step.own(word), tensor.shape(), tensor.values());
  }
}
