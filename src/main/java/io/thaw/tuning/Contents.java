package io.thaw.tuning;

import java.io.IOException;
import java.nio.file.Path;

/** Tells pictures by their content. */
@FunctionalInterface
public interface Contents {
  /**
   * SHA-256 over a file's bytes.
   *
   * @return 32 bytes
   * @throws IOException when the file cannot be read
   */
  byte[] hash(Path file) throws IOException;
}
