package io.thaw.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A run as its events tell it; fed by one thread. The same lines give the same state whether they
 * come from a live worker or from {@code events.ndjson}.
 */
public final class JobState {
  private JobEvent.Started started;
  private Phase phase = Phase.PREPARE;
  private JobEvent.Progress progress;
  private JobEvent.DataReady data;
  private JobEvent.PlanReady plan;
  private JobEvent.LayersMoved moved;
  private JobEvent.Terminal end;
  private final List<JobEvent.BatchDone> batches = new ArrayList<>();
  private final List<EpochRecord> epochs = new ArrayList<>();
  private final List<JobEvent.ProblemFound> problems = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  /**
   * Takes one event in. Events after the terminal one are ignored, unless the run begins another
   * time. What a resumed run tells anew takes the place of what it told before.
   */
  public void apply(JobEvent event) {
    if (event instanceof JobEvent.Started it) {
      begin(it);
    } else if (end == null) {
      take(event);
    }
  }

  /** Steps and epochs stay until the new part says which of them still hold. */
  private void begin(JobEvent.Started event) {
    started = event;
    phase = Phase.PREPARE;
    progress = null;
    data = null;
    plan = null;
    end = null;
    problems.clear();
  }

  private void take(JobEvent event) {
    if (event instanceof JobEvent.Resumed it) {
      batches.removeIf(batch -> batch.step() > it.step());
      epochs.removeIf(epoch -> epoch.epoch() > it.epoch());
      moved = moved != null && moved.epoch() > it.epoch() ? null : moved;
    } else if (event instanceof JobEvent.PhaseStarted it) {
      phase = it.phase();
      progress = null;
    } else if (event instanceof JobEvent.Progress it) {
      progress = it;
    } else if (event instanceof JobEvent.DataReady it) {
      data = it;
    } else if (event instanceof JobEvent.ProblemFound it) {
      problems.add(it);
    } else if (event instanceof JobEvent.PlanReady it) {
      plan = it;
    } else if (event instanceof JobEvent.BatchDone it) {
      forgetFrom(it.epoch(), it.step());
      batches.add(it);
    } else if (event instanceof JobEvent.EpochDone it) {
      forgetFrom(it.record().epoch(), Long.MAX_VALUE);
      epochs.add(it.record());
    } else if (event instanceof JobEvent.LayersMoved it) {
      moved = it;
    } else if (event instanceof JobEvent.Notice it) {
      notices.add(it.message());
    } else if (event instanceof JobEvent.Terminal it) {
      end = it;
    }
  }

  /** A run that was killed before anything was kept of it begins with its first step again. */
  private void forgetFrom(int epoch, long step) {
    while (!batches.isEmpty() && batches.get(batches.size() - 1).step() >= step) {
      batches.remove(batches.size() - 1);
    }
    moved = moved != null && moved.epoch() >= epoch ? null : moved;
    while (!epochs.isEmpty() && epochs.get(epochs.size() - 1).epoch() >= epoch) {
      epochs.remove(epochs.size() - 1);
    }
  }

  /** The worker's first words, once they came. */
  public Optional<JobEvent.Started> started() {
    return Optional.ofNullable(started);
  }

  /** The phase the run is in, or was in when it ended. */
  public Phase phase() {
    return phase;
  }

  /** Progress within the phase, if the phase reports any. */
  public Optional<JobEvent.Progress> progress() {
    return Optional.ofNullable(progress);
  }

  /** What the folder of pictures held, once it was read. */
  public Optional<JobEvent.DataReady> data() {
    return Optional.ofNullable(data);
  }

  /** How the network was cut, once it was. */
  public Optional<JobEvent.PlanReady> plan() {
    return Optional.ofNullable(plan);
  }

  /** The terminal event, once it came. */
  public Optional<JobEvent.Terminal> end() {
    return Optional.ofNullable(end);
  }

  /** The training so far, in order; a live view. */
  public List<JobEvent.BatchDone> batches() {
    return Collections.unmodifiableList(batches);
  }

  /** The epochs so far, in order; a live view. */
  public List<EpochRecord> epochs() {
    return Collections.unmodifiableList(epochs);
  }

  /** How far each layer moved up to the last epoch that told it. */
  public Optional<JobEvent.LayersMoved> moved() {
    return Optional.ofNullable(moved);
  }

  /** The pictures left out so far; a live view. */
  public List<JobEvent.ProblemFound> problems() {
    return Collections.unmodifiableList(problems);
  }

  /** What the user should know, in order; a live view. */
  public List<String> notices() {
    return Collections.unmodifiableList(notices);
  }
}
