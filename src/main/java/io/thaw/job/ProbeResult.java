package io.thaw.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How well the classes of some pictures can be told apart after each layer of a network, and which
 * layers can therefore stay frozen: what {@code thaw probe --json} prints.
 *
 * @param version format of the JSON, {@link #VERSION}
 * @param model id in the catalogue or absolute folder
 * @param data folder of pictures, as it was named
 * @param engine that ran the network
 * @param pictures that were looked at
 * @param skipped files that were left out because they cannot be read
 * @param copies exact copies of other pictures in the folder, which were passed over
 * @param classes names of the classes
 * @param guess share of the most frequent class among the pictures, from 0 to 1: the accuracy of
 *     naming it each time
 * @param folds of the cross-validation
 * @param points in the order of the network
 * @param freeze which layers to freeze: {@code all}, {@code none} or {@code until:LAYER}
 * @param reason why, one sentence for the user
 * @param seconds that it took
 */
public record ProbeResult(
    int version,
    String model,
    String data,
    String engine,
    int pictures,
    int skipped,
    int copies,
    List<String> classes,
    double guess,
    int folds,
    List<Point> points,
    String freeze,
    String reason,
    double seconds) {

  /** The format that this build writes. */
  public static final int VERSION = 1;

  /**
   * A place in the network where it can be cut.
   *
   * @param layer the layer whose output was looked at
   * @param group path of the groups that the layer lies in, such as {@code stage3/block1}; may be
   *     empty
   * @param channels numbers that the classifier was given
   * @param accuracy share of pictures told rightly by a linear classifier that did not see them
   * @param low lower bound of the 95 % interval of the accuracy
   * @param high upper bound
   */
  public record Point(
      String layer, String group, int channels, double accuracy, double low, double high) {}

  public ProbeResult {
    classes = List.copyOf(classes);
    points = List.copyOf(points);
  }

  /**
   * Reads what {@code thaw probe --json} printed. Fields that this build does not know are passed
   * over.
   *
   * @throws BadJobException when it is no such JSON, or newer
   */
  public static ProbeResult parse(String json) {
    try {
      JsonNode tree = JsonFiles.mapper().readTree(json);
      int version = tree.path("version").asInt(0);
      BadJobException.unless(
          version >= 1 && version <= VERSION,
          "The result of a probe has format version %d; this build reads up to %d."
              .formatted(version, VERSION));
      return JsonFiles.mapper().treeToValue(tree, ProbeResult.class);
    } catch (JsonProcessingException e) {
      throw new BadJobException("The result of a probe is damaged.", e);
    }
  }
}
