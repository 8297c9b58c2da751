package io.thaw.run;

import io.thaw.job.EventCodec;
import io.thaw.job.JobEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Numbers a run's events, keeps them in the run folder and passes them on. A terminal event closes
 * the log: what comes after it is dropped, so that there is exactly one.
 */
final class EventLog implements Consumer<JobEvent>, AutoCloseable {
  private final EventCodec codec = new EventCodec();
  private final TrainingRun.Listener listener;
  private Writer file;
  private long sequence;
  private boolean ended;

  EventLog(TrainingRun.Listener listener) {
    this.listener = listener;
  }

  /** Keeps the events from now on in a file as well. */
  void keepIn(Path path) throws IOException {
    file =
        Files.newBufferedWriter(
            path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public synchronized void accept(JobEvent event) {
    if (ended) {
      return;
    }
    ended = event.terminal();
    String line = codec.encode(sequence++, event);
    listener.event(event, line);
    write(line, event);
  }

  /** Takes the terminal event in and hands it back. */
  JobEvent.Terminal end(JobEvent.Terminal event) {
    accept(event);
    return event;
  }

  private void write(String line, JobEvent event) {
    if (file == null) {
      return;
    }
    try {
      file.write(line);
      file.write('\n');
      file.flush();
    } catch (IOException e) {
      file = null;
      accept(
          new JobEvent.Notice(
              "The run's events can no longer be written to its folder (" + e.getMessage() + ")."));
    }
  }

  @Override
  public synchronized void close() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException("The run's events could not be written", e);
      }
    }
  }
}
