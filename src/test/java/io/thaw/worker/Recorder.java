package io.thaw.worker;

import io.thaw.job.JobEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Keeps a run's events and lets a test wait for one. */
final class Recorder implements Consumer<JobEvent> {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final List<JobEvent> events = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @Override
  public synchronized void accept(JobEvent event) {
    events.add(event);
    threads.add(Thread.currentThread());
    notifyAll();
  }

  synchronized List<JobEvent> events() {
    return List.copyOf(events);
  }

  /** The threads that told the events. */
  synchronized List<Thread> threads() {
    return threads.stream().distinct().toList();
  }

  synchronized <T extends JobEvent> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Waits for the first event of a kind. */
  synchronized <T extends JobEvent> T await(Class<T> type) throws Exception {
    long deadline = System.nanoTime() + PATIENCE;
    while (all(type).isEmpty()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new TimeoutException("no " + type.getSimpleName() + " in " + events);
      }
      wait(left);
    }
    return all(type).get(0);
  }
}
