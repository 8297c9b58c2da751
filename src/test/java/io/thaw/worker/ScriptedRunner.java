package io.thaw.worker;

import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Plays events that a test hands it, without a process: those given at the start of each run, then
 * those given with {@link #send}. A stop ends the run as cancelled, a kill as crashed.
 */
public final class ScriptedRunner implements JobRunner {
  private final List<JobEvent> script;
  private final List<JobSpec> jobs = new ArrayList<>();
  private Run current;

  /** Plays these events in every run. */
  public ScriptedRunner(JobEvent... script) {
    this.script = List.of(script);
  }

  @Override
  public synchronized JobHandle start(JobSpec spec, Consumer<JobEvent> listener) {
    jobs.add(spec);
    current = new Run(listener, script);
    current.start();
    return current;
  }

  /** The jobs that were started. */
  public synchronized List<JobSpec> jobs() {
    return List.copyOf(jobs);
  }

  /** Sends one more event in the latest run. */
  public synchronized void send(JobEvent event) {
    current.queue.add(event);
  }

  private static final class Run implements JobHandle {
    private final Consumer<JobEvent> listener;
    private final BlockingQueue<JobEvent> queue;
    private final CompletableFuture<JobEvent.Terminal> end = new CompletableFuture<>();

    Run(Consumer<JobEvent> listener, List<JobEvent> script) {
      this.listener = listener;
      this.queue = new LinkedBlockingQueue<>(script);
    }

    void start() {
      Thread thread = new Thread(this::play, "scripted-run");
      thread.setDaemon(true);
      thread.start();
    }

    private void play() {
      try {
        JobEvent event;
        do {
          event = queue.take();
          listener.accept(event);
        } while (!event.terminal());
        end.complete((JobEvent.Terminal) event);
      } catch (InterruptedException e) {
        end.completeExceptionally(e);
      }
    }

    @Override
    public void stop() {
      queue.add(new JobEvent.Cancelled("run", true, 1));
    }

    @Override
    public void kill() {
      queue.add(new JobEvent.Crashed(137, "Training was ended at once, as asked.", List.of()));
    }

    @Override
    public CompletableFuture<JobEvent.Terminal> end() {
      return end;
    }
  }
}
