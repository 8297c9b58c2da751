package io.thaw.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The processor that this program runs on. */
public final class Processor {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private Processor() {}

  /** Its name as the system tells it, else its architecture. */
  public static String name() {
    return told().orElse(System.getProperty("os.arch"));
  }

  /** Linux: {@code model name} in proc(5); Windows: a variable of the environment. */
  private static Optional<String> told() {
    if (!Files.isReadable(CPU_INFO)) {
      return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
