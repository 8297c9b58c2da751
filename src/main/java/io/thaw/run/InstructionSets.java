package io.thaw.run;

import io.thaw.engine.NativeEnvironment;
import io.thaw.job.BadJobException;
import io.thaw.job.JobSpec;
import io.thaw.job.JsonFiles;
import io.thaw.network.Layers;
import io.thaw.network.NetworkCost;
import io.thaw.network.NetworkSplit;
import io.thaw.network.ShapeInference;
import io.thaw.network.SymbolJson;
import io.thaw.tuning.cache.FeatureKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Chooses the processor instructions that oneDNN uses while a network learns. Wider ones are not
 * always faster: the processor may clock lower, and some operators leave oneDNN's memory layout
 * more dearly. A short trial decides once for each network on each machine.
 */
public final class InstructionSets {
  private static final String VARIABLE = "DNNL_MAX_CPU_ISA";
  private static final String NARROWER = "AVX2";
  private static final String WIDER_FLAG = "avx512f";
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  /** A trial takes some seconds, so the run must be worth minutes: 10^12 take about two. */
  private static final double LEAST_MULTIPLY_ADDS = 1e12;

  /** Forwards, and backwards for the inputs and for the weights. */
  private static final int PASSES = 3;

  /** Noise must not decide. */
  private static final double CLEARLY_FASTER = 1.1;

  private final Path file;
  private final Trial trial;
  private final Map<String, String> environment;
  private final String processor;
  private final BiPredicate<String, String> setter;

  /** Measures training speed in a process of its own. */
  @FunctionalInterface
  public interface Trial {
    /**
     * Pictures a second.
     *
     * @param classes of the new head
     * @param variables set in the environment of that process
     * @return empty when it could not be measured
     */
    OptionalDouble imagesPerSecond(JobSpec job, int classes, Map<String, String> variables);
  }

  /**
   * What was found out on this machine.
   *
   * @param version of the file
   * @param chosen by digest of network and processor; blank for oneDNN's own choice
   */
  private record Choices(int version, Map<String, String> chosen) {
    static final int VERSION = 1;
  }

  /**
   * A chooser.
   *
   * @param file where choices are remembered
   * @param environment of this process; a user's own choice in it stands
   */
  public InstructionSets(Path file, Trial trial, Map<String, String> environment) {
    this(file, trial, environment, processor(), NativeEnvironment::set);
  }

  /**
   * @param processor as Linux describes it in {@code /proc/cpuinfo}
   * @param setter sets a variable for native libraries, if it can
   */
  InstructionSets(
      Path file,
      Trial trial,
      Map<String, String> environment,
      String processor,
      BiPredicate<String, String> setter) {
    this.file = file;
    this.trial = trial;
    this.environment = environment;
    this.processor = processor;
    this.setter = setter;
  }

  /**
   * Sets the faster instructions for this process, before the engine is loaded.
   *
   * @return the instruction set that oneDNN is held to; empty for its own choice
   */
  Optional<String> apply(PreparedJob job, RunContext context) {
    if (environment.containsKey(VARIABLE)) {
      return Optional.of(environment.get(VARIABLE));
    }
    if (!isWorthATrial(job)) {
      return Optional.empty();
    }
    return choice(job, context).filter(set -> setter.test(VARIABLE, set));
  }

  /**
   * Sets the instructions that an earlier part of the run used: others may round differently.
   *
   * @param used by that part; empty for oneDNN's own choice
   * @return what it is held to now; another set where the user's environment says so
   */
  Optional<String> applyAgain(Optional<String> used) {
    if (environment.containsKey(VARIABLE)) {
      return Optional.of(environment.get(VARIABLE));
    }
    return used.filter(set -> setter.test(VARIABLE, set));
  }

  private boolean isWorthATrial(PreparedJob job) {
    NetworkSplit split = job.split();
    NetworkCost cost =
        NetworkCost.of(
            split.tail(),
            Layers.of(split.tail()),
            ShapeInference.infer(split.tail(), split.boundary()));
    double pictures = (double) job.pictures().train().size() * job.spec().training().epochs();
    return PASSES * pictures * cost.total().multiplyAdds().orElse(0) > LEAST_MULTIPLY_ADDS
        && processor.contains(WIDER_FLAG);
  }

  /** Empty where the system does not tell. */
  private static String processor() {
    try {
      return Files.exists(PROCESSOR) ? Files.readString(PROCESSOR) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private Optional<String> choice(PreparedJob job, RunContext context) {
    Map<String, String> chosen = new TreeMap<>(read().chosen());
    String key = key(job);
    if (!chosen.containsKey(key)) {
      context.tell("Trying which processor instructions are faster for this network, once.");
      chosen.put(key, faster(job, context));
      if (context.cancel().isCancelled()) {
        return Optional.empty();
      }
      write(new Choices(Choices.VERSION, chosen), context);
    }
    return Optional.of(chosen.get(key)).filter(set -> !set.isEmpty());
  }

  private String faster(PreparedJob job, RunContext context) {
    OptionalDouble own = speed(job, Map.of());
    if (context.cancel().isCancelled()) {
      return "";
    }
    OptionalDouble narrower = speed(job, Map.of(VARIABLE, NARROWER));
    boolean better =
        own.isPresent()
            && narrower.isPresent()
            && narrower.getAsDouble() > CLEARLY_FASTER * own.getAsDouble();
    return better ? NARROWER : "";
  }

  private OptionalDouble speed(PreparedJob job, Map<String, String> variables) {
    JobSpec spec = job.plan().withoutRates(job.spec(), job.model().network());
    return trial.imagesPerSecond(spec, job.scan().classes().size(), variables);
  }

  private String key(PreparedJob job) {
    String model =
        processor.lines().filter(it -> it.startsWith("model name")).findFirst().orElse("");
    return FeatureKey.builder()
        .text(model)
        .text(SymbolJson.write(job.split().tail()))
        .text(job.split().trainableParameters().stream().sorted().toList().toString())
        .number(job.spec().training().batch())
        .build("")
        .digest();
  }

  private Choices read() {
    try {
      return Files.exists(file)
          ? JsonFiles.read(file, Choices.class, Choices.VERSION)
          : new Choices(Choices.VERSION, Map.of());
    } catch (BadJobException e) {
      return new Choices(Choices.VERSION, Map.of());
    }
  }

  private void write(Choices choices, RunContext context) {
    try {
      JsonFiles.write(file, choices);
    } catch (BadJobException e) {
      context.notice("Which instructions are faster could not be remembered: " + e.getMessage());
    }
  }
}
