package io.thaw.worker;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a UTF-8 stream. Unlike {@link BufferedReader} it keeps only so much of a line, so
 * that a process gone wild cannot fill its parent's memory.
 */
final class LineReader implements Closeable {
  private final Reader reader;
  private final int longest;
  private boolean ended;

  /**
   * @param longest characters of a line that are kept
   */
  LineReader(InputStream stream, int longest) {
    this.reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 14);
    this.longest = longest;
  }

  /** The next line without its line break, or null at the end of the stream. */
  String next() throws IOException {
    StringBuilder line = new StringBuilder();
    int character = -1;
    while (!ended && (character = reader.read()) != '\n') {
      if (character < 0) {
        ended = true;
      } else if (line.length() < longest) {
        line.append((char) character);
      }
    }
    if (ended && line.isEmpty()) {
      return null;
    }
    int last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
