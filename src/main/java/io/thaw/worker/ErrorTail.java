package io.thaw.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads a process's stderr on a thread of its own and keeps its last lines. */
final class ErrorTail {
  private static final int LINES = 50;
  private static final int LONGEST_LINE = 2_000;

  private final Deque<String> lines = new ArrayDeque<>();
  private final Thread thread;

  private ErrorTail(InputStream stream, String name) {
    thread = new Thread(() -> read(stream), name);
    thread.setDaemon(true);
  }

  /** Starts to read. */
  static ErrorTail of(Process process) {
    ErrorTail tail = new ErrorTail(process.getErrorStream(), "worker-errors-" + process.pid());
    tail.thread.start();
    return tail;
  }

  /** Waits until the stream has ended, or the time is up. */
  void await(long milliseconds) throws InterruptedException {
    thread.join(milliseconds);
  }

  /** The last lines so far. */
  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  private void read(InputStream stream) {
    try (LineReader reader = new LineReader(stream, LONGEST_LINE)) {
      for (String line = reader.next(); line != null; line = reader.next()) {
        add(line);
      }
    } catch (IOException e) {
      add("(stderr could not be read on: " + e.getMessage() + ")");
    }
  }

  private void add(String line) {
    synchronized (lines) {
      if (lines.size() == LINES) {
        lines.removeFirst();
      }
      lines.addLast(line);
    }
  }
}
