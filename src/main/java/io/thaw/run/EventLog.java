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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Numbers a run's events, keeps them in the run folder and passes them on. A terminal event closes
 * the log: what comes after it is dropped, so that there is exactly one.
 */
final class EventLog implements Consumer<JobEvent>, AutoCloseable {
  private final EventCodec codec = new EventCodec();
  private final TrainingRun.Listener listener;
  private final List<String> waiting = new ArrayList<>();
  private Writer file;
  private boolean keeps;
  private long sequence;
  private boolean ended;

  /**
   * A log.
   *
   * @param sequence number of its first event
   */
  EventLog(TrainingRun.Listener listener, long sequence) {
    this.listener = listener;
    this.sequence = sequence;
  }

  /** Keeps all events, those so far and those to come, in a file as well. */
  synchronized void keepIn(Path path) throws IOException {
    if (keeps) {
      return;
    }
    EventsFile.cutTornLine(path);
    file =
        Files.newBufferedWriter(
            path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    keeps = true;
    waiting.forEach(this::write);
    waiting.clear();
  }

  @Override
  public synchronized void accept(JobEvent event) {
    if (ended) {
      return;
    }
    ended = event.terminal();
    String line = codec.encode(sequence++, event);
    listener.event(event, line);
    if (keeps) {
      write(line);
    } else {
      waiting.add(line);
    }
  }

  /** Takes the terminal event in and hands it back. */
  JobEvent.Terminal end(JobEvent.Terminal event) {
    accept(event);
    return event;
  }

  private void write(String line) {
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
