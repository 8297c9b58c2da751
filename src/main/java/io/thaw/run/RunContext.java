package io.thaw.run;

import io.thaw.job.CancelToken;
import io.thaw.job.Estimate;
import io.thaw.job.JobEvent;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.tuning.Intake;
import io.thaw.tuning.checkpoint.History;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What all stages of one run share. */
final class RunContext {
  private final RunFiles files;
  private final Consumer<JobEvent> events;
  private final Optional<EventLog> log;
  private final CancelToken cancel;
  private final long start = System.nanoTime();
  private double scanSeconds;
  private History earlier = History.NONE;
  private int resumed;
  private Optional<String> instructionSet = Optional.empty();
  private Optional<Estimate> estimate = Optional.empty();
  private final List<String> notices = new ArrayList<>();

  /** Of something like a run, whose events nobody keeps. */
  RunContext(RunFiles files, Consumer<JobEvent> events, CancelToken cancel) {
    this(files, events, Optional.empty(), cancel);
  }

  /** Of a run. */
  RunContext(RunFiles files, EventLog log, CancelToken cancel) {
    this(files, log, Optional.of(log), cancel);
  }

  private RunContext(
      RunFiles files, Consumer<JobEvent> events, Optional<EventLog> log, CancelToken cancel) {
    this.files = files;
    this.events = events;
    this.log = log;
    this.cancel = cancel;
  }

  /** The run goes on; its times and notices are those of all its parts. */
  void resume(History before) {
    earlier = before;
    resumed = before.resumed() + 1;
    notices.addAll(before.notices());
  }

  RunFiles files() {
    return files;
  }

  Consumer<JobEvent> events() {
    return events;
  }

  /** The run will not be refused any more: its events are kept in its folder. */
  void keepEvents() throws IOException {
    if (log.isPresent()) {
      log.get().keepIn(files.events());
    }
  }

  CancelToken cancel() {
    return cancel;
  }

  /** Tells the user what takes a while now. */
  void tell(String message) {
    events.accept(new JobEvent.Notice(message));
  }

  /** Tells the user something that does not stop the run, now and in the report. */
  synchronized void notice(String message) {
    if (!notices.contains(message)) {
      notices.add(message);
    }
    events.accept(new JobEvent.Notice(message));
  }

  synchronized List<String> notices() {
    return List.copyOf(notices);
  }

  /** What the training engine is held to; empty for its own choice. */
  void setInstructionSet(Optional<String> value) {
    instructionSet = value;
  }

  Optional<String> instructionSet() {
    return instructionSet;
  }

  /** What the run was expected to cost; empty where the machine was never calibrated. */
  void setEstimate(Optional<Estimate> value) {
    estimate = value;
  }

  Optional<Estimate> estimate() {
    return estimate;
  }

  /** How long the folder was looked through. */
  void setScanSeconds(double value) {
    scanSeconds = value;
  }

  double scanSeconds() {
    return scanSeconds;
  }

  /** Since the run began, without the time between its parts. */
  double seconds() {
    return earlier.seconds().total() + (System.nanoTime() - start) / 1e9;
  }

  /**
   * What this run's report says of it so far.
   *
   * @param trainSeconds of training in this part of it
   */
  History history(Intake intake, double trainSeconds) {
    Report.Seconds now =
        new Report.Seconds(
            scanSeconds,
            intake.decodeSeconds(),
            intake.prefixSeconds(),
            intake.seconds(),
            trainSeconds,
            (System.nanoTime() - start) / 1e9);
    return new History(
        earlier.seconds().plus(now),
        resumed,
        instructionSet.orElse(null),
        Math.max(earlier.peakMemory(), PeakMemory.bytes()),
        notices());
  }

  /**
   * The run ended early.
   *
   * @param modelKept whether this part of it wrote a model; an earlier one may have
   */
  JobEvent.Cancelled cancelled(boolean modelKept) {
    boolean kept = modelKept || Files.isDirectory(files.model());
    return new JobEvent.Cancelled(files.folder().toString(), kept, seconds());
  }
}
