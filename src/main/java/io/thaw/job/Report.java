package io.thaw.job;

import io.thaw.dataset.ImageProblem;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run found: the content of {@code report.json}.
 *
 * @param version format of the file, {@link #VERSION}
 * @param model as the job named it
 * @param freeze as the job named it
 * @param boundaryLayer last layer of the frozen prefix, or null
 * @param cancelled whether the user stopped the run before its last epoch
 * @param valAccuracy share of held-back pictures that the written model classifies rightly
 * @param valLoss mean cross entropy on them
 * @param confusion counts of held-back pictures, [actual class][predicted class]
 * @param frozenValues numbers in frozen layers, running statistics among them
 * @param frozenValuesChanged how many of them differ after the run; anything but 0 fails the run
 * @param problems pictures left out
 * @param seconds by phase
 */
public record Report(
    int version,
    String model,
    String data,
    String freeze,
    String boundaryLayer,
    boolean cancelled,
    double valAccuracy,
    double valLoss,
    int trainImages,
    int valImages,
    List<String> classes,
    List<EpochRecord> epochs,
    int[][] confusion,
    long trainableParameters,
    long frozenValues,
    long frozenValuesChanged,
    List<ProblemRecord> problems,
    List<String> notices,
    Seconds seconds) {

  /** The format that this build writes. */
  public static final int VERSION = 1;

  /** A picture left out. */
  public record ProblemRecord(String file, String reason) {
    /** The record of a dataset's problem. */
    public static ProblemRecord of(ImageProblem problem) {
      return new ProblemRecord(problem.file().toString(), problem.reason());
    }
  }

  /**
   * Wall time by phase, in seconds.
   *
   * @param decode reading and resizing pictures
   * @param prefix running the frozen layers
   * @param train epochs, validation included
   * @param total from the start of the worker's work to the written report
   */
  public record Seconds(double decode, double prefix, double train, double total) {}

  /**
   * Reads a report.
   *
   * @throws BadJobException when the file is missing, damaged or of a newer format
   */
  public static Report read(Path file) {
    return JsonFiles.read(file, Report.class, VERSION);
  }

  /** Writes the report under a temporary name and renames it. */
  public void write(Path file) {
    JsonFiles.write(file, this);
  }
}
