package io.thaw.tuning.cache;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The real disk of a size that the test says, which may refuse to write. */
final class TestDisk implements Disk {
  static final long TOTAL = 1_000_000_000_000L;

  long free = TOTAL / 2;

  /** Bytes that fit into files; more do not. */
  long writable = Long.MAX_VALUE;

  @Override
  public long free() {
    return free;
  }

  @Override
  public long total() {
    return TOTAL;
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    return new FileOutputStream(file.toFile()) {
      @Override
      public void write(byte[] bytes, int at, int count) throws IOException {
        int fitting = (int) Math.min(count, writable);
        super.write(bytes, at, fitting);
        writable -= fitting;
        if (fitting < count) {
          throw new IOException("No space left on device");
        }
      }

      @Override
      public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
      }
    };
  }
}
