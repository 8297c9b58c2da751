package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thaw.catalogue.BuiltInArchitecture;
import io.thaw.catalogue.Catalogue;
import io.thaw.catalogue.ModelCard;
import io.thaw.dataset.ImageFolder;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.SplitPlan;
import io.thaw.job.AugmentationKind;
import io.thaw.job.CancelToken;
import io.thaw.job.ClassBalance;
import io.thaw.job.EpochRecord;
import io.thaw.job.Initialisation;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.OptimizerKind;
import io.thaw.job.RateSchedule;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.job.Teacher;
import io.thaw.job.TrainingSettings;
import io.thaw.network.LayerGroup;
import io.thaw.network.Layers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network of our own from random weights to a model folder. */
class PretrainingTest {
  private static TrainingSettings settings(int firstSize) {
    return new TrainingSettings(
        2,
        12,
        0.05,
        OptimizerKind.SGD,
        0.9,
        5e-4,
        RateSchedule.COSINE,
        0.1,
        0.1,
        firstSize,
        AugmentationKind.CROPS,
        0,
        ClassBalance.NONE);
  }

  @TempDir private Path folder;
  private final List<JobEvent> events = new ArrayList<>();
  private Path data;
  private Path out;

  @BeforeEach
  void makeInput() throws IOException {
    data = Fixtures.pictures(folder.resolve("pictures"), 12);
    out = folder.resolve("glacier");
  }

  private JobSpec job() {
    return JobSpec.of(BuiltInArchitecture.of("frost-small", 48).id(), data.toString())
        .withFreeze("none")
        .withInit(Initialisation.RANDOM)
        .withTraining(settings(0))
        .withOut(out.resolve("run").toString())
        .withPublish(out.toString());
  }

  private JobEvent.Terminal run(JobSpec spec) {
    return new TrainingRun(catalogue(), Fixtures.folders(folder), "test")
        .run(spec, (event, line) -> events.add(event), new CancelToken());
  }

  private Catalogue catalogue() {
    return new Catalogue(folder.resolve("none"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> content = Files.list(out)) {
      return content.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  /** The published model's predictions on the held-back pictures, against the run's report. */
  private void requireThatTheModelIsTheOneThatWasChecked(Report report) throws Exception {
    ModelCard card = catalogue().resolve(out.toString());
    assertThat(card.classes()).containsExactly("disc", "square", "stripes");
    assertThat(Layers.of(card.network()).root().groups())
        .extracting(LayerGroup::name)
        .containsExactly("stem", "stage1", "stage2", "stage3", "stage4", "classifier");
    int[][] counts = new int[3][3];
    try (Predictor predictor = new Predictor(card)) {
      for (LabeledImage image : SplitPlan.of(ImageFolder.scan(data), 0.2, 1).validation()) {
        String predicted = predictor.predict(image.file()).get(0).name();
        counts[image.label()][card.classes().indexOf(predicted)]++;
      }
    }
    assertThat(counts).isDeepEqualTo(report.confusion());
  }

  @Test
  void leavesAModelWithItsCardBehind() throws Exception {
    assertThat(run(job())).isInstanceOf(JobEvent.Completed.class);

    assertThat(files())
        .containsExactly(
            "MODEL_CARD.md",
            "glacier-0000.params",
            "glacier-symbol.json",
            "run",
            "serving.properties",
            "synset.txt");
    Report report = Report.read(new RunFiles(out.resolve("run")).report());
    String card = Files.readString(out.resolve("MODEL_CARD.md"));
    assertThat(card)
        .startsWith("# glacier\n")
        .contains(
            "thaw pretrain --arch frost-small --size 48 --data pictures --epochs 2 --batch 12"
                + " --lr 0.05 --weight-decay 5.0E-4 --warm-up 0.1 --label-smoothing 0.1"
                + " --augment crops --val 0.2 --seed 1 --out glacier")
        .contains("top-1 %.3f on %d pictures".formatted(report.valAccuracy(), report.valImages()));
    requireThatTheModelIsTheOneThatWasChecked(report);
  }

  @Test
  void aTeachersOutputsAreCutOff() throws Exception {
    Path teacher = Fixtures.model(folder.resolve("teacher"));

    JobSpec job = job().withTeacher(new Teacher(teacher.toString(), 0, 0.7, 2));

    JobEvent.Terminal end =
        run(job.withTraining(job.training().withBalance(ClassBalance.BALANCED_SAMPLING)));

    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    assertThat(events).contains(new JobEvent.Notice("Asking tiny about 30 pictures, once."));
    Report report = Report.read(new RunFiles(out.resolve("run")).report());
    assertThat(Files.readString(out.resolve("MODEL_CARD.md")))
        .contains("beside the classes it learned the outputs of tiny")
        .contains("--teacher teacher --teacher-size 0 --teacher-weight 0.7 --temperature 2.0")
        .contains("--augment crops --balance sampling --val");
    requireThatTheModelIsTheOneThatWasChecked(report);
  }

  @Test
  void aTeacherChangesWhatIsLearned() throws IOException {
    Path teacher = Fixtures.model(folder.resolve("teacher"));
    run(job());
    Report alone = Report.read(new RunFiles(out.resolve("run")).report());
    out = folder.resolve("taught");
    run(job().withTeacher(new Teacher(teacher.toString(), 0, 0.9, 2)));
    Report taught = Report.read(new RunFiles(out.resolve("run")).report());

    assertThat(taught.valLoss()).isNotCloseTo(alone.valLoss(), within(1e-4));
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("mine.txt"), "mine");

    JobEvent.Terminal end = run(job());

    assertThat(end)
        .isInstanceOfSatisfying(
            JobEvent.Failed.class,
            failed ->
                assertThat(failed.message())
                    .isEqualTo("The model folder " + out + " is not empty; name another one."));
    assertThat(files()).containsExactly("mine.txt", "run");
  }

  @Test
  void aTeacherWithoutWeightsIsRefused() throws IOException {
    Path teacher = Fixtures.model(folder.resolve("teacher"));
    Files.delete(teacher.resolve("tiny-0000.params"));

    JobEvent.Terminal end = run(job().withTeacher(new Teacher(teacher.toString(), 0, 0.7, 2)));

    assertThat(end)
        .isInstanceOfSatisfying(
            JobEvent.Failed.class,
            failed -> assertThat(failed.message()).contains("has no parameters"));
    assertThat(files()).containsExactly("run");
  }

  private JobSpec growing(int size, int first) {
    return job()
        .withTraining(settings(first))
        .withModel(BuiltInArchitecture.of("frost-small", size).id());
  }

  @Test
  void picturesThatGrowAreOthersInTheFirstEpochs() {
    assertThat(run(growing(64, 0))).isInstanceOf(JobEvent.Completed.class);
    List<JobEvent> whole = List.copyOf(events);
    events.clear();
    out = folder.resolve("grown");
    assertThat(run(growing(64, 48))).isInstanceOf(JobEvent.Completed.class);

    assertThat(epochs(events)).hasSize(2);
    assertThat(epochs(events).get(0).loss())
        .isNotCloseTo(epochs(whole).get(0).loss(), within(1e-3));
    assertThat(growing(64, 48).training().lastSmallEpoch()).isEqualTo(1);
  }

  private static List<EpochRecord> epochs(List<JobEvent> events) {
    return events.stream()
        .filter(JobEvent.EpochDone.class::isInstance)
        .map(it -> ((JobEvent.EpochDone) it).record())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 32, 65})
  void picturesGrowFromMoreThanHalfTheirSize(int first) {
    assertThat(run(growing(64, first)))
        .isInstanceOfSatisfying(
            JobEvent.Failed.class,
            failed ->
                assertThat(failed.message())
                    .isEqualTo(
                        "The first size of the pictures must be more than half of 64, and at most"
                            + " that; it is "
                            + first
                            + "."));
  }

  @Test
  void nothingGrowsBehindFrozenLayers() {
    assertThat(run(growing(64, 48).withFreeze("all")))
        .isInstanceOfSatisfying(
            JobEvent.Failed.class,
            failed ->
                assertThat(failed.message())
                    .isEqualTo(
                        "Pictures can only grow while a run learns if no layer is frozen at its"
                            + " beginning."));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 48})
  void aStoppedRunGoesOnToTheSameModelEvenElsewhere(int first) throws IOException {
    Path teacher = Fixtures.model(folder.resolve("teacher"));
    JobSpec spec = growing(64, first).withTeacher(new Teacher(teacher.toString(), 0, 0.7, 2));
    run(spec);
    byte[] whole = Files.readAllBytes(out.resolve("glacier-0000.params"));
    out = folder.resolve("stopped");
    CancelToken cancel = new CancelToken();
    JobEvent.Terminal stopped =
        new TrainingRun(catalogue(), Fixtures.folders(folder), "test")
            .run(
                spec.withOut(out.resolve("run").toString()).withPublish(out.toString()),
                (event, line) -> {
                  if (event instanceof JobEvent.EpochDone done && done.record().epoch() == 1) {
                    cancel.cancel();
                  }
                },
                cancel);
    assertThat(stopped).isInstanceOf(JobEvent.Cancelled.class);
    assertThat(files()).containsExactly("run");
    Path elsewhere = Files.move(out, folder.resolve("glacier2"));

    JobEvent.Terminal end =
        new TrainingRun(catalogue(), Fixtures.folders(folder), "test")
            .resume(elsewhere.resolve("run"), (event, line) -> {}, new CancelToken());

    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    assertThat(elsewhere.resolve("glacier2-0000.params")).hasBinaryContent(whole);
    assertThat(elsewhere.resolve("MODEL_CARD.md")).exists();
  }
}
