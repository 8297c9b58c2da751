package io.thaw.tuning.cache;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the cache asks of the disk that holds it. */
interface Disk {
  /** Bytes that may still be written. */
  long free() throws IOException;

  /** Bytes in all. */
  long total() throws IOException;

  /** Makes a file. */
  OutputStream create(Path file) throws IOException;

  /** The disk that holds {@code folder}, or will when the folder is made. */
  static Disk of(Path folder) {
    return new Disk() {
      @Override
      public long free() throws IOException {
        return store(folder).getUsableSpace();
      }

      @Override
      public long total() throws IOException {
        return store(folder).getTotalSpace();
      }

      @Override
      public OutputStream create(Path file) throws IOException {
        return new FileOutputStream(file.toFile());
      }
    };
  }

  private static FileStore store(Path folder) throws IOException {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return Files.getFileStore(existing);
  }
}
