package io.thaw.worker;

import io.thaw.job.BadJobException;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One worker's life, from its start to its last word and a little beyond. */
final class WorkerRun implements JobHandle {
  /** From its first command on, a worker takes the end of its input for the end of its parent. */
  private static final byte[] ATTACHED =
      "{\"command\":\"attached\"}\n".getBytes(StandardCharsets.UTF_8);

  private static final byte[] STOP = "{\"command\":\"stop\"}\n".getBytes(StandardCharsets.UTF_8);

  /** Characters of one event; a run with many thousand classes stays below. */
  private static final int LONGEST_LINE = 1 << 24;

  private static final System.Logger LOG = System.getLogger(WorkerRun.class.getName());

  private final WorkerCommand command;
  private final Path jobFile;
  private final Duration grace;
  private final Consumer<JobEvent> listener;
  private final EventStream events = new EventStream(this::tell);
  private final CompletableFuture<Process> started = new CompletableFuture<>();
  private final CompletableFuture<JobEvent.Terminal> end = new CompletableFuture<>();
  private final AtomicBoolean stopAsked = new AtomicBoolean();
  private final AtomicBoolean killAsked = new AtomicBoolean();

  WorkerRun(WorkerCommand command, Path folder, Duration grace, Consumer<JobEvent> listener) {
    this.command = command;
    this.jobFile = folder.resolve("job-" + UUID.randomUUID() + ".json");
    this.grace = grace;
    this.listener = listener;
  }

  void begin(JobSpec spec) {
    Thread thread = new Thread(() -> live(spec), "worker-events-" + jobFile.getFileName());
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void stop() {
    if (stopAsked.compareAndSet(false, true)) {
      started.thenAccept(process -> send(process, STOP));
    }
  }

  @Override
  public void kill() {
    killAsked.set(true);
    started.thenAccept(WorkerRun::destroy);
  }

  @Override
  public CompletableFuture<JobEvent.Terminal> end() {
    return end.copy();
  }

  private void live(JobSpec spec) {
    try {
      spec.write(jobFile);
      follow(command.process(List.of("train", "--job", jobFile.toString(), "--events")).start());
    } catch (BadJobException e) {
      finish(failed(e.getMessage(), e));
    } catch (IOException e) {
      finish(failed("the worker's Java could not be run.", e));
    } catch (RuntimeException e) {
      finish(failed("something unforeseen happened.", e));
    } finally {
      removeJobFile();
    }
  }

  private static JobEvent.Failed failed(String why, Exception e) {
    return new JobEvent.Failed(false, "Training could not start: " + why, e.toString());
  }

  private void follow(Process process) {
    ErrorTail errors = ErrorTail.of(process);
    send(process, ATTACHED);
    started.complete(process);
    try {
      readEvents(process);
      int exitCode = awaitExit(process);
      errors.await(grace.toMillis());
      finish(new JobEvent.Crashed(exitCode, reason(exitCode), errors.lines()));
    } catch (InterruptedException e) {
      finish(new JobEvent.Crashed(-1, "Training stopped: Thaw is closing.", errors.lines()));
    } finally {
      destroy(process);
      closeInput(process);
    }
  }

  private void readEvents(Process process) {
    try (LineReader lines = new LineReader(process.getInputStream(), LONGEST_LINE)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        events.line(line);
        if (!end.isDone() && events.end().isPresent()) {
          end.complete(events.end().get());
          endByForceAfterGrace(process);
        }
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The worker's output could not be read on.", e);
    }
  }

  /** Its output is read on meanwhile, or a worker that still prints could not end by itself. */
  private void endByForceAfterGrace(Process process) {
    closeInput(process);
    process
        .onExit()
        .orTimeout(grace.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((ended, late) -> destroy(process));
  }

  private int awaitExit(Process process) throws InterruptedException {
    if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      destroy(process);
    }
    return process.waitFor();
  }

  private String reason(int exitCode) {
    return killAsked.get()
        ? "Training was ended at once, as asked."
        : ExitReason.sentence(exitCode);
  }

  private static void send(Process process, byte[] command) {
    try {
      OutputStream input = process.getOutputStream();
      input.write(command);
      input.flush();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "The worker no longer listens; it is ended.", e);
      destroy(process);
    }
  }

  /** Through its handle, since {@link Process#destroyForcibly} also drops what was not yet read. */
  private static void destroy(Process process) {
    process.toHandle().destroyForcibly();
  }

  private static void closeInput(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "The worker's input was closed already.", e);
    }
  }

  /** Has the listener told, then everyone who waits for the end. */
  private void finish(JobEvent.Terminal event) {
    events.finish(event);
    events.end().ifPresent(end::complete);
  }

  /** A listener that throws must not cost the run its other events. */
  private void tell(JobEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A listener failed on " + event, e);
    }
  }

  private void removeJobFile() {
    if (!Files.exists(jobFile)) {
      return;
    }
    try {
      Files.delete(jobFile);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The job file could not be removed.", e);
    }
  }
}
