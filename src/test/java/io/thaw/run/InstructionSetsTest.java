package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.PictureSource;
import io.thaw.dataset.TableColumns;
import io.thaw.job.CancelToken;
import io.thaw.job.JobSpec;
import io.thaw.job.RunFiles;
import io.thaw.job.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstructionSetsTest {
  private static final String WIDE = "model name : Test 9000\nflags : avx2 avx512f\n";
  private static final String NARROW = "model name : Test 1000\nflags : avx2\n";

  /** Enough epochs that a trial is worth it even for a tiny network. */
  private static final int MANY = 1_000_000;

  @TempDir private Path folder;
  private final List<Map<String, String>> trials = new ArrayList<>();
  private final List<JobSpec> tried = new ArrayList<>();
  private final Map<String, String> variables = new HashMap<>();
  private RunContext context;

  @BeforeEach
  void makeContext() {
    context = new RunContext(new RunFiles(folder), event -> {}, new CancelToken());
  }

  private PreparedJob job(int epochs) throws IOException {
    return job(epochs, Map.of());
  }

  private PreparedJob job(int epochs, Map<String, Double> rates) throws IOException {
    Path model = folder.resolve("tiny");
    Path data = folder.resolve("pictures");
    if (!Files.exists(model)) {
      Fixtures.model(model);
      Fixtures.pictures(data, 3);
    }
    return new Preparation(new Catalogue(folder), PictureIndex::inMemory, context)
        .prepare(
            Fixtures.job(model, data, folder)
                .withFreeze("none")
                .withRates(rates)
                .withTraining(TrainingSettings.DEFAULT.withEpochs(epochs)),
            PictureSource.open(data, TableColumns.AUTOMATIC));
  }

  /** A machine on which AVX2 is so many times as fast. */
  private InstructionSets sets(
      double advantage, String processor, Map<String, String> environment) {
    return new InstructionSets(
        folder.resolve("choices.json"),
        (spec, classes, set) -> {
          assertThat(classes).isEqualTo(3);
          trials.add(set);
          tried.add(spec);
          return OptionalDouble.of(set.isEmpty() ? 10 : 10 * advantage);
        },
        environment,
        processor,
        (name, value) -> {
          variables.put(name, value);
          return true;
        });
  }

  @Test
  void theFasterSetIsTakenAndRemembered() throws IOException {
    assertThat(sets(1.5, WIDE, Map.of()).apply(job(MANY), context)).contains("AVX2");
    assertThat(sets(0.1, WIDE, Map.of()).apply(job(MANY), context)).contains("AVX2");

    assertThat(trials).containsExactly(Map.of(), Map.of("DNNL_MAX_CPU_ISA", "AVX2"));
    assertThat(variables).containsExactly(Map.entry("DNNL_MAX_CPU_ISA", "AVX2"));
  }

  @Test
  void aTrialFreezesWhatARateOfZeroFreezes() throws IOException {
    sets(1.5, WIDE, Map.of()).apply(job(MANY, Map.of("stem", 0.0, "stage2", 0.1)), context);

    assertThat(tried)
        .hasSize(2)
        .allSatisfy(
            spec -> {
              assertThat(spec.freeze()).isEqualTo("until:stem_batchnorm_fwd");
              assertThat(spec.rates()).isEmpty();
            });
  }

  @Test
  void aSmallAdvantageMayBeNoise() throws IOException {
    assertThat(sets(1.05, WIDE, Map.of()).apply(job(MANY), context)).isEmpty();
    assertThat(sets(2, WIDE, Map.of()).apply(job(MANY), context)).isEmpty();

    assertThat(trials).hasSize(2);
    assertThat(variables).isEmpty();
  }

  @Test
  void aShortRunAProcessorWithoutChoiceAndAUsersOwnChoiceNeedNoTrial() throws IOException {
    assertThat(sets(2, WIDE, Map.of()).apply(job(1), context)).isEmpty();
    assertThat(sets(2, NARROW, Map.of()).apply(job(MANY), context)).isEmpty();
    assertThat(sets(2, WIDE, Map.of("DNNL_MAX_CPU_ISA", "SSE41")).apply(job(MANY), context))
        .contains("SSE41");

    assertThat(trials).isEmpty();
    assertThat(variables).isEmpty();
  }

  @Test
  void aTrialThatFailsChangesNothing() throws IOException {
    InstructionSets failing =
        new InstructionSets(
            folder.resolve("choices.json"),
            (spec, classes, set) -> OptionalDouble.empty(),
            Map.of(),
            WIDE,
            (name, value) -> true);

    assertThat(failing.apply(job(MANY), context)).isEqualTo(Optional.empty());
  }

  @Test
  void damagedChoicesAreMadeAnew() throws IOException {
    Files.writeString(folder.resolve("choices.json"), "{");

    assertThat(sets(1.5, WIDE, Map.of()).apply(job(MANY), context)).contains("AVX2");
    assertThat(context.notices()).isEmpty();
  }

  @Test
  void aResumedRunKeepsItsSetUnlessTheUserSaysOtherwise() {
    assertThat(sets(1.5, WIDE, Map.of()).applyAgain(Optional.of("AVX2"))).contains("AVX2");
    assertThat(variables).containsEntry("DNNL_MAX_CPU_ISA", "AVX2");
    assertThat(sets(1.5, WIDE, Map.of()).applyAgain(Optional.empty())).isEmpty();
    assertThat(sets(1.5, WIDE, Map.of("DNNL_MAX_CPU_ISA", "SSE41")).applyAgain(Optional.of("AVX2")))
        .contains("SSE41");
    assertThat(trials).isEmpty();
  }
}
