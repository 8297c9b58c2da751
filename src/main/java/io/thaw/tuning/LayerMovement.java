package io.thaw.tuning;

import io.thaw.engine.Tensor;
import io.thaw.engine.TrainableTail;
import io.thaw.network.Layer;
import io.thaw.network.LayerParameter;
import io.thaw.network.Layers;
import io.thaw.network.NetworkSplit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the layers that learn are from where a run began: for each of them {@code ||w - w0|| /
 * ||w0||}, the Euclidean norms taken over all its arrays that learn together. Sums are of doubles,
 * in the order of the values, so that the same run tells the same numbers.
 */
public final class LayerMovement {
  private final List<Part> parts = new ArrayList<>();

  /**
   * A layer.
   *
   * @param start its arrays by name
   * @param length of all of them, not 0
   */
  private record Part(String layer, Map<String, Tensor> start, double length) {}

  /**
   * Measures from a run's beginning.
   *
   * @param start a tensor for every parameter of the tail before the first step of the run, also
   *     where it is gone on with; they are held, not copied
   */
  public LayerMovement(NetworkSplit split, Map<String, Tensor> start) {
    for (Layer layer : Layers.of(split.tail()).list()) {
      Map<String, Tensor> arrays = new LinkedHashMap<>();
      for (LayerParameter parameter : layer.parameters()) {
        if (split.trainableParameters().contains(parameter.name())) {
          arrays.put(parameter.name(), start.get(parameter.name()));
        }
      }
      double length = length(arrays);
      if (length > 0) {
        parts.add(new Part(layer.name(), arrays, length));
      }
    }
  }

  private static double length(Map<String, Tensor> arrays) {
    double sum = 0;
    for (Tensor tensor : arrays.values()) {
      for (float value : tensor.values()) {
        sum += (double) value * value;
      }
    }
    return Math.sqrt(sum);
  }

  /**
   * The movement of each layer by its name, in layer order, the new head last. Layers that began
   * with zeros alone are left out.
   *
   * @param tail of the same split; asked for one array after the other
   */
  public Map<String, Double> of(TrainableTail tail) {
    Map<String, Double> moved = new LinkedHashMap<>();
    for (Part part : parts) {
      double sum = 0;
      for (Map.Entry<String, Tensor> array : part.start.entrySet()) {
        sum += squaredDistance(array.getValue(), tail.parameter(array.getKey()));
      }
      moved.put(part.layer, Math.sqrt(sum) / part.length);
    }
    return moved;
  }

  private static double squaredDistance(Tensor one, Tensor other) {
    double sum = 0;
    for (int i = 0; i < one.values().length; i++) {
      double difference = (double) other.values()[i] - one.values()[i];
      sum += difference * difference;
    }
    return sum;
  }
}
