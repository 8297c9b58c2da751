package io.thaw.cli.bench;

import io.thaw.run.Machine;
import java.util.List;

/**
 * What {@code thaw bench --json} prints.
 *
 * @param version of this format, {@link #VERSION}
 * @param engines names and versions of what computed
 * @param plain DJL without Thaw
 * @param cold Thaw with an empty feature cache
 * @param warm Thaw with the feature cache that {@code cold} filled
 */
public record BenchReport(
    int version,
    String thaw,
    String model,
    String data,
    String freeze,
    int epochs,
    int batch,
    long seed,
    double learningRate,
    int trainImages,
    int valImages,
    List<String> classes,
    Machine machine,
    List<String> engines,
    Measured plain,
    Measured cold,
    Measured warm,
    Ratios ratios) {

  /** The format that this build writes. */
  public static final int VERSION = 1;

  /**
   * How many times as long plain DJL takes.
   *
   * @param totalToCold all epochs from the start of the process, beside Thaw with an empty cache
   * @param totalToWarm the same beside Thaw with a full cache
   * @param laterEpoch one later epoch beside one of Thaw with an empty cache; where either ran only
   *     one epoch, that one
   */
  public record Ratios(double totalToCold, double totalToWarm, double laterEpoch) {
    static Ratios of(Measured plain, Measured cold, Measured warm) {
      return new Ratios(
          plain.seconds().total() / cold.seconds().total(),
          plain.seconds().total() / warm.seconds().total(),
          plain.seconds().typicalEpoch() / cold.seconds().typicalEpoch());
    }
  }
}
