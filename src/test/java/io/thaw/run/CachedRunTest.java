package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thaw.catalogue.Catalogue;
import io.thaw.job.AugmentationKind;
import io.thaw.job.CacheSettings;
import io.thaw.job.CancelToken;
import io.thaw.job.EpochRecord;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.network.SymbolJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs have of earlier ones, and that it never changes or stops them. */
class CachedRunTest {
  private static final int PICTURES = 36;

  @TempDir private Path folder;
  private Path model;
  private Path data;
  private int runs;

  @BeforeEach
  void makeInput() throws IOException {
    model = Fixtures.model(folder.resolve("tiny"));
    data = Fixtures.pictures(folder.resolve("pictures"), PICTURES / 3);
  }

  private Report run(JobSpec spec) {
    return run(spec, event -> {});
  }

  private Report run(JobSpec spec, Consumer<JobEvent> watcher) {
    Path out = folder.resolve("run" + ++runs);
    JobEvent.Terminal end =
        new TrainingRun(new Catalogue(folder.resolve("none")), Fixtures.folders(folder), "test")
            .run(
                spec.withOut(out.toString()),
                (event, line) -> watcher.accept(event),
                new CancelToken());
    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    return Report.read(new RunFiles(out).report());
  }

  private JobSpec job() {
    return Fixtures.job(model, data, folder);
  }

  private JobSpec augmented(int views) {
    return job().withTraining(job().training().withAugmentation(AugmentationKind.STANDARD, views));
  }

  private Path cache() {
    return Fixtures.folders(folder).pictures().resolve("features");
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.walk(cache())) {
      return files.filter(file -> file.toString().endsWith(".seg")).toList();
    }
  }

  private static void assertSame(Report one, Report other) {
    assertThat(other.valAccuracy()).isEqualTo(one.valAccuracy());
    for (int i = 0; i < one.epochs().size(); i++) {
      EpochRecord wanted = one.epochs().get(i);
      EpochRecord got = other.epochs().get(i);
      assertThat(got.loss()).isCloseTo(wanted.loss(), within(1e-3));
      assertThat(got.valLoss()).isCloseTo(wanted.valLoss(), within(1e-3));
      assertThat(got.valAccuracy()).isEqualTo(wanted.valAccuracy());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "until:stage1_block1_add"})
  void aRunGivesTheSameWithTheCacheAsWithout(String freeze) {
    Report cold = run(job().withFreeze(freeze));
    Report warm = run(job().withFreeze(freeze));
    Report without = run(job().withFreeze(freeze).withCache(false));

    assertThat(cold.features().computed()).isEqualTo(PICTURES);
    assertThat(warm.features().fromCache()).isEqualTo(PICTURES);
    assertThat(warm.features().computed()).isZero();
    assertThat(without.features().fromCache()).isZero();
    assertSame(cold, warm);
    assertSame(cold, without);
  }

  @Test
  void anotherFrozenPartSharesNothing() {
    run(job());

    assertThat(run(job().withFreeze("until:stage1_block1_add")).features().fromCache()).isZero();
  }

  @Test
  void aPictureIsKnownByItsContentWhereverItLies() throws IOException {
    run(job());
    Path moved = Files.createDirectory(folder.resolve("moved"));
    for (String kind : List.of("disc", "square", "stripes")) {
      Files.move(data.resolve(kind), moved.resolve("a " + kind));
    }

    Report report = run(Fixtures.job(model, moved, folder));

    assertThat(report.features().fromCache()).isEqualTo(PICTURES);
  }

  @Test
  void viewsAreMadeOnceAndValidationIsNeverVaried() {
    Report plain = run(job());
    int train = plain.trainImages();
    int validation = plain.valImages();

    Report first = run(augmented(3));
    Report second = run(augmented(3));
    Report fresh = run(augmented(0));

    assertThat(first.features().views()).isEqualTo(3);
    assertThat(first.features().fromCache()).isEqualTo(validation);
    assertThat(first.features().computed()).isEqualTo(3L * train);
    assertThat(second.features().computed()).isZero();
    assertSame(first, second);
    assertThat(fresh.features().fromCache()).isEqualTo(validation);
    assertThat(fresh.features().computed()).isZero();
    assertThat(List.of(first, fresh))
        .allSatisfy(
            report ->
                assertThat(report.epochs().get(0).loss())
                    .isNotCloseTo(plain.epochs().get(0).loss(), within(1e-6)));
  }

  @Test
  void withoutFrozenLayersViewsAreMadeFromTheFiles() {
    Report plain = run(job().withFreeze("none"));
    Report kept = run(augmented(2).withFreeze("none"));
    Report fresh = run(augmented(0).withFreeze("none"));

    assertThat(plain.features().engine()).isNull();
    assertThat(kept.features().computed()).isEqualTo(2L * kept.trainImages() + kept.valImages());
    assertThat(fresh.features().computed()).isEqualTo(fresh.valImages());
    assertThat(kept.epochs().get(0).loss()).isNotEqualTo(plain.epochs().get(0).loss());
    assertThat(fresh.epochs().get(0).loss()).isNotEqualTo(plain.epochs().get(0).loss());
  }

  @Test
  void aCacheThatCannotBeWrittenIsANotice() throws IOException {
    Report sound = run(job());
    Path blocked = Files.createDirectory(folder.resolve("blocked"));
    Files.createDirectories(Fixtures.folders(blocked).pictures());
    Files.writeString(Fixtures.folders(blocked).pictures().resolve("features"), "in the way");
    folder = blocked;

    Report report = run(job());

    assertThat(report.notices()).anyMatch(it -> it.contains("feature cache"));
    assertSame(sound, report);
  }

  @Test
  void aCacheThatIsDeletedWhileTheRunGoesOnIsComputedAgain() throws IOException {
    JobSpec spec = job().withTraining(job().training().withEpochs(6));
    Report sound = run(spec);

    Report report =
        run(
            spec,
            event -> {
              if (event instanceof JobEvent.EpochDone) {
                truncateAll();
              }
            });

    assertThat(report.features().fromCache()).isEqualTo(PICTURES);
    assertThat(report.notices()).anyMatch(it -> it.contains("feature cache"));
    assertSame(sound, report);
  }

  /** What an open file loses, unlike one that is merely deleted. */
  private void truncateAll() {
    try {
      for (Path segment : segments()) {
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.WRITE)) {
          channel.truncate(0);
        }
        Files.delete(segment);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aDamagedCacheIsComputedAgainAndMended() throws IOException {
    Report sound = run(job());
    for (Path segment : segments()) {
      try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.WRITE)) {
        for (long at = 0; at < channel.size() / 2; at += 64) {
          channel.write(ByteBuffer.wrap(new byte[] {85}), at);
        }
      }
    }

    Report report = run(job());

    assertThat(report.notices()).anyMatch(it -> it.contains("damaged"));
    assertSame(sound, report);
    assertThat(run(job()).notices()).isEmpty();
  }

  @Test
  void whatTheBudgetHasNoRoomForIsSaid() throws IOException {
    Report sound = run(job());
    folder = Files.createDirectory(folder.resolve("small"));
    new CacheSettings(CacheSettings.VERSION, 1).write(Fixtures.folders(folder).settings());

    Report report = run(job());

    assertThat(report.notices()).anyMatch(it -> it.contains("--budget"));
    assertSame(sound, report);
    assertThat(run(job()).features().fromCache()).isZero();
  }

  @Test
  void anOperatorThatCannotBeTranslatedRunsInTheTrainingEngine() throws IOException {
    Path graph = model.resolve("tiny-symbol.json");
    String json = Files.readString(graph);
    Files.writeString(
        graph,
        json.replaceFirst("\"Activation\"", "\"LRN\"")
            .replaceFirst("\"act_type\"\\s*:\\s*\"relu\"", "\"nsize\": \"3\""));
    assertThat(SymbolJson.read(Files.readString(graph)).nodes())
        .anyMatch(node -> node.operator().equals("LRN"));

    Report report = run(job());

    assertThat(report.features().engine()).startsWith("MXNet");
    assertThat(report.notices()).anyMatch(it -> it.contains("ONNX Runtime"));
    assertThat(run(job()).features().computed()).isZero();
  }
}
