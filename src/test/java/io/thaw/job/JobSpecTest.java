package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.TableColumns;
import io.thaw.network.BatchNormRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JobSpecTest {
  private static final DatasetEdits EDITS =
      DatasetEdits.NONE.exclude(List.of("a/1.jpg")).relabel(List.of("a/2.jpg"), "b");

  private static final JobSpec SPEC = JobSpec.of("m", "d");

  @TempDir Path folder;

  @Test
  void modelAndDataAreEnough() throws IOException {
    assertThat(read("{'version':1,'model':'m','data':'d'}")).isEqualTo(JobSpec.of("m", "d"));
  }

  @Test
  void aJobThatSetsSomeOfTheTrainingKeepsTheRestAtDefault() throws IOException {
    JobSpec job =
        read(
            "{'version':1,'model':'m','data':'d','seed':7,'batchNorm':'keep_statistics','out':null,"
                + "'training':{'epochs':3,'optimizer':'adam'}}");
    assertThat(job.seed()).isEqualTo(7);
    assertThat(job.batchNorm()).isEqualTo(BatchNormRule.KEEP_STATISTICS);
    assertThat(job.training())
        .isEqualTo(
            new TrainingSettings(
                3,
                32,
                0,
                OptimizerKind.ADAM,
                0.9,
                1e-4,
                RateSchedule.COSINE,
                AugmentationKind.NONE,
                TrainingSettings.AUTOMATIC_VIEWS));
    assertThat(job.training().learningRate()).isZero();
  }

  @Test
  void aWrittenJobReadsBackTheSame() {
    JobSpec job =
        JobSpec.of("modèle", "/bilder/日本")
            .withFreeze("until:stage3")
            .withTraining(TrainingSettings.DEFAULT.withEpochs(2).withBatch(5).withLearningRate(0.3))
            .withOut("/runs/ü")
            .withSeed(Long.MIN_VALUE)
            .withValidation(0.35)
            .withInit(Initialisation.RANDOM)
            .withCache(false)
            .withBatchNorm(BatchNormRule.ADAPT_STATISTICS)
            .withRates(Map.of("stage4/block1", 0.1));
    job.write(file());
    assertThat(JobSpec.read(file())).isEqualTo(job);
  }

  @Test
  void ratesKeepTheirOrderAndAreLeftOutWhereThereAreNone() throws IOException {
    JobSpec job =
        read("{'version':1,'model':'m','data':'d','rates':{'stage2':0.1,'a':0,'stage1':1.5}}");
    assertThat(job.rates())
        .containsExactly(Map.entry("stage2", 0.1), Map.entry("a", 0.0), Map.entry("stage1", 1.5));
    job.write(file());
    assertThat(JobSpec.read(file()).rates().keySet()).containsExactly("stage2", "a", "stage1");

    // Builds without rates refuse a field that they do not know.
    SPEC.write(file());
    assertThat(file()).content().doesNotContain("rates");
    assertThat(JobSpec.read(file()).rates()).isEmpty();
    assertThat(read("{'version':1,'model':'m','data':'d','rates':null}")).isEqualTo(SPEC);
  }

  @Test
  void editsAreLeftOutWhereThereAreNone() throws IOException {
    SPEC.withEdits(EDITS).write(file());
    assertThat(JobSpec.read(file()).edits()).isEqualTo(EDITS);
    assertThat(file()).content().contains("edits").doesNotContain("together");
    DatasetEdits grouped = EDITS.keepTogether(List.of(List.of("a", "b")));
    SPEC.withEdits(grouped).write(file());
    assertThat(JobSpec.read(file()).edits()).isEqualTo(grouped);

    // Builds without edits refuse a field that they do not know.
    SPEC.write(file());
    assertThat(file()).content().doesNotContain("edits");
    assertThat(JobSpec.read(file())).isEqualTo(SPEC);
  }

  @Test
  void eachSettingIsChangedAlone() {
    Teacher teacher = new Teacher("t", 0, 0.3, 2);
    JobSpec job =
        SPEC.withModel("other")
            .withFreeze("none")
            .withBatchNorm(BatchNormRule.KEEP_STATISTICS)
            .withInit(Initialisation.RANDOM)
            .withTraining(TrainingSettings.DEFAULT.withEpochs(3))
            .withValidation(0.4)
            .withSeed(9)
            .withCache(false)
            .withOut("out")
            .withTeacher(teacher)
            .withPublish("published")
            .withRates(Map.of("stem", 0.5))
            .withTest(0.1)
            .withColumns(new TableColumns("file", "2", null))
            .withEdits(EDITS);
    assertThat(job)
        .isEqualTo(
            new JobSpec(
                JobSpec.VERSION,
                "other",
                "d",
                "none",
                BatchNormRule.KEEP_STATISTICS,
                Initialisation.RANDOM,
                TrainingSettings.DEFAULT.withEpochs(3),
                0.4,
                9,
                false,
                "out",
                teacher,
                "published",
                Map.of("stem", 0.5),
                0.1,
                new TableColumns("file", "2", null),
                EDITS));
    assertThat(SPEC.withSeed(9).withSeed(1)).isEqualTo(SPEC);
  }

  @Test
  void columnsOfATableAreReadBackAndOnlyWrittenWhenChosen() throws IOException {
    JobSpec.of("m", "d").withColumns(new TableColumns(null, " ", null)).write(file());
    assertThat(Files.readString(file())).doesNotContain("columns");

    JobSpec job = JobSpec.of("m", "d").withColumns(new TableColumns("image", "2", null));
    job.write(file());

    assertThat(JobSpec.read(file())).isEqualTo(job);
    assertThat(read("{'version':1,'columns':{'label':'species'}}").tableColumns())
        .isEqualTo(new TableColumns(null, "species", null));
    assertThat(JobSpec.of("m", "d").tableColumns()).isEqualTo(TableColumns.AUTOMATIC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'version':2,'model':'m','data':'d'} | has format version 2; this build reads up to 1.
          {'model':'m','data':'d'}             | does not say its format version.
          {'version':1,'epochs':3}             | sets epochs, which does not exist.
          {'version':1,'training':{'epoch':3}} | sets training.epoch, which does not exist.
          {'version':1,'init':'magic'}         | : init has no usable value.
          {'version':1,'training':{'epochs':2.5}} | : training.epochs has no usable value.
          {'version':1,'training':9}           | : training has no usable value.
          {'version':1,'rates':[0.1]}          | : rates has no usable value.
          {'version':1,'rates':{'stem':'x'}}   | : rates.stem has no usable value.
          {'version':1,'columns':{'label':[]}} | : columns.label has no usable value.
          {'version':1,'edits':{'exclude':[]}} | sets edits.exclude, which does not exist.
          {'version':1,'edits':{'relabelled':{'a':''}}} | : edits has no usable value.
          {'version':1,                        | is damaged or not a file of this kind.
          {'version':1} and more               | is damaged or not a file of this kind.
          []                                   | is damaged or not a file of this kind.
          """)
  void refusesAFileThatCannotBeMeant(String json, String sentence) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(BadJobException.class)
        .hasMessageStartingWith(file().toString())
        .hasMessageEndingWith(sentence);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> JobSpec.read(folder.resolve("none.json")))
        .isInstanceOf(BadJobException.class)
        .hasMessage("There is no file " + folder.resolve("none.json") + ".");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThatThrownBy(() -> read("")).hasMessageEndingWith("not a file of this kind.");
  }

  @ParameterizedTest
  @MethodSource("badJobs")
  void refusesSettingsThatCannotWork(JobSpec job, String sentence) {
    assertThatThrownBy(job::requireValid)
        .isInstanceOf(BadJobException.class)
        .hasMessageStartingWith(sentence);
  }

  static Stream<Arguments> badJobs() {
    return Stream.of(
        Arguments.of(JobSpec.of(null, "d"), "No model was chosen."),
        Arguments.of(JobSpec.of(" ", "d"), "No model was chosen."),
        Arguments.of(JobSpec.of("m", null), "No folder of pictures was chosen."),
        Arguments.of(JobSpec.of("m", ""), "No folder of pictures was chosen."),
        Arguments.of(JobSpec.of("m", "a\0b"), "The folder of pictures has a name that cannot be"),
        Arguments.of(SPEC.withOut("a\0b"), "The run folder has a name that cannot be"),
        Arguments.of(SPEC.withFreeze("most"), "'most' does not say what to freeze"),
        Arguments.of(SPEC.withRates(Map.of("stem", -1.0)), "What the learning rate of 'stem'"),
        Arguments.of(SPEC.withValidation(0), "The validation share"),
        Arguments.of(SPEC.withValidation(1), "The validation share"),
        Arguments.of(SPEC.withValidation(Double.NaN), "The validation share"),
        Arguments.of(with(0, 32, 0, 0.9, 0), "Epochs must be at least 1; it is 0."),
        Arguments.of(with(1, 0, 0, 0.9, 0), "The batch size must be at least 1; it is 0."),
        Arguments.of(with(1, 1, -1, 0.9, 0), "The learning rate"),
        Arguments.of(with(1, 1, Double.POSITIVE_INFINITY, 0.9, 0), "The learning rate"),
        Arguments.of(with(1, 1, 0, 1, 0), "Momentum"),
        Arguments.of(with(1, 1, 0, -0.1, 0), "Momentum"),
        Arguments.of(with(1, 1, 0, 0.9, -1), "Weight decay"),
        Arguments.of(with(1, 1, 0, 0.9, Double.NaN), "Weight decay"));
  }

  @Test
  void theDefaultsAreValid() {
    assertThat(SPEC.requireValid()).isSameAs(SPEC);
  }

  private static JobSpec with(int epochs, int batch, double rate, double momentum, double decay) {
    return SPEC.withTraining(
        new TrainingSettings(
            epochs,
            batch,
            rate,
            OptimizerKind.SGD,
            momentum,
            decay,
            RateSchedule.CONSTANT,
            AugmentationKind.NONE,
            0));
  }

  private JobSpec read(String json) throws IOException {
    Files.writeString(file(), json.replace('\'', '"'));
    return JobSpec.read(file());
  }

  private Path file() {
    return folder.resolve("job.json");
  }
}
