package io.thaw.run;

import io.thaw.catalogue.BuiltInArchitecture;
import io.thaw.catalogue.ModelCard;
import io.thaw.engine.Tensor;
import io.thaw.network.Architecture;
import io.thaw.network.FreezePlan;
import io.thaw.network.Network;
import io.thaw.network.NetworkSplit;
import io.thaw.network.TensorShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The network that a run leaves behind: without the outputs that answered a teacher, and with the
 * classifier of a network of our own under its usual name.
 *
 * @param network picture to probabilities
 * @param classifier names of the head's parameters in it, in the order of the head's
 * @param classes number of its outputs
 */
record FinalNetwork(Network network, List<String> classifier, int classes) {
  /** The final network of a job. */
  static FinalNetwork of(ModelCard model, FreezePlan plan, int classes) {
    Optional<BuiltInArchitecture> own = BuiltInArchitecture.parse(model.id());
    if (own.isPresent()) {
      return new FinalNetwork(
          own.get().architecture().network(classes), Architecture.CLASSIFIER, classes);
    }
    NetworkSplit split = NetworkSplit.of(model.network(), plan, model.input().shape(), classes);
    return new FinalNetwork(split.whole(), List.copyOf(split.headParameters()), classes);
  }

  /**
   * Its parameters.
   *
   * @param trained those of the split network
   * @param split the network as it was trained
   */
  Map<String, Tensor> parameters(Map<String, Tensor> trained, NetworkSplit split) {
    List<String> head = new ArrayList<>(split.headParameters());
    Map<String, Tensor> result = new LinkedHashMap<>();
    trained.forEach(
        (name, tensor) -> {
          int place = head.indexOf(name);
          if (place < 0) {
            result.put(name, tensor);
          } else {
            result.put(classifier.get(place), firstRows(tensor));
          }
        });
    return result;
  }

  /** The rows of the classes, {@code [classes, ...]}, of {@code [classes + taught, ...]}. */
  private Tensor firstRows(Tensor tensor) {
    List<Integer> sizes = new ArrayList<>(tensor.shape().sizes());
    int row = tensor.values().length / sizes.get(0);
    sizes.set(0, classes);
    return new Tensor(
        TensorShape.of(sizes.stream().mapToInt(Integer::intValue).toArray()),
        Arrays.copyOf(tensor.values(), row * classes));
  }
}
