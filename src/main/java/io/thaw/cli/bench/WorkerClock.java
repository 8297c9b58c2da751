package io.thaw.cli.bench;

import io.thaw.job.JobEvent;
import io.thaw.job.Phase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes the time of a worker's events as they reach its parent. */
final class WorkerClock implements Consumer<JobEvent> {
  private final long start = System.nanoTime();
  private final List<Path> unreadable = new ArrayList<>();
  private boolean scanned;
  private long pid = -1;
  private double startUp;
  private double lastEpoch;
  private double learningRate;

  @Override
  public synchronized void accept(JobEvent event) {
    if (event instanceof JobEvent.Started it) {
      pid = it.pid();
    } else if (event instanceof JobEvent.PhaseStarted it && it.phase() == Phase.PREFIX) {
      scanned = true;
    } else if (event instanceof JobEvent.PhaseStarted it && it.phase() == Phase.TRAIN) {
      startUp = seconds();
    } else if (event instanceof JobEvent.ProblemFound it && scanned) {
      unreadable.add(Path.of(it.file()));
    } else if (event instanceof JobEvent.BatchDone it) {
      learningRate = it.learningRate();
    } else if (event instanceof JobEvent.EpochDone) {
      lastEpoch = seconds();
    }
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** The worker's process id; negative while it has not said so. */
  synchronized long pid() {
    return pid;
  }

  /** Seconds from its start to that of the first epoch. */
  synchronized double startUp() {
    return startUp;
  }

  /** Seconds from its start to the end of the last epoch. */
  synchronized double lastEpoch() {
    return lastEpoch;
  }

  /** Of the last step. */
  synchronized double learningRate() {
    return learningRate;
  }

  /** Pictures that looked sound until they were decoded. */
  synchronized List<Path> unreadable() {
    return List.copyOf(unreadable);
  }
}
