package io.thaw.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.ModelFolder;
import io.thaw.engine.DjlFormat;
import io.thaw.engine.NativeParameterFile;
import io.thaw.engine.ParameterFile;
import io.thaw.engine.Tensor;
import io.thaw.evaluation.ValueSummary;
import io.thaw.job.CancelToken;
import io.thaw.job.ThawFolders;
import io.thaw.job.WeightReport;
import io.thaw.job.WeightReport.LayerArray;
import io.thaw.job.WeightReport.LayerWeights;
import io.thaw.network.ParameterRole;
import io.thaw.run.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code thaw inspect --weights}. */
class InspectWeightsTest {
  private static final Path INSTALL = Path.of(System.getProperty("thaw.install", "."));

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path model;

  @BeforeEach
  void makeModel() throws IOException {
    model = Fixtures.model(folder.resolve("tiny ü"));
  }

  private int inspect(Object name, String... more) {
    out.reset();
    err.reset();
    Surroundings surroundings =
        new Surroundings(
            INSTALL,
            ThawFolders.of(Map.of("THAW_HOME", folder.resolve("home").toString())),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            InputStream.nullInputStream(),
            false);
    List<String> all = List.of("inspect", "--model=" + name, "--weights");
    return new Cli(surroundings, new CancelToken())
        .run(Stream.concat(all.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private WeightReport report(Object name) {
    assertThat(inspect(name, "--json")).as(err.toString(UTF_8)).isZero();
    return WeightReport.parse(out());
  }

  @Test
  void jsonTellsOfEveryArrayInTheFile() {
    Map<String, Tensor> file = ParameterFile.read(ModelFolder.read(model, "tiny"));

    WeightReport report = report(model);

    assertThat(report.model()).isEqualTo(model.toString());
    List<LayerArray> arrays = report.layers().stream().flatMap(it -> it.arrays().stream()).toList();
    assertThat(arrays)
        .extracting(LayerArray::name)
        .containsExactlyInAnyOrderElementsOf(file.keySet());
    for (LayerArray array : arrays) {
      Tensor tensor = file.get(array.name());
      assertThat(array.shape()).isEqualTo(tensor.shape().sizes());
      assertThat(array.values()).isEqualTo(ValueSummary.of(tensor.values(), 40));
    }
    assertThat(out().lines()).as("one line").hasSize(1);
    assertThat(err.size()).isZero();
  }

  @Test
  void layersComeInTheOrderOfTheNetworkWithTheirArrays() {
    List<LayerWeights> layers = report(model).layers();

    assertThat(layers.get(0).name()).isEqualTo("stem_conv_fwd");
    assertThat(layers.get(0).arrays().get(0).shape()).containsExactly(8, 3, 3, 3);
    assertThat(layers.get(1).arrays())
        .extracting(LayerArray::role)
        .containsExactly(
            ParameterRole.GAMMA,
            ParameterRole.BETA,
            ParameterRole.RUNNING_MEAN,
            ParameterRole.RUNNING_VARIANCE);
    assertThat(layers).noneMatch(it -> it.arrays().isEmpty());
  }

  @Test
  void theBundledModelIsATableOfHistograms() {
    assertThat(inspect("frost-64")).isZero();

    List<String> lines = out().lines().toList();
    assertThat(lines.get(0)).startsWith("layer").endsWith("histogram").doesNotContain("not finite");
    assertThat(lines.get(1)).matches("stem_conv_fwd +weight +32x3x3x3 .* 0\\.0 %  [ ▁-█]*█[ ▁-█]*");
    assertThat(lines)
        .filteredOn(it -> it.startsWith("classifier_fwd "))
        .hasSize(2)
        .anyMatch(it -> it.contains(" bias "));
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo("25 layers with 62 arrays of 2,208,936 values");
  }

  @Test
  void valuesThatAreNotFiniteAreCounted() throws IOException {
    Map<String, Tensor> file =
        new LinkedHashMap<>(ParameterFile.read(ModelFolder.read(model, "tiny")));
    Tensor gamma = file.get("stem_batchnorm_gamma");
    float[] broken = new float[gamma.values().length];
    broken[0] = Float.NaN;
    broken[1] = Float.POSITIVE_INFINITY;
    file.put("stem_batchnorm_gamma", new Tensor(gamma.shape(), broken));
    NativeParameterFile.write(model.resolve("tiny-0000.params"), file, Set.of());

    ValueSummary values =
        report(model).find("stem_batchnorm_fwd").orElseThrow().arrays().get(0).values();

    assertThat(values.notFinite()).isEqualTo(2);
    assertThat(values.zeros()).isEqualTo(0.75);
    assertThat(inspect(model)).isZero();
    assertThat(out().lines().findFirst()).get().asString().contains("not finite");
  }

  @Test
  void djlsOwnFormatIsReadToo() throws Exception {
    Path plain = Fixtures.model(folder.resolve("tiny"));
    Path saved = DjlFormat.save(plain, folder.resolve("saved"));

    assertThat(report(saved).layers()).isEqualTo(report(plain).layers());
  }

  @Test
  void badInputIsOneSentenceAndCodeThree() throws IOException {
    Path parameters = model.resolve("tiny-0000.params");
    byte[] whole = Files.readAllBytes(parameters);
    Files.write(parameters, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertRefused(model, "truncated");
    Files.delete(parameters);
    assertRefused(model, "is a graph without parameters");
    assertRefused("architecture:frost-small@64", "architecture:frost-small@64");
    assertRefused(folder.resolve("nowhere"), "There is no model");
  }

  private void assertRefused(Object name, String text) {
    assertThat(inspect(name, "--json")).isEqualTo(3);
    assertThat(out.size()).isZero();
    assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains(text).endsWith(".");
  }
}
