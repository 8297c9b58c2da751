package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.AugmentationKind;
import io.thaw.job.CancelToken;
import io.thaw.job.ClassBalance;
import io.thaw.job.EpochRecord;
import io.thaw.job.EventCodec;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.JobState;
import io.thaw.job.OptimizerKind;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.job.TrainingSettings;
import io.thaw.job.Untimed;
import io.thaw.tuning.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are interrupted in this process and gone on with. */
class ResumeTest extends InterruptedRuns {
  private void assertSameResult(String whole, String resumed) throws IOException {
    String parameters = "model/model-0000.params";
    assertThat(folder.resolve(resumed).resolve(parameters))
        .hasBinaryContent(Files.readAllBytes(folder.resolve(whole).resolve(parameters)));
    Report one = report(whole);
    Report other = report(resumed);
    assertThat(Untimed.epochs(other.epochs())).isEqualTo(Untimed.epochs(one.epochs()));
    assertThat(other.valAccuracy()).isEqualTo(one.valAccuracy());
    assertThat(other.valLoss()).isEqualTo(one.valLoss());
    assertThat(other.confusion()).isDeepEqualTo(one.confusion());
    assertThat(other.layers()).isEqualTo(one.layers());
    assertThat(other.cancelled()).isFalse();
    assertThat(folder.resolve(resumed).resolve("checkpoints")).doesNotExist();
    assertEventsTellEachEpochOnce(resumed);
  }

  private void assertEventsTellEachEpochOnce(String out) throws IOException {
    JobState state = new JobState();
    long sequence = 0;
    for (String line : Files.readAllLines(new RunFiles(folder.resolve(out)).events())) {
      EventCodec.Line decoded = new EventCodec().decode(line);
      assertThat(decoded.sequence()).isEqualTo(sequence++);
      state.apply(decoded.event());
    }
    assertThat(state.epochs()).isEqualTo(report(out).epochs());
    assertThat(state.batches())
        .extracting(JobEvent.BatchDone::step)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(state.end()).get().isInstanceOf(JobEvent.Completed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "none, SGD, STANDARD, 0, BALANCED_SAMPLING",
    "none, SGD, LIGHT, 3, NONE",
    "until:stage1_block1_add, ADAM, STANDARD, 4, WEIGHTED_LOSS",
    "until:stage1_block1_add, SGD, LIGHT, 0, NONE",
    "all, SGD, NONE, 0, BALANCED_SAMPLING"
  })
  void aRunStoppedAtSeveralStepsEndsLikeOneThatWasNot(
      String freeze,
      OptimizerKind optimizer,
      AugmentationKind augmentation,
      int views,
      ClassBalance balance)
      throws IOException {
    for (int i = 12; i < 30; i++) {
      Files.delete(data.resolve("square/" + i + ".png"));
    }
    TrainingSettings it = job("x").training().withAugmentation(augmentation, views);
    TrainingSettings settings =
        new TrainingSettings(
                it.epochs(),
                it.batch(),
                0,
                optimizer,
                it.momentum(),
                it.weightDecay(),
                it.schedule(),
                augmentation,
                views)
            .withBalance(balance);
    JobSpec whole = job("whole").withFreeze(freeze).withTraining(settings);
    assertThat(run(whole)).isInstanceOf(JobEvent.Completed.class);
    long steps = EPOCHS * (long) Math.ceil(report("whole").trainImages() / 4.0);

    int resumes = 0;
    Random random = new Random(freeze.hashCode() + views);
    JobEvent.Terminal end =
        runUntil(maker(), whole.withOut(folder.resolve("cut").toString()), 1 + random.nextInt(9));
    for (long step = 10 + random.nextInt(20);
        end instanceof JobEvent.Cancelled && step < steps;
        step += 10 + random.nextInt(20)) {
      assertThat(report("cut").cancelled()).isTrue();
      CancelToken cancel = new CancelToken();
      end = maker().resume(folder.resolve("cut"), noting(stopAfter(step, cancel)), cancel);
      resumes++;
    }
    if (end instanceof JobEvent.Cancelled) {
      end = resume("cut");
      resumes++;
    }

    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    assertThat(resumes).isPositive();
    assertThat(report("cut").resumed()).isEqualTo(resumes);
    assertSameResult("whole", "cut");
  }

  @Test
  void theReportAddsUpTheTimeOfAllParts() throws IOException {
    JobEvent.Cancelled first =
        (JobEvent.Cancelled) runUntil(maker(), job("run").withFreeze("none"), 1);

    CancelToken atOnce = new CancelToken();
    atOnce.cancel();
    JobEvent.Cancelled second =
        (JobEvent.Cancelled) maker().resume(folder.resolve("run"), noting(event -> {}), atOnce);
    double kept =
        new CheckpointFolder(folder.resolve("run/checkpoints"))
            .newest(damaged -> {})
            .orElseThrow()
            .history()
            .seconds()
            .total();
    assertThat(kept).isPositive().isLessThanOrEqualTo(first.seconds());
    assertThat(second.seconds()).isGreaterThan(kept);
    assertThat(second.modelKept()).isTrue();

    JobEvent.Completed end = (JobEvent.Completed) resume("run");

    assertThat(end.seconds()).isGreaterThan(second.seconds());
    Report.Seconds seconds = report("run").seconds();
    assertThat(seconds.total())
        .isGreaterThanOrEqualTo(seconds.scan() + seconds.intake() + seconds.train());
    assertThat(report("run").epochs().stream().mapToDouble(EpochRecord::seconds).sum())
        .isLessThanOrEqualTo(seconds.train());
    assertThat(events.stream().filter(JobEvent.Resumed.class::isInstance)).hasSize(1);
  }

  @Test
  void aDamagedCheckpointGivesWayToTheOneBefore() throws IOException {
    run(job("whole").withFreeze("none"));
    killed("run");
    assertThat(checkpoints("run")).hasSize(2);
    damage(checkpoints("run").get(1));

    assertThat(resume("run")).isInstanceOf(JobEvent.Completed.class);

    assertThat(report("run").notices()).singleElement().asString().contains("damaged");
    assertSameResult("whole", "run");
  }

  @Test
  void aRunWithoutACheckpointBeginsAgain() throws IOException {
    run(job("whole").withFreeze("none"));
    killed("run");
    Path run = folder.resolve("run");
    for (Path file : checkpoints("run")) {
      Files.delete(file);
    }
    Files.delete(run.resolve("report.json"));
    Files.writeString(run.resolve("features123.tmp"), "pictures");
    Files.writeString(run.resolve("events.ndjson"), "{\"seq\":9", StandardOpenOption.APPEND);

    assertThat(resume("run")).isInstanceOf(JobEvent.Completed.class);

    assertThat(report("run").resumed()).isZero();
    assertThat(run.resolve("features123.tmp")).doesNotExist();
    assertSameResult("whole", "run");
  }

  @Test
  void checkpointsThatCannotBeWrittenAreOneNotice() throws IOException {
    Path blocked = folder.resolve("run/checkpoints");
    JobEvent.Terminal end =
        maker()
            .withCheckpointsEvery(0)
            .run(
                job("run"),
                noting(
                    event -> {
                      if (event instanceof JobEvent.DataReady) {
                        write(blocked, "in the way");
                      }
                    }),
                new CancelToken());

    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    assertThat(report("run").notices())
        .singleElement()
        .asString()
        .contains("No checkpoint could be written");
    assertThat(events.stream().filter(JobEvent.Notice.class::isInstance)).hasSize(1);
    assertThat(blocked).hasContent("in the way");
  }
}
