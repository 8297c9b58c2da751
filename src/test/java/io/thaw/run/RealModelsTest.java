package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.job.CancelToken;
import io.thaw.job.Initialisation;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on real networks and real photographs. */
@Tag("reference")
class RealModelsTest {
  private static final Path REFERENCE = Path.of(System.getProperty("thaw.reference", ""));
  private static final Path FLOWERS = REFERENCE.resolve("data").resolve("flowers");

  @TempDir private Path folder;

  @BeforeEach
  void requireReference() {
    assertThat(FLOWERS).as("photographs in the folder thaw.reference").isDirectory();
  }

  private Report run(JobSpec spec, String name) {
    Path out = folder.resolve(name);
    JobEvent.Terminal end =
        new TrainingRun(new Catalogue(folder), Fixtures.folders(folder), "test")
            .run(spec.withOut(out.toString()), (event, line) -> {}, new CancelToken());
    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    return Report.read(new RunFiles(out).report());
  }

  private static JobSpec job(String model, Path data, int epochs) {
    JobSpec spec =
        JobSpec.of(REFERENCE.resolve("models").resolve(model).toString(), data.toString());
    return spec.withTraining(spec.training().withEpochs(epochs));
  }

  @Test
  void aNewHeadOnMobileNetTellsFlowersApart() {
    Report report = run(job("mobilenet_v2_imagenet", FLOWERS, 10), "flowers");

    assertThat(report.valAccuracy()).isGreaterThanOrEqualTo(0.82);
    assertThat(report.boundaryLayer()).isEqualTo("logits_avgpool_fwd");
    assertThat(report.trainableParameters()).isEqualTo(1280 * 5 + 5);
    assertThat(report.frozenValuesChanged()).isZero();
    assertThat(report.trainImages() + report.valImages()).isEqualTo(1000);
    assertThat(report.trainImages()).isBetween(760, 840);
  }

  /** Twelve pictures of each class; a full pass of the suffix takes minutes. */
  private Path someFlowers() throws IOException {
    Path some = folder.resolve("some");
    for (Path kind : list(FLOWERS)) {
      Path to = Files.createDirectories(some.resolve(kind.getFileName()));
      for (Path picture : list(kind).subList(0, 12)) {
        Files.copy(picture, to.resolve(picture.getFileName()));
      }
    }
    return some;
  }

  private static java.util.List<Path> list(Path folder) throws IOException {
    try (var content = Files.list(folder)) {
      return content.sorted().toList();
    }
  }

  @Test
  void freezingTwoThirdsOfMobileNetTrainsTheRestTheSameEachTime() throws IOException {
    JobSpec spec =
        job("mobilenet_v2_imagenet", someFlowers(), 2)
            .withFreeze("until:expanded_conv_11_add_plus");

    Report first = run(spec, "first");
    Report second = run(spec, "second");

    assertThat(first.boundaryLayer()).isEqualTo("expanded_conv_11_add_plus");
    assertThat(first.frozenValues()).isGreaterThan(300_000);
    assertThat(first.frozenValuesChanged()).isZero();
    assertThat(first.epochs()).hasSize(2);
    assertThat(second.valLoss()).isEqualTo(first.valLoss());
    assertThat(second.epochs().get(1).loss()).isEqualTo(first.epochs().get(1).loss());
    assertThat(Files.readAllBytes(folder.resolve("first/model/model-0000.params")))
        .isEqualTo(Files.readAllBytes(folder.resolve("second/model/model-0000.params")));
  }

  @Test
  void aGraphWithoutWeightsTrainsFromRandomOnes() throws IOException {
    Path model = Files.createDirectory(folder.resolve("resnet18"));
    Files.copy(
        REFERENCE.resolve("models/symbols/resnet18_v1-symbol.json"),
        model.resolve("resnet18_v1-symbol.json"));
    Files.writeString(model.resolve("serving.properties"), "width=64\nheight=64\n");
    JobSpec spec = job("mobilenet_v2_imagenet", someFlowers(), 1);
    JobSpec random =
        JobSpec.of(model.toString(), spec.data())
            .withFreeze("until:resnetv10_stage3_activation1")
            .withInit(Initialisation.RANDOM)
            .withTraining(spec.training().withBatch(16));

    Report report = run(random, "random");

    assertThat(report.frozenValuesChanged()).isZero();
    assertThat(report.frozenValues()).isGreaterThan(2_000_000);
    assertThat(Arrays.stream(report.confusion()).flatMapToInt(Arrays::stream).sum())
        .isEqualTo(report.valImages());
  }
}
