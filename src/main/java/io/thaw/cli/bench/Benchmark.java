package io.thaw.cli.bench;

import io.thaw.job.CancelToken;
import io.thaw.job.JobSpec;
import io.thaw.run.Machine;
import io.thaw.worker.WorkerCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs one job in three ways, one after the other: Thaw with an empty feature cache, Thaw with the
 * cache that this filled, plain DJL. Plain DJL comes last, when the pictures are in the system's
 * memory and its learning rate and the unreadable pictures are known.
 */
public final class Benchmark {
  private final WorkerCommand command;
  private final Path parent;
  private final String version;
  private final CancelToken cancel;
  private final Consumer<String> progress;

  /**
   * A benchmark.
   *
   * @param command starts the program
   * @param parent takes a temporary folder
   * @param version of the program, for the record
   * @param progress told in a few words what is measured now
   */
  public Benchmark(
      WorkerCommand command,
      Path parent,
      String version,
      CancelToken cancel,
      Consumer<String> progress) {
    this.command = command;
    this.parent = parent;
    this.version = version;
    this.cancel = cancel;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param spec the job, with a constant learning rate; its run folder is not used
   * @param plainEpochs epochs that plain DJL runs, at least 1
   * @throws ChildFailedException when one of the processes failed or the user stopped it
   * @throws IOException when the temporary folder could not be made or removed
   */
  public BenchReport run(JobSpec spec, int plainEpochs)
      throws ChildFailedException, IOException, InterruptedException {
    try (BenchFolder folder = BenchFolder.below(parent)) {
      ThawSide thaw = new ThawSide(command, cancel);
      Path cache = folder.resolve("cache");
      Path jobs = folder.resolve("jobs");
      progress.accept("Thaw with an empty cache");
      ThawSide.Finished cold = thaw.run(spec, folder.resolve("cold"), cache, jobs);
      progress.accept("Thaw with a full cache");
      ThawSide.Finished warm = thaw.run(spec, folder.resolve("warm"), cache, jobs);
      progress.accept("plain DJL");
      JobSpec sameRate = spec.withTraining(spec.training().withLearningRate(cold.learningRate()));
      PlainSide.Finished plain =
          new PlainSide(command, cancel).run(sameRate, plainEpochs, cold.unreadable());
      return report(sameRate, plain, cold, warm.measured());
    }
  }

  private BenchReport report(
      JobSpec spec, PlainSide.Finished plain, ThawSide.Finished cold, Measured warm) {
    List<String> engines = new ArrayList<>(plain.engines());
    String prefix = cold.measured().features().engine();
    if (prefix != null && !engines.contains(prefix)) {
      engines.add(prefix);
    }
    return new BenchReport(
        BenchReport.VERSION,
        version,
        spec.model(),
        spec.data(),
        spec.freeze(),
        spec.training().epochs(),
        spec.training().batch(),
        spec.seed(),
        spec.training().learningRate(),
        cold.trainImages(),
        cold.valImages(),
        cold.classes(),
        Machine.here(),
        engines,
        plain.measured(),
        cold.measured(),
        warm,
        BenchReport.Ratios.of(plain.measured(), cold.measured(), warm));
  }
}
