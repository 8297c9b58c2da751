package io.thaw.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to start this program again in a process of its own.
 *
 * @param java the Java launcher
 * @param options of the Java virtual machine
 * @param classPath as {@code java.class.path} has it
 * @param mainClass name of the class to start
 * @param environment variables that are added to this process's own, or take their place
 */
public record WorkerCommand(
    Path java,
    List<String> options,
    String classPath,
    String mainClass,
    Map<String, String> environment) {

  /** Where the program's own folders are found; a worker finds the same. */
  private static final String INSTALL = "thaw.install";

  /** Copies list and map. */
  public WorkerCommand {
    options = List.copyOf(options);
    environment = Map.copyOf(environment);
  }

  /** A command with this process's environment. */
  public WorkerCommand(Path java, List<String> options, String classPath, String mainClass) {
    this(java, options, classPath, mainClass, Map.of());
  }

  /**
   * This program's command line, on this Java and this class path.
   *
   * @param heapOptions such as {@code -Xmx4g}; none leaves the choice to Java
   */
  public static WorkerCommand ofThisProgram(List<String> heapOptions) {
    List<String> options = new ArrayList<>(heapOptions);
    Optional.ofNullable(System.getProperty(INSTALL))
        .ifPresent(folder -> options.add("-D" + INSTALL + "=" + folder));
    options.addAll(
        List.of(
            // A run's garbage is a few large arrays: one thread sweeps it sooner than many agree.
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dai.djl.offline=true",
            "-Djava.awt.headless=true"));
    return new WorkerCommand(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        options,
        System.getProperty("java.class.path"),
        "io.thaw.Launcher");
  }

  /** The same command with another main class. */
  public WorkerCommand withMainClass(String name) {
    return new WorkerCommand(java, options, classPath, name, environment);
  }

  /** The same command with more environment variables; a name given before gets the new value. */
  public WorkerCommand withEnvironment(Map<String, String> variables) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(variables);
    return new WorkerCommand(java, options, classPath, mainClass, all);
  }

  /** A process that is ready to be started with these arguments. */
  ProcessBuilder process(List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(java.toString());
    words.addAll(options);
    words.addAll(List.of("-cp", classPath, mainClass));
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("OPT_OUT_TRACKING", "true");
    builder.environment().putAll(environment);
    return builder;
  }
}
