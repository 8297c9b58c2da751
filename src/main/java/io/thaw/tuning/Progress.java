package io.thaw.tuning;

import io.thaw.job.JobEvent;
import io.thaw.job.Phase;
import java.util.function.Consumer;

/** Reports how far a phase is, at most ten times a second. */
final class Progress {
  private static final long INTERVAL_NANOS = 100_000_000;

  private final Phase phase;
  private final long total;
  private final Consumer<JobEvent> events;
  private final long start = System.nanoTime();
  private long last = start;
  private long done;
  private long skipped;

  Progress(Phase phase, long total, Consumer<JobEvent> events) {
    this.phase = phase;
    this.total = total;
    this.events = events;
  }

  /** Counts pictures that cost nothing, so that they say nothing of the rate. */
  void skip(long pictures) {
    skipped += pictures;
    done += pictures;
  }

  /** Counts pictures. */
  void advance(long pictures) {
    done += pictures;
    long now = System.nanoTime();
    if (now - last >= INTERVAL_NANOS || done == total) {
      last = now;
      double rate = (done - skipped) / Math.max(1e-9, (now - start) / 1e9);
      events.accept(new JobEvent.Progress(phase, done, total, rate, (total - done) / rate));
    }
  }
}
