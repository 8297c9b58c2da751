package io.thaw.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Has MXNet compute on every core. Left alone it takes half of the processors that the system
 * counts (apache/mxnet, {@code src/engine/openmp.cc}), which is right where each core counts twice
 * and wastes half of the machine where it does not.
 */
final class EngineThreads {
  private static final String VARIABLE = "OMP_NUM_THREADS";
  private static final String MXNET_VARIABLE = "MXNET_OMP_MAX_THREADS";
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private EngineThreads() {}

  /** Sets the number for the libraries of this process, unless the user did. */
  static void useAllCores() {
    useAllCores(
        System.getenv(),
        description(),
        Runtime.getRuntime().availableProcessors(),
        NativeEnvironment::set);
  }

  /**
   * Sets the number.
   *
   * @param description of the processors as Linux gives it; empty where it is not known, and
   *     nothing is set then
   * @param available processors that this process may use
   */
  static void useAllCores(
      Map<String, String> environment,
      String description,
      int available,
      BiPredicate<String, String> setter) {
    if (environment.containsKey(VARIABLE) || environment.containsKey(MXNET_VARIABLE)) {
      return;
    }
    OptionalInt cores = cores(description);
    if (cores.isPresent()) {
      setter.test(VARIABLE, String.valueOf(Math.min(cores.getAsInt(), available)));
    }
  }

  /** Different pairs of {@code physical id} and {@code core id}. */
  static OptionalInt cores(String description) {
    Set<String> cores = new HashSet<>();
    String socket = "";
    for (String line : description.split("\n")) {
      String value = line.substring(line.indexOf(':') + 1).strip();
      if (line.startsWith("physical id")) {
        socket = value;
      } else if (line.startsWith("core id")) {
        cores.add(socket + "/" + value);
      }
    }
    return cores.isEmpty() ? OptionalInt.empty() : OptionalInt.of(cores.size());
  }

  private static String description() {
    try {
      return Files.exists(PROCESSORS) ? Files.readString(PROCESSORS) : "";
    } catch (IOException e) {
      return ""; // The engine's own choice is slower at worst.
    }
  }
}
