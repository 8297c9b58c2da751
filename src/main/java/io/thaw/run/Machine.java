package io.thaw.run;

import io.thaw.job.Processor;
import java.lang.management.ManagementFactory;

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
  /** This machine. */
  public static Machine here() {
    String architecture = System.getProperty("os.arch");
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        Processor.name(),
        totalMemory(),
        System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + architecture,
        System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"));
  }

  private static long totalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }
}
