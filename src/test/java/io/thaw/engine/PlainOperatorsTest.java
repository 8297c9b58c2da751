package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.network.Network;
import io.thaw.network.NetworkBuilder;
import io.thaw.network.TensorShape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators without a window, ONNX Runtime against MXNet. */
class PlainOperatorsTest {
  private static final double ROUNDING = 1e-5;
  private static final Set<String> MANY = Set.of("add_n", "ElementWiseSum");
  private static final TensorShape INPUT = TensorShape.of(4, 5, 6);

  /** Written as in {@code axis=1; mode=x}. */
  private static Map<String, String> settings(String text) {
    return Arrays.stream(text.split(";"))
        .filter(setting -> !setting.isBlank())
        .map(setting -> setting.strip().split("="))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static void assertAgrees(Network network) {
    assertThat(Engines.difference(network, INPUT, 3)).isLessThan(ROUNDING);
  }

  @ParameterizedTest
  @CsvSource({
    "Activation, act_type=relu",
    "Activation, act_type=sigmoid",
    "Activation, act_type=tanh",
    "Activation, act_type=softrelu",
    "Activation, act_type=softsign",
    "LeakyReLU, ''",
    "LeakyReLU, act_type=leaky; slope=0.1",
    "LeakyReLU, act_type=elu; slope=0.7",
    "LeakyReLU, act_type=elu",
    "LeakyReLU, act_type=selu",
    "LeakyReLU, act_type=gelu",
    "relu, ''",
    "sigmoid, ''",
    "tanh, ''",
    "softsign, ''",
    "erf, ''",
    "hard_sigmoid, ''",
    "hard_sigmoid, alpha=0.3; beta=0.4",
    "clip, a_min=0; a_max=6",
    "clip, a_min=-1.5; a_max=0.5",
    "_plus_scalar, scalar=1.5",
    "_PlusScalar, scalar=1.5",
    "_minus_scalar, scalar=1.5",
    "_MinusScalar, scalar=1.5",
    "_mul_scalar, scalar=-2",
    "_MulScalar, scalar=1e-1; is_int=False",
    "_div_scalar, scalar=3",
    "_DivScalar, scalar=3",
    "Dropout, p=0.5; axes=()",
    "identity, ''",
    "_copy, ''",
    "BlockGrad, ''",
    "Cast, dtype=float32",
    "Flatten, ''",
    "Reshape, 'shape=(0, 2, -1)'",
    "Reshape, 'shape=(-1, 120)'",
    "reshape, 'shape=(0, -1, 0)'",
    "Pad, 'mode=constant; pad_width=(0, 0, 0, 0, 1, 2, 3, 4)'",
    "pad, 'mode=constant; pad_width=(0,0,0,0,1,0,0,1); constant_value=2.5'",
    "mean, 'axis=(2, 3)'",
    "mean, 'axis=(-1, 2); keepdims=True'",
    "max, 'axis=1; keepdims=1'",
    "softmax, ''",
    "softmax, axis=1",
    "log_softmax, axis=-2",
    "SoftmaxActivation, mode=channel",
  })
  void operatorsOnOneTensorAgree(String operator, String settings) {
    assertAgrees(
        new NetworkBuilder().operator("it", operator, settings(settings), List.of("data")).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elemwise_add", "_plus", "_Plus", "broadcast_add", "elemwise_sub", "_Minus", "_minus",
        "elemwise_mul", "_Mul", "broadcast_mul", "elemwise_div", "_Div", "broadcast_div", "add_n",
        "broadcast_sub", "broadcast_plus", "broadcast_minus", "ElementWiseSum"
      })
  void operatorsOnTwoTensorsAgree(String operator) {
    assertAgrees(
        new NetworkBuilder()
            .operator("shifted", "_plus_scalar", Map.of("scalar", "20"), List.of("data"))
            .operator(
                "it",
                operator,
                MANY.contains(operator) ? Map.of("num_args", "2") : Map.of(),
                List.of("data", "shifted"))
            .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"broadcast_add", "broadcast_mul", "broadcast_sub", "broadcast_div"})
  void oneValuePerChannelIsSpreadOverThePicture(String operator) {
    assertAgrees(
        new NetworkBuilder()
            .operator("gate", "_contrib_AdaptiveAvgPooling2D", Map.of(), List.of("data"))
            .operator("positive", "sigmoid", Map.of(), List.of("gate"))
            .operator("it", operator, Map.of(), List.of("data", "positive"))
            .build());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, -1, -3})
  void concatenationAgreesAlongEveryAxis(int axis) {
    assertAgrees(
        new NetworkBuilder()
            .relu("relu")
            .operator(
                "it",
                "Concat",
                Map.of("dim", Integer.toString(axis), "num_args", "3"),
                List.of("relu", "data", "relu"))
            .build());
  }

  @ParameterizedTest
  @CsvSource({"True, False", "True, True", "False, False", "False, True"})
  void fullyConnectedLayersAgree(String flatten, String plain) {
    List<String> inputs = plain.equals("True") ? List.of("data", "w") : List.of("data", "w", "b");
    Map<String, String> settings = Map.of("num_hidden", "7", "flatten", flatten, "no_bias", plain);

    assertAgrees(new NetworkBuilder().operator("it", "FullyConnected", settings, inputs).build());
    assertAgrees(
        new NetworkBuilder()
            .flatten("flat")
            .operator(
                "it",
                "FullyConnected",
                settings,
                inputs.stream().map(name -> name.equals("data") ? "flat" : name).toList())
            .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "slope=0.4"})
  void aSlopePerChannelAgrees(String more) {
    Map<String, String> settings = new HashMap<>(settings(more));
    settings.put("act_type", "prelu");
    assertAgrees(
        new NetworkBuilder().operator("it", "LeakyReLU", settings, List.of("data", "s")).build());
    assertAgrees(
        new NetworkBuilder()
            .flatten("flat")
            .operator("it", "LeakyReLU", settings, List.of("flat", "s"))
            .build());
  }

  /** In inference the label does nothing, so MXNet computes a softmax without one. */
  @ParameterizedTest
  @CsvSource({
    "SoftmaxOutput, ''",
    "Softmax, grad_scale=2; use_ignore=True; ignore_label=0",
    "SoftmaxOutput, preserve_shape=True",
    "SoftmaxOutput, multi_output=True",
  })
  void softmaxWithALabelIsSoftmax(String operator, String settings) {
    NetworkBuilder labelled =
        new NetworkBuilder()
            .fullyConnected("dense", 5)
            .operator("it", operator, settings(settings), List.of("dense", "softmax_label"));
    NetworkBuilder plain = new NetworkBuilder().fullyConnected("dense", 5).softmax("it");

    assertThat(Engines.difference(labelled.build(), plain.build(), INPUT, 3)).isLessThan(ROUNDING);
  }
}
