package io.thaw.run;

import io.thaw.tuning.Keeper;
import io.thaw.tuning.LoopState;
import io.thaw.tuning.checkpoint.Checkpoint;
import io.thaw.tuning.checkpoint.CheckpointFolder;
import io.thaw.tuning.checkpoint.Fingerprint;
import io.thaw.tuning.checkpoint.History;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes checkpoints, and the model so far, now and then. A failure is a notice, once for each
 * reason: the run goes on.
 */
final class CheckpointKeeper implements Keeper {
  private final RunContext context;
  private final ResultWriter result;
  private final double every;
  private final Supplier<Fingerprint> fingerprint;
  private final Supplier<History> history;
  private final CheckpointFolder folder;
  private final Set<String> reasons = new HashSet<>();
  private Fingerprint known;
  private double last;

  /**
   * A keeper.
   *
   * @param every seconds at most that a killed worker loses, within an epoch; after an epoch half
   *     of them
   * @param fingerprint asked once, when it is needed
   */
  CheckpointKeeper(
      RunContext context,
      ResultWriter result,
      double every,
      Supplier<Fingerprint> fingerprint,
      Supplier<History> history) {
    this.context = context;
    this.result = result;
    this.every = every;
    this.fingerprint = fingerprint;
    this.history = history;
    this.folder = new CheckpointFolder(context.files().checkpoints());
    this.last = context.seconds();
  }

  @Override
  public boolean wants(Moment moment) {
    double age = context.seconds() - last;
    return switch (moment) {
      case STEP -> age >= every;
      case EPOCH -> age >= every / 2 || result.isModelOld();
      case CANCELLED -> true;
    };
  }

  @Override
  public void keep(Moment moment, LoopState state) {
    if (moment == Moment.EPOCH && result.isModelOld()) {
      result.saveSoFar(state.tail().parameters());
    }
    if (state.position().steps() > 0) {
      write(state);
    }
    last = context.seconds();
  }

  private void write(LoopState state) {
    try {
      if (known == null) {
        known = fingerprint.get();
      }
      folder.write(new Checkpoint(known, history.get(), state));
    } catch (IOException e) {
      complain("No checkpoint could be written, so the run cannot be resumed from here", e);
    }
  }

  /** The run is complete: nobody goes on with it. */
  void remove() {
    try {
      folder.remove();
    } catch (IOException e) {
      complain("The checkpoints of the complete run could not be removed", e);
    }
  }

  private void complain(String what, IOException reason) {
    String kind = reason.getClass().getSimpleName();
    if (reasons.add(what + kind)) {
      context.notice(what + " (" + kind + ": " + reason.getMessage() + ").");
    }
  }
}
