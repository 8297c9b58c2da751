package io.thaw.run;

import io.thaw.job.BadJobException;
import io.thaw.job.EventCodec;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The end of an {@code events.ndjson} that a worker left, perhaps in the middle of a line. */
final class EventsFile {
  private EventsFile() {}

  /** The number after that of the last whole event; 0 where there is none. */
  static long nextSequence(Path file) {
    if (!Files.isRegularFile(file)) {
      return 0;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      int end = wholeLines(bytes, bytes.length);
      while (end > 0) {
        int start = wholeLines(bytes, end - 1);
        String line = new String(bytes, start, end - 1 - start, StandardCharsets.UTF_8);
        try {
          return new EventCodec().decode(line).sequence() + 1;
        } catch (BadJobException e) {
          // A line that is no event says nothing of its number; the one before does.
          end = start;
        }
      }
      return 0;
    } catch (IOException e) {
      // The run says so when it cannot add its own events either.
      return 0;
    }
  }

  /** Cuts off what a killed worker did not write to its end. */
  static void cutTornLine(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    int end = wholeLines(bytes, bytes.length);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(end);
    }
  }

  /** How many of the first bytes belong to lines with a line break. */
  private static int wholeLines(byte[] bytes, int length) {
    int end = length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }
}
