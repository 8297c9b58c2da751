package io.thaw.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.Leaks;
import io.thaw.dataset.PicturePaths;
import io.thaw.evaluation.ConfusionMatrix;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

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
 * @param features how the pictures became inputs of the layers that learn; null in reports of older
 *     builds
 * @param instructionSet that oneDNN was held to, because it was faster here; null for its own
 *     choice
 * @param peakMemory of the worker, in bytes of resident memory; 0 where the system does not tell
 * @param resumed how often the run was interrupted and resumed; times are those of all its parts
 * @param layers with parameters, in the order of the network; empty in reports of older builds
 * @param test what the written model makes of the pictures kept for a test, which served nothing
 *     else; null where there are none
 * @param estimate of this run before it began, as if nothing were known of its pictures; null in
 *     reports of older builds, where the machine was never calibrated, and for a network whose work
 *     cannot be told. What happened instead is told by {@link #firstEpochSeconds}, {@link
 *     #laterEpochSeconds}, {@code seconds} and {@code peakMemory}
 * @param leaks what the pictures that were learned from share with those held back; null in reports
 *     of older builds
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
    Seconds seconds,
    Features features,
    String instructionSet,
    long peakMemory,
    int resumed,
    List<LayerRecord> layers,
    @JsonInclude(JsonInclude.Include.NON_NULL) Test test,
    Estimate estimate,
    Leaks leaks) {

  /** The format that this build writes. */
  public static final int VERSION = 1;

  /** Older builds wrote nothing of layers. */
  public Report {
    layers = layers == null ? List.of() : List.copyOf(layers);
  }

  /**
   * The end of a run on pictures that it had not seen.
   *
   * @param accuracy share of them that is classified rightly
   * @param images how many they are
   * @param confusion their counts, [actual class][predicted class]
   */
  public record Test(double accuracy, int images, int[][] confusion) {
    /**
     * What was taken for what.
     *
     * @param classes of the report
     */
    public ConfusionMatrix matrix(List<String> classes) {
      return new ConfusionMatrix(classes, confusion);
    }
  }

  /**
   * What the run did with a layer.
   *
   * @param name in the network as it was trained
   * @param rate what the learning rate was multiplied by; 0 for a frozen layer
   * @param change of its arrays that learn, as {@link JobEvent.LayersMoved} tells it, at the end of
   *     the run; null for a frozen layer and one that began with zeros alone
   * @param parameters numbers in all its arrays, running statistics among them; an array that
   *     layers share counts in each
   */
  public record LayerRecord(
      String name, LayerState state, double rate, Double change, long parameters) {
    public LayerRecord {
      Objects.requireNonNull(state, "state");
    }
  }

  /**
   * A picture left out.
   *
   * @param reason why, in words
   * @param kind the same for programs, the JSON name of a {@link io.thaw.dataset.ProblemKind}; null
   *     in reports written before there were kinds
   */
  public record ProblemRecord(
      String file, String reason, @JsonInclude(JsonInclude.Include.NON_NULL) String kind) {
    /** The record of a dataset's problem. */
    public static ProblemRecord of(ImageProblem problem) {
      return new ProblemRecord(
          PicturePaths.text(problem.file()), problem.reason(), problem.kind().jsonName());
    }
  }

  /**
   * Wall time by phase, in seconds.
   *
   * @param scan looking through the folder
   * @param decode waiting for pictures to be read and resized
   * @param prefix running the frozen layers
   * @param intake from the first picture to the last: decoding, frozen layers and storing
   * @param train epochs, validation included
   * @param total from the start of the worker's work to the written report
   */
  public record Seconds(
      double scan, double decode, double prefix, double intake, double train, double total) {

    /** No time at all. */
    public static final Seconds NONE = new Seconds(0, 0, 0, 0, 0, 0);

    /** The time of two parts of a run. */
    public Seconds plus(Seconds other) {
      return new Seconds(
          scan + other.scan,
          decode + other.decode,
          prefix + other.prefix,
          intake + other.intake,
          train + other.train,
          total + other.total);
    }
  }

  /**
   * How the pictures became inputs of the layers that learn. A record is one picture, or one
   * augmented view of it.
   *
   * @param engine that runs the frozen layers; null where none are cut off
   * @param views augmented views kept of each training picture; 0 without augmentation and when
   *     views are made fresh each epoch
   * @param fromCache records that the cache held before the run
   * @param computed records that were computed once in this run
   * @param notKept records for which there was no room: they were computed anew each epoch
   */
  public record Features(String engine, int views, long fromCache, long computed, long notKept) {}

  /** What was taken for what, from which accuracy and the scores of each class follow. */
  public ConfusionMatrix matrix() {
    return new ConfusionMatrix(classes, confusion);
  }

  /** Seconds for taking in and the first epoch; empty when no epoch was finished. */
  public OptionalDouble firstEpochSeconds() {
    return epochs.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(seconds.intake() + epochs.get(0).seconds());
  }

  /** Mean seconds of the epochs after the first; empty when there were none. */
  public OptionalDouble laterEpochSeconds() {
    return epochs.stream().skip(1).mapToDouble(EpochRecord::seconds).average();
  }

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
