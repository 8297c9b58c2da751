package io.thaw.worker;

import io.thaw.job.BadJobException;
import io.thaw.job.EventCodec;
import io.thaw.job.JobEvent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes a run's events out of a worker's lines and keeps the contract towards the listener: nothing
 * after the first terminal event. For one thread.
 */
final class EventStream {
  /** After so many lines that are no events, more of them are no news. */
  private static final int STRAY_LINES_TOLD = 5;

  private final EventCodec codec = new EventCodec();
  private final Consumer<JobEvent> listener;
  private final Set<String> unknownTypes = new HashSet<>();
  private boolean introduced;
  private long expected;
  private int strayLines;
  private JobEvent.Terminal end;

  EventStream(Consumer<JobEvent> listener) {
    this.listener = listener;
  }

  /** The event that ended the run, once there was one. */
  Optional<JobEvent.Terminal> end() {
    return Optional.ofNullable(end);
  }

  /** Takes a line of the worker's stdout in. */
  void line(String text) {
    if (end != null || text.isBlank()) {
      return;
    }
    try {
      EventCodec.Line line = codec.decode(text);
      if (!introduced) {
        // A run that is resumed numbers its lines on.
        expected = line.sequence();
      }
      checkSequence(line.sequence());
      take(line.event());
    } catch (BadJobException e) {
      stray(e);
    }
  }

  /** Ends the run, unless it has ended. */
  void finish(JobEvent.Terminal event) {
    if (end == null) {
      end = event;
      listener.accept(event);
    }
  }

  private void take(JobEvent event) {
    if (!introduced && !introduces(event)) {
      finish(
          new JobEvent.Failed(
              false,
              "Training could not start: the worker belongs to another version of Thaw.",
              "The first event was not 'started' with protocol "
                  + EventCodec.PROTOCOL
                  + " but "
                  + event));
      return;
    }
    introduced = true;
    if (event instanceof JobEvent.Terminal terminal) {
      finish(terminal);
    } else if (event instanceof JobEvent.Unknown unknown) {
      unknown(unknown.type());
    } else {
      listener.accept(event);
    }
  }

  /** A worker that cannot even make its run folder has nothing to introduce, only to say why. */
  private static boolean introduces(JobEvent event) {
    return event instanceof JobEvent.Failed
        || event instanceof JobEvent.Started started && started.protocol() == EventCodec.PROTOCOL;
  }

  private void checkSequence(long sequence) {
    if (sequence != expected) {
      tell(
          "Some of the worker's messages were lost: number "
              + expected
              + " was due, number "
              + sequence
              + " came.");
    }
    expected = sequence + 1;
  }

  private void unknown(String type) {
    if (unknownTypes.add(type)) {
      tell("The worker sends messages that this version of Thaw does not know: " + type + ".");
    }
  }

  private void stray(BadJobException e) {
    strayLines++;
    if (strayLines <= STRAY_LINES_TOLD) {
      tell(e.getMessage());
    } else if (strayLines == STRAY_LINES_TOLD + 1) {
      tell("The worker sends more lines that are no events; they are passed over.");
    }
  }

  private void tell(String message) {
    listener.accept(new JobEvent.Notice(message));
  }
}
