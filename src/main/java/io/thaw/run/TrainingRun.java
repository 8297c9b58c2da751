package io.thaw.run;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.PictureIndex;
import io.thaw.job.CancelToken;
import io.thaw.job.EventCodec;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.RunFiles;
import io.thaw.job.ThawFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Takes jobs from their specification to their report and model. */
public final class TrainingRun {
  private final Catalogue catalogue;
  private final ThawFolders folders;
  private final String version;
  private final Optional<InstructionSets> instructionSets;

  /**
   * A maker of runs.
   *
   * @param folders where run folders go that the job does not name, and caches
   * @param version of the program, for the record
   */
  public TrainingRun(Catalogue catalogue, ThawFolders folders, String version) {
    this(catalogue, folders, version, Optional.empty());
  }

  private TrainingRun(
      Catalogue catalogue,
      ThawFolders folders,
      String version,
      Optional<InstructionSets> instructionSets) {
    this.instructionSets = instructionSets;
    this.catalogue = catalogue;
    this.folders = folders;
    this.version = version;
  }

  /**
   * A maker of runs that tries processor instructions before it loads the engine; for a process
   * that makes one run.
   *
   * @param trial measures in a process of its own
   * @param environment of this process
   */
  public TrainingRun withTrials(InstructionSets.Trial trial, Map<String, String> environment) {
    Path file = folders.cache().resolve("instruction-sets.json");
    return new TrainingRun(
        catalogue, folders, version, Optional.of(new InstructionSets(file, trial, environment)));
  }

  /** Told every event of a run as a value and as its JSON line. */
  @FunctionalInterface
  public interface Listener {
    /** Takes one event. */
    void event(JobEvent event, String line);
  }

  /**
   * Runs a job to its end. Whatever happens arrives as events: {@code started} first, exactly one
   * terminal event last.
   *
   * @return the terminal event
   */
  public JobEvent.Terminal run(JobSpec spec, Listener listener, CancelToken cancel) {
    try (EventLog log = new EventLog(listener)) {
      RunFiles files;
      try {
        files = RunFolder.create(spec, folders.runs());
        log.keepIn(files.events());
      } catch (RuntimeException | IOException e) {
        log.accept(started(spec.out()));
        return log.end(Failures.event(e));
      }
      log.accept(started(files.folder().toString()));
      return log.end(stages(spec, new RunContext(files, log, cancel)));
    }
  }

  private JobEvent.Terminal stages(JobSpec spec, RunContext context) {
    try {
      spec.requireValid();
      if (spec.publish() != null) {
        new Publication(Path.of(spec.publish()), context.files().folder()).requireFree();
      }
      PreparedJob job = new Preparation(catalogue, this::index, context).prepare(spec);
      if (instructionSets.isPresent()) {
        context.setInstructionSet(instructionSets.get().apply(job, context));
      }
      return new Tuning(job, features(context), context).run();
    } catch (CancellationException e) {
      return context.cancelled(false);
    } catch (Exception | OutOfMemoryError | LinkageError e) {
      return Failures.event(e);
    }
  }

  private PictureIndex index(Path folder) {
    return PictureIndex.open(folders.pictures().resolve("indices"), folder);
  }

  private FeatureStore features(RunContext context) {
    return new FeatureStore(() -> new CacheStore(folders, context::notice).open());
  }

  private JobEvent.Started started(String folder) {
    return new JobEvent.Started(
        EventCodec.PROTOCOL, version, ProcessHandle.current().pid(), folder);
  }
}
