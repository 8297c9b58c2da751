package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.thaw.catalogue.Catalogue;
import io.thaw.job.BadJobException;
import io.thaw.job.CancelToken;
import io.thaw.job.Installation;
import io.thaw.job.JobEvent;
import io.thaw.job.ProbeResult;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layers;
import io.thaw.network.NetworkBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Probes with the real engines, most of the bundled model on some of the sample pictures. */
class ProbeTest {
  private static final Path INSTALL = Installation.folder();

  @TempDir private Path folder;
  private final Catalogue catalogue = new Catalogue(INSTALL.resolve("assets/models"));
  private final CancelToken cancel = new CancelToken();
  private final Heard heard = new Heard();

  private static final class Heard implements Probe.Watcher {
    private final List<JobEvent> events = new ArrayList<>();
    private final List<Integer> fitted = new ArrayList<>();
    private int points;

    @Override
    public void event(JobEvent event) {
      events.add(event);
    }

    @Override
    public void fitted(int done, int all) {
      fitted.add(done);
      points = all;
    }

    <T extends JobEvent> List<T> all(Class<T> type) {
      return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }

  private ProbeResult probe(String model, Path data, int pictures, long seed) {
    return new Probe(catalogue, Fixtures.folders(folder))
        .run(new Probe.Settings(model, data.toString(), pictures, seed), heard, cancel);
  }

  /** The first pictures of two classes of the samples. */
  private Path samples(int each) throws IOException {
    Path data = folder.resolve("samples");
    for (String kind : List.of("banana", "pepper")) {
      Files.createDirectories(data.resolve(kind));
      for (int i = 1; i <= each; i++) {
        String name = "%03d.jpg".formatted(i);
        Files.copy(
            INSTALL.resolve("sample-data").resolve(kind).resolve(name),
            data.resolve(kind).resolve(name));
      }
    }
    return data;
  }

  @Test
  void theBundledModelTellsTheSamplesApart() throws IOException {
    Path data = samples(20);

    ProbeResult result = probe("frost-64", data, 1000, 1);

    assertThat(result.version()).isEqualTo(1);
    assertThat(result.model()).isEqualTo("frost-64");
    assertThat(result.data()).isEqualTo(data.toString());
    assertThat(result.engine()).startsWith("ONNX Runtime");
    assertThat(result.classes()).containsExactly("banana", "pepper");
    assertThat(result.pictures()).isEqualTo(40);
    assertThat(result.skipped()).isZero();
    assertThat(result.copies()).isZero();
    assertThat(result.guess()).isEqualTo(0.5);
    assertThat(result.folds()).isEqualTo(5);
    assertThat(result.seconds()).isPositive();
    assertThat(result.points()).extracting(ProbeResult.Point::layer).contains("stem_relu");
    ProbeResult.Point last = result.points().get(result.points().size() - 1);
    assertThat(last.layer()).isEqualTo("classifier_pool");
    assertThat(last.group()).isEqualTo("classifier");
    assertThat(last.accuracy()).isGreaterThan(0.85);
    for (ProbeResult.Point point : result.points()) {
      assertThat(point.accuracy()).isBetween(point.low(), point.high());
      assertThat(point.accuracy() * 40).isCloseTo(Math.rint(point.accuracy() * 40), within(1e-9));
    }
  }

  /** Of one class all, so that only having seen a version of a picture could tell its label. */
  @Test
  void versionsOfAPictureThatWasSeenDoNotCountAsKnown() throws IOException {
    Path data = folder.resolve("bursts");
    for (int i = 0; i < 12; i++) {
      byte[] picture =
          Files.readAllBytes(INSTALL.resolve("sample-data/banana/%03d.jpg".formatted(i + 1)));
      Path label = Files.createDirectories(data.resolve(i % 2 == 0 ? "even" : "odd"));
      for (int version = 0; version < 3; version++) {
        // Bytes behind its end change the file and not the picture.
        byte[] longer = Arrays.copyOf(picture, picture.length + version);
        Files.write(label.resolve(i + "-" + version + ".jpg"), longer);
      }
    }

    ProbeResult result = probe("frost-64", data, 1000, 1);

    assertThat(result.pictures()).isEqualTo(36);
    assertThat(result.copies()).isZero();
    assertThat(result.points()).allMatch(point -> point.accuracy() < 0.85);
  }

  @Test
  void theAdviceCanBeFollowed() throws IOException {
    ProbeResult result = probe("frost-64", samples(15), 1000, 1);

    Layers layers = Layers.of(catalogue.resolve("frost-64").network());
    FreezeSpec spec = FreezeSpec.parse(result.freeze());
    assertThat(spec.resolve(layers).frozen()).isNotEmpty();
    assertThat(result.reason()).contains("can stay frozen").contains("95 % between").endsWith(".");
    if (spec instanceof FreezeSpec.Until until) {
      assertThat(result.reason()).contains(until.layer());
    }
  }

  @Test
  void progressIsToldToTheEnd() throws IOException {
    ProbeResult result = probe("frost-64", samples(10), 16, 1);

    assertThat(result.pictures()).isEqualTo(16);
    List<JobEvent.Progress> progress = heard.all(JobEvent.Progress.class);
    assertThat(progress.get(progress.size() - 1).done()).isEqualTo(16);
    assertThat(heard.points).isEqualTo(result.points().size());
    assertThat(heard.fitted).startsWith(0, 1).endsWith(heard.points).isSorted();
  }

  @Test
  void theSameSeedGivesTheSameFigures() throws IOException {
    Path data = samples(15);
    List<ProbeResult.Point> first = probe("frost-64", data, 20, 1).points();

    assertThat(probe("frost-64", data, 20, 1).points()).isEqualTo(first);
    assertThat(probe("frost-64", data, 20, 2).points()).isNotEqualTo(first);
  }

  @Test
  void whatCannotBeReadIsCountedAndCopiesAreUsedOnce() throws IOException {
    Path data = Fixtures.pictures(folder.resolve("drawn"), 8);
    Files.writeString(data.resolve("disc/text.png"), "no picture");
    Path half = data.resolve("disc/7.png");
    byte[] whole = Files.readAllBytes(half);
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    Files.copy(data.resolve("square/0.png"), data.resolve("square/copy.png"));
    Files.copy(data.resolve("square/1.png"), data.resolve("stripes/wrong.png"));

    ProbeResult result = probe("frost-64", data, 1000, 1);

    assertThat(result.pictures()).isEqualTo(23);
    assertThat(result.skipped()).isEqualTo(2);
    assertThat(result.copies()).isEqualTo(2);
    assertThat(heard.all(JobEvent.ProblemFound.class))
        .extracting(JobEvent.ProblemFound::file)
        .containsExactlyInAnyOrder(data.resolve("disc/text.png").toString(), half.toString());
  }

  @Test
  void aClassThatTurnsOutUnreadableIsRefused() throws IOException {
    Path data = Fixtures.pictures(folder.resolve("drawn"), 3);
    for (int i = 0; i < 2; i++) {
      Path file = data.resolve("disc").resolve(i + ".png");
      byte[] bytes = Files.readAllBytes(file);
      // The header stays sound.
      Arrays.fill(bytes, 60, bytes.length, (byte) 0);
      Files.write(file, bytes);
    }

    assertThatThrownBy(() -> probe("frost-64", data, 1000, 1))
        .isInstanceOf(BadJobException.class)
        .hasMessageContaining("'disc'");
  }

  @Test
  void aFolderThatCannotBeIsRefused() {
    assertThatThrownBy(
            () ->
                new Probe(catalogue, Fixtures.folders(folder))
                    .run(new Probe.Settings("frost-64", "no\0folder", 10, 1), heard, cancel))
        .isInstanceOf(BadJobException.class)
        .hasMessageContaining("a name that cannot be");
  }

  @Test
  void featuresThatDoNotSuitAreToldAndAllIsToBeTrained() throws IOException {
    Path data = folder.resolve("mixed");
    Path drawn = Fixtures.pictures(folder.resolve("drawn"), 14);
    for (int i = 0; i < 14; i++) {
      // The same kinds of pictures in both classes.
      for (String kind : List.of("disc", "square", "stripes")) {
        Path to = Files.createDirectories(data.resolve(i % 2 == 0 ? "these" : "those"));
        Files.copy(drawn.resolve(kind).resolve(i + ".png"), to.resolve(kind + i + ".png"));
      }
    }

    ProbeResult result = probe("frost-64", data, 1000, 1);

    assertThat(result.freeze()).isEqualTo("none");
    assertThat(result.reason()).contains("do not suit these pictures").contains("0.50");
  }

  @Test
  void whatOnnxRuntimeCannotDoRunsInMxnet() throws IOException {
    NetworkBuilder network =
        new NetworkBuilder()
            .convolution("first", 8, 3, 1, 1)
            .relu("first_relu")
            .operator("length", "L2Normalization", Map.of(), List.of("first_relu"))
            .convolution("second", 8, 3, 2, 1)
            .globalPool("pool")
            .fullyConnected("classifier", 10);
    Path model = Fixtures.model(folder.resolve("odd"), network.build());

    ProbeResult result =
        probe(model.toString(), Fixtures.pictures(folder.resolve("drawn"), 6), 1000, 1);

    assertThat(result.engine()).startsWith("MXNet");
    assertThat(result.points())
        .extracting(ProbeResult.Point::layer)
        .containsExactly("first", "first_relu", "length", "pool");
    assertThat(heard.all(JobEvent.Notice.class)).singleElement().asString().contains("MXNet");
  }

  @Test
  void itCanBeStoppedWhileItLooksAndWhileItFits() throws IOException {
    Path data = samples(12);
    Probe probe = new Probe(catalogue, Fixtures.folders(folder));
    Probe.Settings settings = new Probe.Settings("frost-64", data.toString(), 1000, 1);
    for (boolean late : new boolean[] {false, true}) {
      CancelToken token = new CancelToken();
      Probe.Watcher stopping =
          new Probe.Watcher() {
            @Override
            public void event(JobEvent event) {
              if (!late && event instanceof JobEvent.Progress) {
                token.cancel();
              }
            }

            @Override
            public void fitted(int done, int points) {
              token.cancel();
            }
          };

      assertThatThrownBy(() -> probe.run(settings, stopping, token))
          .isInstanceOf(CancellationException.class);
    }
  }
}
