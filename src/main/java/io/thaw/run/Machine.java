package io.thaw.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The computer that something was measured on.
 *
 * @param cores processors that Java may use
 * @param processor its name as the system tells it, else its architecture
 * @param memory in bytes
 * @param system name, version and architecture of the operating system
 * @param java version and maker
 */
public record Machine(int cores, String processor, long memory, String system, String java) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** This machine. */
  public static Machine here() {
    String architecture = System.getProperty("os.arch");
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        processorName().orElse(architecture),
        totalMemory(),
        System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + architecture,
        System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"));
  }

  /** Linux: {@code model name} in proc(5); Windows: a variable of the environment. */
  private static Optional<String> processorName() {
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

  private static long totalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }
}
