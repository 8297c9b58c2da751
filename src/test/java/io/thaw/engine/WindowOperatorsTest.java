package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.engine.onnx.UnsupportedOperatorException;
import io.thaw.network.Network;
import io.thaw.network.NetworkBuilder;
import io.thaw.network.TensorShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Convolution and pooling with random settings, ONNX Runtime against MXNet. */
class WindowOperatorsTest {
  private static final double ROUNDING = 1e-5;
  private static final int ROUNDS = 25;

  /** Sizes along height and width that a window fits into. */
  private record Window(int[] kernel, int[] stride, int[] pad, int[] size) {
    static Window random(Random random) {
      int[][] all = new int[4][2];
      for (int axis = 0; axis < 2; axis++) {
        all[0][axis] = 1 + random.nextInt(4);
        all[1][axis] = 1 + random.nextInt(3);
        all[2][axis] = random.nextInt(all[0][axis]);
        all[3][axis] = 7 + random.nextInt(6);
      }
      return new Window(all[0], all[1], all[2], all[3]);
    }

    Map<String, String> settings() {
      Map<String, String> settings = new HashMap<>();
      settings.put("kernel", pair(kernel));
      settings.put("stride", pair(stride));
      settings.put("pad", pair(pad));
      return settings;
    }

    /** Whether the last window of the convention {@code full} starts behind the picture. */
    boolean endsInPadding() {
      for (int axis = 0; axis < 2; axis++) {
        int padded = size[axis] + 2 * pad[axis];
        int last = ((padded - kernel[axis] + stride[axis] - 1) / stride[axis]) * stride[axis];
        if (last >= size[axis] + pad[axis]) {
          return true;
        }
      }
      return false;
    }

    private static String pair(int[] values) {
      return "(" + values[0] + ", " + values[1] + ")";
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Convolution", "Deconvolution"})
  void convolutionsAgree(String operator) {
    Random random = new Random(11);
    for (int round = 0; round < ROUNDS; round++) {
      Window window = Window.random(random);
      int groups = 1 + random.nextInt(3);
      Map<String, String> settings = window.settings();
      settings.put("num_group", Integer.toString(groups));
      settings.put("num_filter", Integer.toString(groups * (1 + random.nextInt(3))));
      boolean plain = random.nextBoolean();
      settings.put("no_bias", plain ? "True" : "False");
      if (operator.equals("Convolution")) {
        settings.put("dilate", "(%d, %d)".formatted(1 + random.nextInt(2), 1 + random.nextInt(2)));
      }
      List<String> inputs = new ArrayList<>(List.of("data", "c_weight"));
      if (!plain) {
        inputs.add("c_bias");
      }
      Network network = new NetworkBuilder().operator("c", operator, settings, inputs).build();
      TensorShape input = TensorShape.of(2 * groups, window.size[0], window.size[1]);

      assertThat(Engines.difference(network, input, round)).as("%s", settings).isLessThan(ROUNDING);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "max, valid, ''",
    "max, full, ''",
    "avg, '', ''",
    "avg, valid, False",
    "avg, valid, True",
    "avg, full, False",
    "avg, full, True",
    "avg, full, ''"
  })
  void poolingAgreesOrIsRefused(String type, String convention, String countPadding) {
    Random random = new Random(12);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Window window = Window.random(random);
      Map<String, String> settings = window.settings();
      settings.put("pool_type", type);
      putUnlessEmpty(settings, "pooling_convention", convention);
      putUnlessEmpty(settings, "count_include_pad", countPadding);
      Network network =
          new NetworkBuilder().operator("p", "Pooling", settings, List.of("data")).build();
      TensorShape input = TensorShape.of(3, window.size[0], window.size[1]);
      try {
        assertThat(Engines.difference(network, input, round))
            .as("%s %s", settings, input)
            .isLessThan(ROUNDING);
      } catch (UnsupportedOperatorException e) {
        assertThat(convention).isEqualTo("full");
        assertThat(window.endsInPadding()).as("%s %s", settings, input).isTrue();
        refused++;
      }
    }
    assertThat(refused).isLessThan(ROUNDS / 2);
  }

  private static void putUnlessEmpty(Map<String, String> settings, String key, String value) {
    if (!value.isEmpty()) {
      settings.put(key, value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"max", "avg"})
  void globalPoolingIgnoresTheWindow(String type) {
    Map<String, String> settings =
        Map.of("global_pool", "True", "kernel", "(2, 2)", "pad", "(1, 1)", "pool_type", type);
    Network network =
        new NetworkBuilder().operator("p", "Pooling", settings, List.of("data")).build();

    assertThat(Engines.difference(network, TensorShape.of(3, 5, 7), 1)).isLessThan(ROUNDING);
  }

  @ParameterizedTest
  @CsvSource({"'', 5, 7", "1, 5, 7", "'(2, 3)', 6, 9", "3, 6, 9", "'(6, 1)', 6, 9"})
  void adaptivePoolingAgreesWhereWindowsDoNotOverlap(String size, int height, int width) {
    Map<String, String> settings = new HashMap<>();
    putUnlessEmpty(settings, "output_size", size);
    Network network =
        new NetworkBuilder()
            .operator("p", "_contrib_AdaptiveAvgPooling2D", settings, List.of("data"))
            .build();

    assertThat(Engines.difference(network, TensorShape.of(3, height, width), 1))
        .isLessThan(ROUNDING);
  }
}
