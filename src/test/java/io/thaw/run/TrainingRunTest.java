package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.job.CancelToken;
import io.thaw.job.EventCodec;
import io.thaw.job.Initialisation;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.job.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs on a small real model and small real pictures, in this process. */
class TrainingRunTest {
  @TempDir private Path folder;
  private Path model;
  private Path data;
  private Path out;

  @BeforeEach
  void makeInput() throws IOException {
    model = Fixtures.model(folder.resolve("tiny"));
    data = Fixtures.pictures(folder.resolve("pictures"), 12);
    out = folder.resolve("run");
  }

  private final List<JobEvent> events = new ArrayList<>();

  private JobEvent.Terminal run(JobSpec spec) {
    return run(spec, new CancelToken());
  }

  private JobEvent.Terminal run(JobSpec spec, CancelToken cancel) {
    events.clear();
    return new TrainingRun(new Catalogue(folder.resolve("none")), Fixtures.folders(folder), "test")
        .run(spec, (event, line) -> events.add(event), cancel);
  }

  private JobSpec job() {
    return Fixtures.job(model, data, out);
  }

  private <T extends JobEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "none", "until:stage1_block1_add"})
  void aRunEndsWithAModelAReportAndItsEvents(String freeze) throws IOException {
    JobEvent.Terminal end = run(job().withFreeze(freeze));

    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    assertThat(events.get(0)).isInstanceOf(JobEvent.Started.class);
    assertThat(events.stream().filter(JobEvent::terminal)).containsExactly(end);
    Report report = Report.read(new RunFiles(out).report());
    assertThat(report.epochs()).hasSize(2);
    assertThat(report.frozenValuesChanged()).isZero();
    assertThat(report.trainImages() + report.valImages()).isEqualTo(36);
    assertThat(report.classes()).containsExactly("disc", "square", "stripes");
    assertThat(Arrays.stream(report.confusion()).flatMapToInt(Arrays::stream).sum())
        .isEqualTo(report.valImages());
    assertThat(report.valAccuracy()).isEqualTo(report.epochs().get(1).valAccuracy());
    List<JobEvent> kept = new ArrayList<>();
    EventCodec codec = new EventCodec();
    for (String line : Files.readAllLines(new RunFiles(out).events())) {
      EventCodec.Line decoded = codec.decode(line);
      assertThat(decoded.sequence()).isEqualTo(kept.size());
      kept.add(decoded.event());
    }
    assertThat(kept).isEqualTo(events);
  }

  @Test
  void theWrittenModelIsTheOneThatWasMeasured() throws Exception {
    run(job().withFreeze("until:stage1_block1_add"));

    Report report = Report.read(new RunFiles(out).report());
    int[][] confusion = new int[3][3];
    try (Predictor predictor =
        new Predictor(new Catalogue(folder.resolve("none")).resolve(out.toString()))) {
      var plan = io.thaw.dataset.SplitPlan.of(io.thaw.dataset.ImageFolder.scan(data), 0.2, 1);
      for (var image : plan.validation()) {
        String best = predictor.predict(image.file()).get(0).name();
        confusion[image.label()][report.classes().indexOf(best)]++;
      }
    }
    assertThat(confusion).isDeepEqualTo(report.confusion());
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedDoesNot() throws IOException {
    run(job().withFreeze("none"));
    run(job().withFreeze("none").withOut(folder.resolve("again").toString()));
    run(job().withFreeze("none").withSeed(2).withOut(folder.resolve("other").toString()));

    byte[] first = Files.readAllBytes(out.resolve("model/model-0000.params"));
    assertThat(folder.resolve("again/model/model-0000.params")).hasBinaryContent(first);
    assertThat(Files.readAllBytes(folder.resolve("other/model/model-0000.params")))
        .isNotEqualTo(first);
  }

  @Test
  void unreadablePicturesAreLeftOutAndNamed() throws IOException {
    Path corrupt = data.resolve("disc").resolve("corrupt.png");
    byte[] png = Files.readAllBytes(data.resolve("disc").resolve("0.png"));
    Files.write(corrupt, Arrays.copyOf(png, png.length / 2));
    Path text = data.resolve("square").resolve("notes.jpg");
    Files.writeString(text, "not a picture");

    assertThat(run(job())).isInstanceOf(JobEvent.Completed.class);

    assertThat(events(JobEvent.ProblemFound.class))
        .extracting(JobEvent.ProblemFound::file)
        .containsExactlyInAnyOrder(corrupt.toString(), text.toString());
    Report report = Report.read(new RunFiles(out).report());
    assertThat(report.problems())
        .hasSize(2)
        .allSatisfy(
            problem -> assertThat(problem.reason()).isNotBlank().doesNotContain(folder.toString()));
    assertThat(report.trainImages() + report.valImages()).isEqualTo(36);
  }

  @Test
  void randomWeightsNeedNoParameters() throws IOException {
    Files.delete(model.resolve("tiny-0000.params"));

    assertThat(run(job().withFreeze("none").withInit(Initialisation.RANDOM)))
        .isInstanceOf(JobEvent.Completed.class);
  }

  @Test
  void aStopInTrainingKeepsWhatWasLearned() {
    CancelToken cancel = new CancelToken();
    JobSpec spec = job().withTraining(TrainingSettings.DEFAULT.withEpochs(1000).withBatch(4));
    JobEvent.Terminal end =
        new TrainingRun(new Catalogue(folder), Fixtures.folders(folder), "test")
            .run(
                spec,
                (event, line) -> {
                  if (event instanceof JobEvent.BatchDone) {
                    cancel.cancel();
                  }
                },
                cancel);

    assertThat(end).isInstanceOf(JobEvent.Cancelled.class);
    assertThat(((JobEvent.Cancelled) end).modelKept()).isTrue();
    assertThat(out.resolve("model/model-0000.params")).isRegularFile();
    assertThat(Report.read(new RunFiles(out).report()).cancelled()).isTrue();
  }

  @Test
  void aStopBeforeTrainingSaysThatNothingWasLearned() {
    CancelToken cancel = new CancelToken();
    cancel.cancel();

    JobEvent.Terminal end = run(job(), cancel);

    assertThat(end).isInstanceOf(JobEvent.Cancelled.class);
    assertThat(((JobEvent.Cancelled) end).modelKept()).isFalse();
    assertThat(out.resolve("model")).doesNotExist();
  }

  @Test
  void aRateThatIsTooLargeIsExplained() {
    JobSpec spec =
        job().withFreeze("none").withTraining(TrainingSettings.DEFAULT.withLearningRate(1e30));

    JobEvent.Terminal end = run(spec);

    assertThat(end).isInstanceOf(JobEvent.Failed.class);
    assertThat(((JobEvent.Failed) end).badInput()).isFalse();
    assertThat(((JobEvent.Failed) end).message()).contains("learning rate").contains("1.0E30");
  }

  private void assertRefused(JobSpec spec, String... parts) {
    JobEvent.Terminal end = run(spec);
    assertThat(end).isInstanceOf(JobEvent.Failed.class);
    JobEvent.Failed failed = (JobEvent.Failed) end;
    assertThat(failed.badInput()).as(failed.toString()).isTrue();
    assertThat(failed.message()).contains(parts).doesNotContain("\n").matches(".*[.?]");
    assertThat(events.get(0)).isInstanceOf(JobEvent.Started.class);
    assertThat(out.resolve("model")).doesNotExist();
  }

  @Test
  void badInputGetsOneSentenceAndLeavesNoModel() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path oneClass = folder.resolve("one");
    Files.createDirectories(oneClass.resolve("disc"));
    copy(data.resolve("disc"), oneClass.resolve("disc"), 4);
    Path lonely = folder.resolve("lonely");
    copy(data.resolve("disc"), lonely.resolve("disc"), 4);
    copy(data.resolve("square"), lonely.resolve("square"), 1);

    assertRefused(Fixtures.job(model, folder.resolve("nowhere"), fresh()), "nowhere");
    assertRefused(Fixtures.job(model, empty, fresh()), "empty");
    assertRefused(Fixtures.job(model, oneClass, fresh()), "one class");
    assertRefused(Fixtures.job(model, lonely, fresh()), "square");
    assertRefused(
        job().withOut(fresh().toString()).withFreeze("until:stage1_block1_ad"),
        "stage1_block1_ad",
        "stage1_block1_add");
    assertRefused(job().withOut(fresh().toString()).withFreeze("bottom"), "bottom");
    assertRefused(job().withOut(fresh().toString()).withValidation(1.5), "between 0 and 1");
    assertRefused(Fixtures.job(folder.resolve("no-model"), data, fresh()), "no-model");
  }

  private int number;

  private Path fresh() {
    out = folder.resolve("run" + number++);
    return out;
  }

  private static void copy(Path from, Path to, int count) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.sorted().limit(count).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void parametersThatAreMissingTruncatedOrForeignAreNamed() throws IOException {
    Path parameters = model.resolve("tiny-0000.params");
    byte[] whole = Files.readAllBytes(parameters);

    Files.write(parameters, Arrays.copyOf(whole, whole.length / 2));
    assertRefused(Fixtures.job(model, data, fresh()), "truncated", parameters.toString());

    Files.delete(parameters);
    assertRefused(Fixtures.job(model, data, fresh()), "tiny-0000.params");

    var other = io.thaw.network.ResidualNetworks.small(List.of(8, 24), 10);
    io.thaw.engine.NativeParameterFile.write(
        parameters,
        io.thaw.engine.Initializer.random(other, Fixtures.INPUT.shape(), 1),
        ModelExport.runningStatistics(other));
    assertRefused(Fixtures.job(model, data, fresh()), "do not fit");
  }

  @Test
  void aRunFolderInUseIsLeftAsItIs() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("precious.txt"), "mine");

    JobEvent.Terminal end = run(job());

    assertThat(((JobEvent.Failed) end).message()).contains(out.toString()).contains("not empty");
    try (Stream<Path> content = Files.list(out)) {
      assertThat(content).containsExactly(out.resolve("precious.txt"));
    }
  }

  @Test
  void aRefusedRunLeavesItsFolderFree() {
    assertRefused(job().withFreeze("until:nothing"), "nothing");

    assertThat(run(job())).isInstanceOf(JobEvent.Completed.class);
    assertThat(((JobEvent.Failed) run(job())).message()).contains("not empty");
  }

  @Test
  void aRunFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    JobEvent.Terminal end = run(job().withOut(file.resolve("run").toString()));

    assertThat(((JobEvent.Failed) end).badInput()).isTrue();
    assertThat(((JobEvent.Failed) end).message()).contains(file.resolve("run").toString());
  }
}
