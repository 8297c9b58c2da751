package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.thaw.dataset.DatasetEdits;
import io.thaw.job.CancelToken;
import io.thaw.job.ClassBalance;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.tuning.checkpoint.Checkpoint;
import io.thaw.tuning.checkpoint.CheckpointFolder;
import io.thaw.tuning.checkpoint.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What cannot be gone on with, and that trying changes nothing. */
class RefusedResumeTest extends InterruptedRuns {
  private Map<String, String> content(Path run) throws IOException {
    Map<String, String> content = new TreeMap<>();
    if (Files.exists(run)) {
      try (Stream<Path> files = Files.walk(run)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          content.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return content;
  }

  private void assertRefused(String... parts) throws IOException {
    Map<String, String> before = content(folder.resolve("run"));

    JobEvent.Terminal end = resume("run");

    assertThat(end).isInstanceOf(JobEvent.Failed.class);
    JobEvent.Failed failed = (JobEvent.Failed) end;
    assertThat(failed.badInput()).as(failed.toString()).isTrue();
    assertThat(failed.message()).contains(parts).doesNotContain("\n").endsWith(".");
    assertThat(events.get(0)).isInstanceOf(JobEvent.Started.class);
    assertThat(content(folder.resolve("run"))).isEqualTo(before);
  }

  @Test
  void aFolderThatIsNoInterruptedRunIsRefused() throws IOException {
    assertRefused("no run folder", folder.resolve("run").toString());
    Files.createDirectories(folder.resolve("run"));
    assertRefused("no run folder", "job.json");
    write(folder.resolve("run/job.json"), "{\"version\":99,\"model\":\"a\",\"data\":\"b\"}");
    assertRefused("job.json", "format version 99");
    write(folder.resolve("run/job.json"), "no json");
    assertRefused("job.json", "damaged");
  }

  @Test
  void aCompleteRunIsRefused() throws IOException {
    run(job("run"));
    assertRefused("complete");
  }

  @Test
  void damagedCheckpointsAreRefused() throws IOException {
    killed("run");
    for (Path file : checkpoints("run")) {
      damage(file);
    }
    assertRefused("checkpoints", "damaged");
  }

  @Test
  void otherPicturesAreRefused() throws IOException {
    killed("run");
    Path picture = data.resolve("disc/0.png");
    byte[] bytes = Files.readAllBytes(picture);

    Files.delete(picture);
    assertRefused("pictures", data.toString());
    Files.write(picture, Files.readAllBytes(data.resolve("square/0.png")));
    assertRefused("pictures");
    Files.write(picture, bytes);
    Files.move(data.resolve("disc"), data.resolve("round"));
    assertRefused("pictures");
    Files.move(data.resolve("round"), data.resolve("disc"));
    byte[] broken = bytes.clone();
    IntStream.range(60, bytes.length).forEach(i -> broken[i] = 0);
    Files.write(picture, broken);
    assertRefused("pictures");

    Files.write(picture, bytes);
    assertThat(resume("run")).isInstanceOf(JobEvent.Completed.class);
  }

  @Test
  void anotherModelOrJobIsRefused() throws IOException {
    killed("run");
    Path parameters = model.resolve("tiny-0000.params");
    byte[] bytes = Files.readAllBytes(parameters);
    damage(parameters);
    assertRefused("model", model.toString());
    Files.write(parameters, bytes);

    JobSpec spec = TrainingRun.job(folder.resolve("run"));
    spec.withTraining(spec.training().withEpochs(EPOCHS + 1)).write(folder.resolve("run/job.json"));
    assertRefused("training.epochs", "5", "4");

    spec.withRates(Map.of("stem", 0.5)).write(folder.resolve("run/job.json"));
    assertRefused("rates", "stem=0.5", "none");

    spec.withTraining(spec.training().withBalance(ClassBalance.WEIGHTED_LOSS))
        .write(folder.resolve("run/job.json"));
    assertRefused("training.balance", "WEIGHTED_LOSS", "NONE");
    forgetBalance();
    assertRefused("training.balance", "WEIGHTED_LOSS", "NONE");
    spec.withEdits(DatasetEdits.NONE.exclude(List.of("disc/0.png")))
        .write(folder.resolve("run/job.json"));
    assertRefused("pictures", data.toString());

    Path moved = Files.move(data, folder.resolve("moved"));
    JobSpec elsewhere = Fixtures.job(model, moved, folder.resolve("run"));
    elsewhere
        .withFreeze("none")
        .withTraining(spec.training())
        .write(folder.resolve("run/job.json"));
    assertThat(resume("run")).isInstanceOf(JobEvent.Completed.class);
  }

  /** Leaves a checkpoint as a build wrote it that knew nothing of the classes' balance. */
  private void forgetBalance() throws IOException {
    CheckpointFolder checkpoints = new CheckpointFolder(folder.resolve("run/checkpoints"));
    Checkpoint newest = checkpoints.newest(damaged -> {}).orElseThrow();
    Fingerprint known = newest.fingerprint();
    ObjectNode older = known.job().deepCopy();
    ((ObjectNode) older.path("training")).remove("balance");
    checkpoints.write(
        new Checkpoint(
            new Fingerprint(older, known.model(), known.pictures(), known.samples()),
            newest.history(),
            newest.state()));
  }

  @Test
  void anotherRateIsRefused() throws IOException {
    JobSpec begun = job("run").withFreeze("none").withRates(Map.of("stem", 0.5, "stage1", 1.0));
    runUntil(maker().withCheckpointsEvery(0), begun, 30);

    for (Map<String, Double> rates :
        List.of(
            Map.of("stem", 0.5, "stage1", 1.0, "stage2", 1.0),
            Map.of("stem", 0.5),
            Map.of("stem", 0.25, "stage1", 1.0),
            Map.<String, Double>of())) {
      begun.withRates(rates).write(folder.resolve("run/job.json"));
      assertRefused("rates", "stem=0.5", "stage1=1.0");
    }
    begun.write(folder.resolve("run/job.json"));
    assertThat(resume("run")).isInstanceOf(JobEvent.Completed.class);
  }

  @Test
  void aRunAtWorkIsRefused() throws IOException {
    List<JobEvent.Terminal> second = new ArrayList<>();
    JobEvent.Terminal first =
        maker()
            .run(
                job("run"),
                (event, line) -> {
                  if (event instanceof JobEvent.PlanReady) {
                    second.add(
                        maker().resume(folder.resolve("run"), (it, text) -> {}, new CancelToken()));
                  }
                },
                new CancelToken());

    assertThat(first).isInstanceOf(JobEvent.Completed.class);
    assertThat(second)
        .singleElement()
        .isInstanceOfSatisfying(
            JobEvent.Failed.class, it -> assertThat(it.message()).contains("at work"));
  }
}
