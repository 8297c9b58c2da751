package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.evaluation.ValueSummary;
import io.thaw.job.WeightReport.LayerArray;
import io.thaw.job.WeightReport.LayerWeights;
import io.thaw.network.ParameterRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightReportTest {
  private static final WeightReport REPORT =
      new WeightReport(
          WeightReport.VERSION,
          "/home/ada/Bilder ü",
          List.of(
              new LayerWeights(
                  "stem",
                  List.of(
                      array("stem_weight", ParameterRole.WEIGHT, 0.1f, -0.7f),
                      array("stem_bias", ParameterRole.BIAS, Float.NaN, Float.NaN)))));

  private static LayerArray array(String name, ParameterRole role, float... values) {
    return new LayerArray(name, role, List.of(1, 2), ValueSummary.of(values, 4));
  }

  @Test
  void itReadsBackEvenWhatIsNoNumber() throws Exception {
    String json = JsonFiles.mapper().writeValueAsString(REPORT);

    assertThat(json).contains("\"least\":-0.7,").contains("\"mean\":\"NaN\"");
    assertThat(WeightReport.parse(json)).isEqualTo(REPORT);
    assertThat(WeightReport.parse(json.replace("{\"version\"", "{\"later\":7,\"version\"")))
        .isEqualTo(REPORT);
  }

  @Test
  void layersAndArraysAreFoundByName() {
    assertThat(REPORT.find("stem").flatMap(it -> it.find("stem_bias")))
        .get()
        .extracting(LayerArray::role)
        .isEqualTo(ParameterRole.BIAS);
    assertThat(REPORT.find("relu")).isEmpty();
    assertThat(REPORT.layers().get(0).find("stem")).isEmpty();
  }

  @Test
  void newerAndDamagedOnesAreRefused() throws Exception {
    String json = JsonFiles.mapper().writeValueAsString(REPORT);

    assertThatThrownBy(() -> WeightReport.parse(json.replace("\"version\":1", "\"version\":2")))
        .isInstanceOf(BadJobException.class)
        .hasMessageContaining("version 2");
    for (String damaged :
        List.of(
            "",
            "{}",
            "[1]",
            "{\"version\":1}",
            json.substring(1),
            json.replace("\"values\"", "\"v\""),
            json.replace("\"histogram\"", "\"h\""))) {
      assertThatThrownBy(() -> WeightReport.parse(damaged)).isInstanceOf(BadJobException.class);
    }
  }
}
