package io.thaw.tuning.cache;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The reading side of a segment file, be it complete or still growing. Read with positional reads,
 * not through a map: if somebody else truncates the file under a map, that ends the process.
 */
final class Segment implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Segment.class.getName());
  private static final long TOUCH_MILLIS = 60_000;

  private final Encoding encoding;
  private final int elements;
  private volatile Path file;
  private FileChannel channel;
  private boolean closed;
  private volatile boolean dropped;
  private volatile boolean damaged;
  private volatile long touched;

  /**
   * Opens a file.
   *
   * @throws IOException when it cannot be opened
   */
  Segment(Path file, Encoding encoding, int elements) throws IOException {
    this.file = file;
    this.encoding = encoding;
    this.elements = elements;
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
  }

  Encoding encoding() {
    return encoding;
  }

  Path file() {
    return file;
  }

  /** The file has another name now. */
  void renamed(Path name) {
    file = name;
  }

  /** Its records are lost. */
  void drop() {
    dropped = true;
    close();
  }

  boolean dropped() {
    return dropped;
  }

  /** A record of it turned out damaged. */
  void markDamaged() {
    damaged = true;
  }

  boolean damaged() {
    return damaged;
  }

  /**
   * Reads the record into {@code scratch}, which then knows whether it is intact.
   *
   * @throws ClosedByInterruptException when the reading thread is interrupted
   * @throws IOException when it cannot be read
   */
  void read(int number, Scratch scratch) throws IOException {
    int payload = encoding.payloadBytes(elements);
    while (true) {
      FileChannel open = channel();
      try {
        ByteBuffer into = scratch.empty(payload);
        fill(open, into, (long) number * into.remaining());
        return;
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (ClosedChannelException e) {
        // Another reader was interrupted, which closes the channel for all: open it anew.
        LOG.log(Level.FINER, "Opened again: " + file, e);
      }
    }
  }

  /** Reads until the buffer is full. */
  static void fill(FileChannel channel, ByteBuffer into, long at) throws IOException {
    while (into.hasRemaining()) {
      int count = channel.read(into, at);
      if (count < 0) {
        throw new EOFException("The file ends too early.");
      }
      at += count;
    }
  }

  private synchronized FileChannel channel() throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    if (!channel.isOpen()) {
      channel = FileChannel.open(file, StandardOpenOption.READ);
    }
    return channel;
  }

  /** Notes in the file's time that it is in use, a minute after the last time at the earliest. */
  void touch(long now) {
    if (now - touched < TOUCH_MILLIS) {
      return;
    }
    touched = now;
    try {
      Files.setLastModifiedTime(file, FileTime.fromMillis(now));
    } catch (IOException e) {
      LOG.log(Level.FINE, "It counts as unused and goes sooner: " + file, e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      channel.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "A file that was only read could not be closed: " + file, e);
    }
  }
}
