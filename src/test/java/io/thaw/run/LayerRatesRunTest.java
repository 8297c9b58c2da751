package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thaw.catalogue.Catalogue;
import io.thaw.engine.ParameterFile;
import io.thaw.engine.Tensor;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.LayerState;
import io.thaw.job.Report;
import io.thaw.network.Layer;
import io.thaw.network.Layers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs whose layers learn at different rates. */
class LayerRatesRunTest extends InterruptedRuns {
  private static final Layers LAYERS = Layers.of(Fixtures.network());

  private byte[] model(String out) throws IOException {
    return Files.readAllBytes(folder.resolve(out).resolve("model/model-0000.params"));
  }

  private static String layersOf(String group) {
    return LAYERS.list().stream()
        .filter(layer -> layer.groupPaths().contains(group) && layer.hasParameters())
        .map(Layer::name)
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @CsvSource({"stem, true", "stage2, false"})
  void aRateOfZeroIsFreezing(String group, boolean prefix) throws IOException {
    run(job("frozen").withFreeze("layers:" + layersOf(group)));
    run(job("zero").withFreeze("none").withRates(Map.of(group, 0.0)));
    run(job("free").withFreeze("none"));

    assertThat(model("zero")).isEqualTo(model("frozen")).isNotEqualTo(model("free"));
    Report zero = report("zero");
    Report frozen = report("frozen");
    assertThat(zero.boundaryLayer() != null).isEqualTo(prefix);
    assertThat(zero.boundaryLayer()).isEqualTo(frozen.boundaryLayer());
    assertThat(zero.frozenValues()).isEqualTo(frozen.frozenValues()).isPositive();
    assertThat(zero.frozenValuesChanged()).isZero();
    assertThat(zero.layers()).isEqualTo(frozen.layers());
  }

  @Test
  void ratesOfOneChangeNothingAndOthersDo() throws IOException {
    run(job("plain").withFreeze("none"));
    run(job("ones").withFreeze("none").withRates(Map.of("stage1", 1.0, "stage2", 1.0)));
    run(job("slow").withFreeze("none").withRates(Map.of("stage2", 1e-3)));

    assertThat(model("ones")).isEqualTo(model("plain")).isNotEqualTo(model("slow"));
    Map<String, Report.LayerRecord> usual = byName(report("plain"));
    Map<String, Report.LayerRecord> slow = byName(report("slow"));
    String inside = "stage2_block1_conv1_fwd";
    assertThat(slow.get(inside).rate()).isEqualTo(1e-3);
    assertThat(slow.get(inside).change()).isLessThan(0.05 * usual.get(inside).change());
    String outside = "stage1_block1_conv1_fwd";
    assertThat(slow.get(outside).rate()).isEqualTo(1);
    assertThat(slow.get(outside).change()).isGreaterThan(0.3 * usual.get(outside).change());
  }

  private static Map<String, Report.LayerRecord> byName(Report report) {
    return report.layers().stream().collect(Collectors.toMap(Report.LayerRecord::name, it -> it));
  }

  @Test
  void theReportTellsWhatBecameOfEachLayer() {
    run(job("run").withFreeze("layers:" + layersOf("stem")).withRates(Map.of("stage2", 0.5)));

    List<Report.LayerRecord> layers = report("run").layers();
    List<String> expected =
        new ArrayList<>(
            LAYERS.list().stream()
                .filter(layer -> layer.hasParameters() && !layer.name().equals("classifier_fwd"))
                .map(Layer::name)
                .toList());
    expected.add("head_fwd");
    assertThat(layers).extracting(Report.LayerRecord::name).isEqualTo(expected);
    for (Report.LayerRecord layer : layers.subList(0, layers.size() - 1)) {
      boolean frozen = layer.name().startsWith("stem");
      assertThat(layer.state()).isEqualTo(frozen ? LayerState.FROZEN : LayerState.TRAINABLE);
      assertThat(layer.rate())
          .as(layer.name())
          .isEqualTo(frozen ? 0 : layer.name().startsWith("stage2") ? 0.5 : 1);
      assertThat(layer.change() == null).isEqualTo(frozen);
    }
    Report.LayerRecord stem = layers.get(0);
    assertThat(stem.parameters()).isEqualTo(8 * 3 * 3 * 3);
    Report.LayerRecord norm = layers.get(1);
    assertThat(norm.parameters()).as("running statistics among them").isEqualTo(4 * 8);
    Report.LayerRecord head = layers.get(layers.size() - 1);
    assertThat(head)
        .isEqualTo(
            new Report.LayerRecord("head_fwd", LayerState.HEAD, 1, head.change(), 3 * (16 + 1)));
    assertThat(head.change()).isPositive();
  }

  @Test
  void theMovementIsThatFromTheModelToTheResult() {
    run(job("run").withFreeze("none"));

    Catalogue catalogue = new Catalogue(folder.resolve("none"));
    Map<String, Tensor> before = ParameterFile.read(catalogue.resolve(model.toString()));
    Map<String, Tensor> after =
        ParameterFile.read(catalogue.resolve(folder.resolve("run").toString()));
    float[] from = before.get("stage1_block1_conv2_weight").values();
    float[] to = after.get("stage1_block1_conv2_weight").values();
    double way = 0;
    double length = 0;
    for (int i = 0; i < from.length; i++) {
      way += Math.pow((double) to[i] - from[i], 2);
      length += Math.pow(from[i], 2);
    }
    assertThat(byName(report("run")).get("stage1_block1_conv2_fwd").change())
        .isCloseTo(Math.sqrt(way / length), within(1e-9));
  }

  @Test
  void eachEpochTellsHowFarItsLayersAre() {
    run(job("run").withFreeze("until:stage1_block1_relu2"));

    List<JobEvent.LayersMoved> told = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof JobEvent.LayersMoved moved) {
        assertThat(events.get(i - 1))
            .isInstanceOfSatisfying(
                JobEvent.EpochDone.class,
                it -> assertThat(it.record().epoch()).isEqualTo(moved.epoch()));
        told.add(moved);
      }
    }
    assertThat(told).extracting(JobEvent.LayersMoved::epoch).containsExactly(1, 2, 3, 4);
    List<Report.LayerRecord> layers =
        report("run").layers().stream().filter(it -> it.change() != null).toList();
    assertThat(told.get(3).change().keySet())
        .containsExactlyElementsOf(layers.stream().map(Report.LayerRecord::name).toList());
    layers.forEach(it -> assertThat(told.get(3).change()).containsEntry(it.name(), it.change()));
    assertThat(told.get(0)).isNotEqualTo(told.get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "all | stage2 | 0.1 | 'stage2' is frozen, so a learning rate for it has no effect",
        "none | classifier | 0.1 | the new head takes its place",
        "none | stage3 | 0 | has no layer or group 'stage3'; did you mean 'stage1'?",
        "none | stage2 | 101 | must lie from 0 to 100; it is 101.0.",
      })
  void ratesThatCannotBeMeantAreRefused(String freeze, String name, double rate, String part) {
    JobEvent.Failed end =
        (JobEvent.Failed) run(job("run").withFreeze(freeze).withRates(Map.of(name, rate)));

    assertThat(end.badInput()).isTrue();
    assertThat(end.message()).contains(part).doesNotContain("\n");
  }

  @Test
  void aRunWithRatesGoesOnAsIfItHadNotStopped() throws IOException {
    JobSpec whole =
        job("whole")
            .withFreeze("none")
            .withRates(Map.of("stem", 0.0, "stage1", 0.25, "stage2/block1", 2.0));
    run(whole);
    List<JobEvent> told = List.copyOf(events);
    runUntil(maker().withCheckpointsEvery(0), whole.withOut(folder.resolve("cut").toString()), 30);

    assertThat(resume("cut")).isInstanceOf(JobEvent.Completed.class);

    assertThat(model("cut")).isEqualTo(model("whole"));
    assertThat(report("cut").layers()).isEqualTo(report("whole").layers());
    assertThat(events.stream().filter(JobEvent.LayersMoved.class::isInstance))
        .isNotEmpty()
        .allMatch(told::contains);
  }

  @Test
  void aStoppedRunReportsWhereItsLayersAreNow() {
    CancelToken cancel = new CancelToken();
    maker().run(job("run").withFreeze("none"), noting(stopAfter(1, cancel)), cancel);

    assertThat(report("run").cancelled()).isTrue();
    assertThat(report("run").layers())
        .isNotEmpty()
        .allSatisfy(layer -> assertThat(layer.change()).isPositive());
  }
}
