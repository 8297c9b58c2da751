package io.thaw.run;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.PictureSource;
import io.thaw.job.BadJobException;
import io.thaw.job.CancelToken;
import io.thaw.job.EventCodec;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.RunFiles;
import io.thaw.job.ThawFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Takes jobs from their specification to their report and model. */
public final class TrainingRun {
  /** How much of its work a run that is killed loses at most, unless somebody says otherwise. */
  public static final double CHECKPOINT_SECONDS = 60;

  private final Catalogue catalogue;
  private final ThawFolders folders;
  private final String version;
  private final Optional<InstructionSets> instructionSets;
  private final double checkpointSeconds;

  /**
   * A maker of runs.
   *
   * @param folders where run folders go that the job does not name, and caches
   * @param version of the program, for the record
   */
  public TrainingRun(Catalogue catalogue, ThawFolders folders, String version) {
    this(catalogue, folders, version, Optional.empty(), CHECKPOINT_SECONDS);
  }

  private TrainingRun(
      Catalogue catalogue,
      ThawFolders folders,
      String version,
      Optional<InstructionSets> instructionSets,
      double checkpointSeconds) {
    this.checkpointSeconds = checkpointSeconds;
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
        catalogue,
        folders,
        version,
        Optional.of(new InstructionSets(file, trial, environment)),
        checkpointSeconds);
  }

  /**
   * A maker of runs that keeps what a run needs to be resumed at other times.
   *
   * @param seconds between two checkpoints within an epoch; half as many at the end of one. 0 for
   *     every step
   */
  public TrainingRun withCheckpointsEvery(double seconds) {
    return new TrainingRun(catalogue, folders, version, instructionSets, seconds);
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
    try (EventLog log = new EventLog(listener, 0)) {
      RunFiles files;
      try {
        files = RunFolder.create(spec, folders.runs());
        log.keepIn(files.events());
      } catch (RuntimeException | IOException e) {
        log.accept(started(spec.out()));
        return log.end(Failures.event(e));
      }
      log.accept(started(files.folder().toString()));
      RunContext context = new RunContext(files, log, cancel);
      return log.end(alone(files, () -> stages(spec, StartingPoint.FIRST_STEP, context)));
    }
  }

  /**
   * Goes on with a run that was killed, stopped or failed, from the last moment that was kept of it
   * to the end that it would have had; from its beginning if none was kept. Events arrive as for
   * {@link #run}, with {@code resumed} among them; they are added to those in the run's folder. A
   * run that cannot be gone on with is refused in one sentence, and its folder is left as it is.
   *
   * @param folder the run folder
   * @return the terminal event
   */
  public JobEvent.Terminal resume(Path folder, Listener listener, CancelToken cancel) {
    RunFiles files = new RunFiles(folder.toAbsolutePath().normalize());
    try (EventLog log = new EventLog(listener, EventsFile.nextSequence(files.events()))) {
      log.accept(started(files.folder().toString()));
      RunContext context = new RunContext(files, log, cancel);
      JobEvent.Terminal end = resume(files, context);
      if (!(end instanceof JobEvent.Failed failed && failed.badInput())) {
        end = kept(end, context);
      }
      return log.end(end);
    }
  }

  private static JobEvent.Terminal kept(JobEvent.Terminal end, RunContext context) {
    try {
      context.keepEvents();
      return end;
    } catch (IOException e) {
      return Failures.event(e);
    }
  }

  private JobEvent.Terminal resume(RunFiles files, RunContext context) {
    try {
      JobSpec spec = job(files.folder());
      return alone(
          files,
          () -> {
            StartingPoint start = StartingPoint.in(files);
            start.history().ifPresent(context::resume);
            return stages(spec, start, context);
          });
    } catch (BadJobException e) {
      return Failures.event(e);
    }
  }

  /**
   * The job of a run folder.
   *
   * @throws BadJobException when it is no run folder, or its job cannot be read
   */
  public static JobSpec job(Path folder) {
    RunFiles files = new RunFiles(folder.toAbsolutePath().normalize());
    if (!Files.isRegularFile(files.job())) {
      throw new BadJobException(files.folder() + " is no run folder: there is no job.json in it.");
    }
    return moved(JobSpec.read(files.job()), files.folder());
  }

  /** The job in the folder that it was read from; a model folder around it moved along. */
  private static JobSpec moved(JobSpec spec, Path folder) {
    JobSpec here = spec.withOut(folder.toString());
    boolean around =
        spec.publish() != null
            && spec.out() != null
            && Path.of(spec.publish()).equals(Path.of(spec.out()).getParent());
    return around ? here.withPublish(folder.getParent().toString()) : here;
  }

  /** Whatever is done in a run folder. */
  private interface Work {
    JobEvent.Terminal get() throws IOException;
  }

  @SuppressWarnings("try") // the lock is only held
  private static JobEvent.Terminal alone(RunFiles files, Work work) {
    try (RunLock lock = RunLock.take(files)) {
      return work.get();
    } catch (RuntimeException | IOException e) {
      return Failures.event(e);
    }
  }

  private JobEvent.Terminal stages(JobSpec spec, StartingPoint start, RunContext context) {
    try {
      spec.requireValid();
      if (spec.publish() != null) {
        new Publication(Path.of(spec.publish()), context.files().folder()).requireFree();
      }
      try (PictureSource source = PictureSource.open(Path.of(spec.data()), spec.tableColumns())) {
        return stages(spec, source, start, context);
      }
    } catch (CancellationException e) {
      return context.cancelled(false);
    } catch (Exception | OutOfMemoryError | LinkageError e) {
      return Failures.event(e);
    }
  }

  private JobEvent.Terminal stages(
      JobSpec spec, PictureSource source, StartingPoint start, RunContext context)
      throws IOException {
    PreparedJob job = new Preparation(catalogue, this::index, context).prepare(spec, source);
    start.check(job);
    context.setEstimate(Estimates.of(job, folders, context));
    RunFolder.removeSpills(context.files());
    if (instructionSets.isPresent()) {
      context.setInstructionSet(instructions(instructionSets.get(), job, start, context));
    }
    return new Tuning(job, features(context), start, checkpointSeconds, context).run();
  }

  private static Optional<String> instructions(
      InstructionSets sets, PreparedJob job, StartingPoint start, RunContext context) {
    if (start.checkpoint().isEmpty()) {
      return sets.apply(job, context);
    }
    Optional<String> now = sets.applyAgain(start.instructionSet());
    if (!now.equals(start.instructionSet())) {
      context.notice(
          "Other processor instructions are used than before the run was resumed, so that its"
              + " result may differ in the last digits.");
    }
    return now;
  }

  private PictureIndex index(Path folder) {
    return PictureIndex.open(folders.indices(), folder);
  }

  private FeatureStore features(RunContext context) {
    return new FeatureStore(() -> new CacheStore(folders, context::notice).open());
  }

  private JobEvent.Started started(String folder) {
    return new JobEvent.Started(
        EventCodec.PROTOCOL, version, ProcessHandle.current().pid(), folder);
  }
}
