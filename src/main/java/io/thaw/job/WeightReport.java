package io.thaw.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.thaw.evaluation.ValueSummary;
import io.thaw.network.ParameterRole;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the arrays of a model's layers hold: what {@code thaw inspect --weights --json} prints.
 *
 * @param version format of the JSON, {@link #VERSION}
 * @param model id in the catalogue or absolute folder
 * @param layers with parameters, in the order of the network
 */
public record WeightReport(int version, String model, List<LayerWeights> layers) {

  /** The format that this build writes. */
  public static final int VERSION = 1;

  /**
   * The arrays of a layer.
   *
   * @param name of the layer
   * @param arrays in the operator's order
   */
  public record LayerWeights(String name, List<LayerArray> arrays) {
    public LayerWeights {
      Objects.requireNonNull(name, "name");
      arrays = List.copyOf(arrays);
    }

    /** The array of that name. */
    public Optional<LayerArray> find(String array) {
      return arrays.stream().filter(it -> it.name().equals(array)).findFirst();
    }
  }

  /**
   * One array.
   *
   * @param name in the network and in the parameter file
   * @param role what it does in its layer
   * @param shape sizes of its axes, outermost first
   * @param values what they are like
   */
  public record LayerArray(
      String name, ParameterRole role, List<Integer> shape, ValueSummary values) {
    public LayerArray {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(values, "values");
      shape = List.copyOf(shape);
    }
  }

  public WeightReport {
    layers = List.copyOf(layers);
  }

  /** The layer of that name, if it has parameters. */
  public Optional<LayerWeights> find(String layer) {
    return layers.stream().filter(it -> it.name().equals(layer)).findFirst();
  }

  /**
   * Reads what {@code thaw inspect --weights --json} printed. Fields that this build does not know
   * are passed over.
   *
   * @throws BadJobException when it is no such JSON, or newer
   */
  public static WeightReport parse(String json) {
    try {
      JsonNode tree = JsonFiles.mapper().readTree(json);
      int version = tree.path("version").asInt(0);
      BadJobException.unless(
          version >= 1 && version <= VERSION,
          "The report on the weights has format version %d; this build reads up to %d."
              .formatted(version, VERSION));
      return JsonFiles.mapper().treeToValue(tree, WeightReport.class);
    } catch (JsonProcessingException | NullPointerException e) {
      throw new BadJobException("The report on the weights is damaged.", e);
    }
  }
}
