package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs with pictures that are kept for a test. */
class TestedRunTest {
  @TempDir private Path folder;
  private final List<JobEvent> events = new ArrayList<>();
  private Path model;

  @BeforeEach
  void makeModel() throws IOException {
    model = Fixtures.model(folder.resolve("tiny"));
  }

  private Report run(JobSpec job) {
    JobEvent.Terminal end =
        new TrainingRun(new Catalogue(folder.resolve("none")), Fixtures.folders(folder), "test")
            .run(job, (event, line) -> events.add(event), new CancelToken());
    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    return Report.read(new RunFiles(Path.of(job.out())).report());
  }

  private static int sum(int[][] counts) {
    return Arrays.stream(counts).flatMapToInt(IntStream::of).sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "none"})
  void aTestFolderIsLookedAtOnceAndChangesNothing(String freeze) throws IOException {
    Path data = folder.resolve("pictures");
    Fixtures.pictures(data.resolve("train"), 6);
    Fixtures.pictures(data.resolve("val"), 4);
    JobSpec job = Fixtures.job(model, data, folder.resolve("without")).withFreeze(freeze);
    Report without = run(job);
    Fixtures.pictures(data.resolve("test"), 9);
    Files.writeString(data.resolve("test/disc/0.png"), "no picture");

    Report with = run(job.withOut(folder.resolve("with").toString()));

    assertThat(without.test()).isNull();
    assertThat(with.test().images()).isEqualTo(26);
    assertThat(sum(with.test().confusion())).isEqualTo(26);
    assertThat(Arrays.stream(with.test().confusion()[0]).sum()).isEqualTo(8);
    assertThat(with.test().matrix(with.classes()).accuracy()).isEqualTo(with.test().accuracy());
    assertThat(with.trainImages()).isEqualTo(18);
    assertThat(with.valAccuracy()).isEqualTo(without.valAccuracy());
    assertThat(events)
        .filteredOn(JobEvent.Notice.class::isInstance)
        .extracting(it -> ((JobEvent.Notice) it).message())
        .anyMatch(it -> it.startsWith("Accuracy on 26 test pictures: "));
    assertThat(with.notices()).noneMatch(it -> it.contains("test pictures"));
    assertThat(bytes("with")).isEqualTo(bytes("without"));
  }

  private byte[] bytes(String run) throws IOException {
    return Files.readAllBytes(folder.resolve(run).resolve("model/model-0000.params"));
  }

  @Test
  void aShareIsKeptForTheTest() throws IOException {
    Path data = Fixtures.pictures(folder.resolve("pictures"), 10);
    JobSpec job = Fixtures.job(model, data, folder.resolve("run")).withTest(0.2);

    Report report = run(job);

    assertThat(report.test().images()).isBetween(3, 9);
    assertThat(report.trainImages() + report.valImages() + report.test().images()).isEqualTo(30);
  }
}
