package io.thaw.ui.app;

import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.worker.JobHandle;
import io.thaw.worker.JobRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A runner whose runs say exactly what a test tells them to; nothing happens by itself. */
public final class HandDrivenRunner implements JobRunner {
  private final List<Run> runs = new CopyOnWriteArrayList<>();

  /** One run under the test's control. */
  public static final class Run implements JobHandle {
    private final JobSpec spec;
    private final Consumer<JobEvent> listener;
    private final ExecutorService thread;
    private final CompletableFuture<JobEvent.Terminal> end = new CompletableFuture<>();
    private final List<String> asked = new ArrayList<>();

    Run(JobSpec spec, Consumer<JobEvent> listener) {
      this.spec = spec;
      this.listener = listener;
      this.thread = Executors.newSingleThreadExecutor(Run::daemon);
    }

    private static Thread daemon(Runnable work) {
      Thread thread = new Thread(work, "hand-driven-run");
      thread.setDaemon(true);
      return thread;
    }

    /** The job it was started with. */
    public JobSpec spec() {
      return spec;
    }

    /** Sends events, in order, from the run's own thread. */
    public void say(List<? extends JobEvent> events) {
      thread.execute(() -> events.forEach(this::send));
    }

    /** Sends events, in order, from the run's own thread. */
    public void say(JobEvent... events) {
      say(List.of(events));
    }

    private void send(JobEvent event) {
      listener.accept(event);
      if (event instanceof JobEvent.Terminal terminal) {
        end.complete(terminal);
        thread.shutdown();
      }
    }

    /** What was asked of it: {@code stop}, {@code kill}. */
    public synchronized List<String> asked() {
      return List.copyOf(asked);
    }

    @Override
    public synchronized void stop() {
      asked.add("stop");
    }

    @Override
    public synchronized void kill() {
      asked.add("kill");
    }

    @Override
    public CompletableFuture<JobEvent.Terminal> end() {
      return end;
    }
  }

  @Override
  public JobHandle start(JobSpec spec, Consumer<JobEvent> listener) {
    Run run = new Run(spec, listener);
    runs.add(run);
    return run;
  }

  /** The runs that were started, oldest first. */
  public List<Run> runs() {
    return runs;
  }

  /** The newest run. */
  public Run last() {
    return runs.get(runs.size() - 1);
  }
}
