package io.thaw.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process had in use. */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private PeakMemory() {}

  /**
   * Resident memory in bytes at its peak, native libraries included, as Linux counts it (proc(5),
   * {@code VmHWM}); 0 where the system does not tell.
   */
  static long bytes() {
    return field("VmHWM:");
  }

  /** Resident memory in bytes now ({@code VmRSS}); 0 where the system does not tell. */
  static long resident() {
    return field("VmRSS:");
  }

  private static long field(String name) {
    try {
      if (!Files.exists(STATUS)) {
        return 0;
      }
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
