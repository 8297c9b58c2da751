package io.thaw.tuning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Records of one size, kept in memory up to a budget and in a temporary file beyond it. Written by
 * one thread, then read by any.
 */
final class RecordStore implements AutoCloseable {
  private final int recordSize;
  private final long memoryBudget;
  private final Path spillFolder;
  private final List<byte[]> inMemory = new ArrayList<>();
  private FileChannel spill;
  private int spilled;

  /**
   * An empty store.
   *
   * @param recordSize bytes in a record
   * @param memoryBudget bytes to keep in memory at most
   * @param spillFolder where the temporary file goes
   */
  RecordStore(int recordSize, long memoryBudget, Path spillFolder) {
    this.recordSize = recordSize;
    this.memoryBudget = memoryBudget;
    this.spillFolder = spillFolder;
  }

  int count() {
    return inMemory.size() + spilled;
  }

  /** Adds a record; the array belongs to the store from then on. */
  void add(byte[] record) {
    if (spilled == 0 && (inMemory.size() + 1L) * recordSize <= memoryBudget) {
      inMemory.add(record);
      return;
    }
    try {
      if (spill == null) {
        spill = open();
      }
      ByteBuffer buffer = ByteBuffer.wrap(record);
      while (buffer.hasRemaining()) {
        spill.write(buffer, (long) spilled * recordSize + buffer.position());
      }
      spilled++;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The pictures' features do not fit in memory and could not be written to " + spillFolder,
          e);
    }
  }

  private FileChannel open() throws IOException {
    Path file = Files.createTempFile(spillFolder, "features", ".tmp");
    return FileChannel.open(
        file,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** A record; nobody writes into the array. */
  byte[] get(int index) {
    if (index < inMemory.size()) {
      return inMemory.get(index);
    }
    byte[] record = new byte[recordSize];
    ByteBuffer buffer = ByteBuffer.wrap(record);
    long start = (long) (index - inMemory.size()) * recordSize;
    try {
      while (buffer.hasRemaining()) {
        if (spill.read(buffer, start + buffer.position()) < 0) {
          throw new IOException("The file of features ends too early.");
        }
      }
      return record;
    } catch (IOException e) {
      throw new UncheckedIOException("The features could not be read back", e);
    }
  }

  @Override
  public void close() {
    inMemory.clear();
    if (spill != null) {
      try {
        spill.close();
      } catch (IOException e) {
        throw new UncheckedIOException("The file of features could not be removed", e);
      }
    }
  }
}
