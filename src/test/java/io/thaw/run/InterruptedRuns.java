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
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small job, and ways to interrupt it and go on. */
abstract class InterruptedRuns {
  static final int EPOCHS = 4;

  @TempDir Path folder;
  Path model;
  Path data;
  final List<JobEvent> events = new ArrayList<>();

  @BeforeEach
  void makeInput() throws IOException {
    model = Fixtures.model(folder.resolve("tiny"));
    data = Fixtures.pictures(folder.resolve("pictures"), 30);
  }

  TrainingRun maker() {
    return new TrainingRun(new Catalogue(folder.resolve("none")), Fixtures.folders(folder), "test");
  }

  JobSpec job(String out) {
    JobSpec spec = Fixtures.job(model, data, folder.resolve(out));
    return spec.withTraining(spec.training().withEpochs(EPOCHS).withBatch(4));
  }

  TrainingRun.Listener noting(Consumer<JobEvent> watcher) {
    events.clear();
    return (event, line) -> {
      events.add(event);
      watcher.accept(event);
    };
  }

  JobEvent.Terminal run(JobSpec spec) {
    return maker().run(spec, noting(event -> {}), new CancelToken());
  }

  JobEvent.Terminal resume(String out) {
    return maker().resume(folder.resolve(out), noting(event -> {}), new CancelToken());
  }

  /** Stops once so many steps were reported; tells whether it came to that. */
  static Consumer<JobEvent> stopAfter(long step, CancelToken cancel) {
    return event -> {
      if (event instanceof JobEvent.BatchDone batch && batch.step() >= step) {
        cancel.cancel();
      }
    };
  }

  JobEvent.Terminal runUntil(TrainingRun maker, JobSpec spec, long step) {
    CancelToken cancel = new CancelToken();
    return maker.run(spec, noting(stopAfter(step, cancel)), cancel);
  }

  Report report(String out) {
    return Report.read(new RunFiles(folder.resolve(out)).report());
  }

  /** A run folder as a worker leaves it that is killed after its checkpoints. */
  void killed(String out) {
    JobEvent.Terminal end =
        runUntil(maker().withCheckpointsEvery(0), job(out).withFreeze("none"), 30);
    assertThat(end).isInstanceOf(JobEvent.Cancelled.class);
  }

  List<Path> checkpoints(String out) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(out).resolve("checkpoints"))) {
      return files.sorted().toList();
    }
  }

  static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
