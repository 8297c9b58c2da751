package io.thaw.engine;

import io.thaw.network.Layer;
import io.thaw.network.LayerParameter;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.Node;
import io.thaw.network.ParameterRole;
import java.util.Arrays;
import java.util.Map;

/**
 * The scales of batch normalisations with {@code fix_gamma}, which is MXNet's default. MXNet takes
 * them as 1 and, in training, writes 1 over what the file says; so they are 1 here from the start,
 * which changes nothing in what the network computes.
 */
public final class FixedScales {
  private FixedScales() {}

  /** Puts ones in place of the fixed scales. */
  public static void apply(Network network, Map<String, Tensor> tensors) {
    for (Layer layer : Layers.of(network).list()) {
      for (LayerParameter parameter : layer.parameters()) {
        if (parameter.role() == ParameterRole.GAMMA && isFixed(network.node(layer.node()))) {
          tensors.computeIfPresent(parameter.name(), (name, tensor) -> ones(tensor));
        }
      }
    }
  }

  private static boolean isFixed(Node node) {
    String value = node.attributes().getOrDefault("fix_gamma", "True");
    return value.equalsIgnoreCase("true") || value.equals("1");
  }

  private static Tensor ones(Tensor tensor) {
    float[] values = new float[tensor.values().length];
    Arrays.fill(values, 1f);
    return new Tensor(tensor.shape(), values);
  }
}
