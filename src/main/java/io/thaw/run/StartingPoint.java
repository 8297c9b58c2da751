package io.thaw.run;

import io.thaw.job.BadJobException;
import io.thaw.job.JobEvent;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.tuning.Intake;
import io.thaw.tuning.LoopPosition;
import io.thaw.tuning.LoopState;
import io.thaw.tuning.checkpoint.Checkpoint;
import io.thaw.tuning.checkpoint.CheckpointFolder;
import io.thaw.tuning.checkpoint.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a run begins: with its first step, or where an earlier part of it was kept.
 *
 * @param checkpoint that the run goes on from
 * @param damaged newer checkpoints that cannot be read
 */
record StartingPoint(Optional<Checkpoint> checkpoint, List<Path> damaged) {
  /** Of a new run. */
  static final StartingPoint FIRST_STEP = new StartingPoint(Optional.empty(), List.of());

  /**
   * The last moment that was kept of a run; its first step if there is none.
   *
   * @throws BadJobException when the run is complete, or when nothing that was kept can be read
   */
  static StartingPoint in(RunFiles files) throws IOException {
    if (Files.exists(files.report()) && !Report.read(files.report()).cancelled()) {
      throw new BadJobException(
          "The run " + files.folder() + " is complete; there is nothing to resume.");
    }
    List<Path> damaged = new ArrayList<>();
    Optional<Checkpoint> newest = new CheckpointFolder(files.checkpoints()).newest(damaged::add);
    if (newest.isEmpty() && !damaged.isEmpty()) {
      throw new BadJobException(
          "The checkpoints in "
              + files.checkpoints()
              + " are damaged, so the run cannot be resumed.");
    }
    return new StartingPoint(newest, damaged);
  }

  Optional<History> history() {
    return checkpoint.map(Checkpoint::history);
  }

  /** What the training engine was held to. */
  Optional<String> instructionSet() {
    return history().map(History::instructionSet);
  }

  /** Refuses a job that is not the one that was kept. */
  void check(PreparedJob job) {
    checkpoint.ifPresent(it -> RunFingerprint.requireSame(it.fingerprint(), job));
  }

  /** Refuses pictures that are not those that were learned from. */
  void check(Intake.Sets sets) {
    checkpoint.ifPresent(it -> RunFingerprint.requireSame(it.fingerprint(), sets));
  }

  /** Says where the run goes on; the state to go on with, if it does. */
  Optional<LoopState> enter(RunContext context) {
    for (Path file : damaged) {
      context.notice(
          "The checkpoint " + file + " is damaged, so the run goes on from the one before it.");
    }
    checkpoint.ifPresent(
        it -> {
          LoopPosition position = it.state().position();
          context.events().accept(new JobEvent.Resumed(position.epochs().size(), position.steps()));
        });
    return checkpoint.map(Checkpoint::state);
  }
}
