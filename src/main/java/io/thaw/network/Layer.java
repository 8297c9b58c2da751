package io.thaw.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An operator with its parameters folded in: what a user calls a layer.
 *
 * @param index position in {@link Layers#list()}
 * @param node index of the operator in the network
 * @param name the operator's name
 * @param kind readable, for example {@code Activation (relu)}
 * @param operator the operator's MXNet name
 * @param parameters in the operator's order
 * @param group names of the groups it lies in, outermost first, for example {@code [stage2,
 *     block1]}
 */
public record Layer(
    int index,
    int node,
    String name,
    String kind,
    String operator,
    List<LayerParameter> parameters,
    List<String> group) {

  public Layer {
    parameters = List.copyOf(parameters);
    group = List.copyOf(group);
  }

  /** Whether it holds any array that freezing could keep from changing. */
  public boolean hasParameters() {
    return !parameters.isEmpty();
  }

  /**
   * Paths of the groups it lies in, outermost first, for example {@code [stage2, stage2/block1]}.
   */
  public List<String> groupPaths() {
    return IntStream.rangeClosed(1, group.size())
        .mapToObj(depth -> String.join("/", group.subList(0, depth)))
        .toList();
  }
}
