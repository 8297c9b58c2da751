package io.thaw.run;

import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.RunFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What all stages of one run share. */
final class RunContext {
  private final RunFiles files;
  private final Consumer<JobEvent> events;
  private final CancelToken cancel;
  private final long start = System.nanoTime();
  private double scanSeconds;
  private Optional<String> instructionSet = Optional.empty();
  private final List<String> notices = new ArrayList<>();

  RunContext(RunFiles files, Consumer<JobEvent> events, CancelToken cancel) {
    this.files = files;
    this.events = events;
    this.cancel = cancel;
  }

  RunFiles files() {
    return files;
  }

  Consumer<JobEvent> events() {
    return events;
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
    notices.add(message);
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

  /** How long the folder was looked through. */
  void setScanSeconds(double value) {
    scanSeconds = value;
  }

  double scanSeconds() {
    return scanSeconds;
  }

  /** Since the run began. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** The run ended early. */
  JobEvent.Cancelled cancelled(boolean modelKept) {
    return new JobEvent.Cancelled(files.folder().toString(), modelKept, seconds());
  }
}
