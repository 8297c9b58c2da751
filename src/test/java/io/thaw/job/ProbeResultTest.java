package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeResultTest {
  private static final ProbeResult RESULT =
      new ProbeResult(
          ProbeResult.VERSION,
          "frost-64",
          "Bilder ü",
          "ONNX Runtime",
          100,
          2,
          1,
          List.of("a", "b"),
          0.5,
          5,
          List.of(new ProbeResult.Point("relu", "stage1/block1", 64, 0.75, 0.66, 0.82)),
          "until:relu",
          "Because.",
          1.5);

  @Test
  void itReadsBack() throws Exception {
    String json = JsonFiles.mapper().writeValueAsString(RESULT);

    assertThat(ProbeResult.parse(json)).isEqualTo(RESULT);
    assertThat(ProbeResult.parse(json.replace("{\"version\"", "{\"later\":7,\"version\"")))
        .isEqualTo(RESULT);
  }

  @Test
  void newerAndDamagedOnesAreRefused() throws Exception {
    String json = JsonFiles.mapper().writeValueAsString(RESULT);

    assertThatThrownBy(() -> ProbeResult.parse(json.replace("\"version\":1", "\"version\":2")))
        .isInstanceOf(BadJobException.class)
        .hasMessageContaining("version 2");
    for (String damaged : List.of("", "{}", "[1]", "{\"version\":1}", json.substring(1))) {
      assertThatThrownBy(() -> ProbeResult.parse(damaged)).isInstanceOf(BadJobException.class);
    }
  }
}
