package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.job.AugmentationKind;
import io.thaw.job.CancelToken;
import io.thaw.job.EpochRecord;
import io.thaw.job.EventCodec;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.JobState;
import io.thaw.job.OptimizerKind;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.job.TrainingSettings;
import io.thaw.tuning.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are interrupted in this process and gone on with. */
class ResumeTest {
  private static final int EPOCHS = 4;

  @TempDir private Path folder;
  private Path model;
  private Path data;
  private final List<JobEvent> events = new ArrayList<>();

  @BeforeEach
  void makeInput() throws IOException {
    model = Fixtures.model(folder.resolve("tiny"));
    data = Fixtures.pictures(folder.resolve("pictures"), 30);
  }

  private TrainingRun maker() {
    return new TrainingRun(new Catalogue(folder.resolve("none")), Fixtures.folders(folder), "test");
  }

  private JobSpec job(String out) {
    JobSpec spec = Fixtures.job(model, data, folder.resolve(out));
    return spec.withTraining(spec.training().withEpochs(EPOCHS).withBatch(4));
  }

  private TrainingRun.Listener noting(Consumer<JobEvent> watcher) {
    events.clear();
    return (event, line) -> {
      events.add(event);
      watcher.accept(event);
    };
  }

  private JobEvent.Terminal run(JobSpec spec) {
    return maker().run(spec, noting(event -> {}), new CancelToken());
  }

  private JobEvent.Terminal resume(String out) {
    return maker().resume(folder.resolve(out), noting(event -> {}), new CancelToken());
  }

  /** Stops once so many steps were reported; tells whether it came to that. */
  private static Consumer<JobEvent> stopAfter(long step, CancelToken cancel) {
    return event -> {
      if (event instanceof JobEvent.BatchDone batch && batch.step() >= step) {
        cancel.cancel();
      }
    };
  }

  private JobEvent.Terminal runUntil(TrainingRun maker, JobSpec spec, long step) {
    CancelToken cancel = new CancelToken();
    return maker.run(spec, noting(stopAfter(step, cancel)), cancel);
  }

  private Report report(String out) {
    return Report.read(new RunFiles(folder.resolve(out)).report());
  }

  private static EpochRecord untimed(EpochRecord it) {
    return new EpochRecord(
        it.epoch(),
        it.loss(),
        it.accuracy(),
        it.valLoss(),
        it.valAccuracy(),
        it.learningRate(),
        0,
        0);
  }

  private void assertSameResult(String whole, String resumed) throws IOException {
    String parameters = "model/model-0000.params";
    assertThat(folder.resolve(resumed).resolve(parameters))
        .hasBinaryContent(Files.readAllBytes(folder.resolve(whole).resolve(parameters)));
    Report one = report(whole);
    Report other = report(resumed);
    assertThat(other.epochs().stream().map(ResumeTest::untimed))
        .isEqualTo(one.epochs().stream().map(ResumeTest::untimed).toList());
    assertThat(other.valAccuracy()).isEqualTo(one.valAccuracy());
    assertThat(other.valLoss()).isEqualTo(one.valLoss());
    assertThat(other.confusion()).isDeepEqualTo(one.confusion());
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
    "none, SGD, STANDARD, 0",
    "none, SGD, LIGHT, 3",
    "until:stage1_block1_add, ADAM, STANDARD, 4",
    "until:stage1_block1_add, SGD, LIGHT, 0",
    "all, SGD, NONE, 0"
  })
  void aRunStoppedAtSeveralStepsEndsLikeOneThatWasNot(
      String freeze, OptimizerKind optimizer, AugmentationKind augmentation, int views)
      throws IOException {
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
            views);
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

  /** A run folder as a worker leaves it that is killed after its checkpoints. */
  private void killed(String out) {
    JobEvent.Terminal end =
        runUntil(maker().withCheckpointsEvery(0), job(out).withFreeze("none"), 30);
    assertThat(end).isInstanceOf(JobEvent.Cancelled.class);
  }

  private List<Path> checkpoints(String out) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(out).resolve("checkpoints"))) {
      return files.sorted().toList();
    }
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
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

  private static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

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
    assertRefused("can no longer be read");

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

    Path moved = Files.move(data, folder.resolve("moved"));
    JobSpec elsewhere = Fixtures.job(model, moved, folder.resolve("run"));
    elsewhere
        .withFreeze("none")
        .withTraining(spec.training())
        .write(folder.resolve("run/job.json"));
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
