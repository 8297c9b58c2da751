package io.thaw.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How fast layers learn beside the rest: what the learning rate is multiplied by, for a layer or
 * for all layers of a group. Where several names hold, the most specific one counts: the layer's,
 * then that of the innermost group. Layers that no name holds for have 1; the new head always has.
 *
 * <p>A multiplier changes steps along gradients only: the running statistics of a batch
 * normalisation with a small one adapt as ever. One of 0 freezes a layer, statistics and all.
 *
 * @param multipliers from 0 to 100, by a layer's name or a group's path (see {@link
 *     Layer#groupPaths}), in the order in which they were given
 */
public record LayerRates(Map<String, Double> multipliers) {
  /** The same rate for all layers. */
  public static final LayerRates NONE = new LayerRates(Map.of());

  private static final double LARGEST = 100;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException with one sentence naming the first that cannot be
   */
  public LayerRates {
    multipliers = Collections.unmodifiableMap(new LinkedHashMap<>(multipliers));
    multipliers.forEach(LayerRates::requireUsable);
  }

  private static void requireUsable(String name, Double multiplier) {
    if (multiplier == null || !(multiplier >= 0 && multiplier <= LARGEST)) {
      throw new IllegalArgumentException(
          "What the learning rate of '%s' is multiplied by must lie from 0 to %.0f; it is %s."
              .formatted(name, LARGEST, multiplier));
    }
  }

  /**
   * Reads what a user types, such as {@code stage4=0.1,stem_conv=0.5}. Nothing but blanks is {@link
   * #NONE}.
   *
   * @throws IllegalArgumentException with one sentence when the text has another form
   */
  public static LayerRates parse(String text) {
    Map<String, Double> multipliers = new LinkedHashMap<>();
    for (String part : text.split(",")) {
      if (!part.isBlank()) {
        int equals = part.lastIndexOf('=');
        String name = part.substring(0, Math.max(0, equals)).strip();
        if (name.isEmpty()) {
          throw unreadable(part);
        }
        if (multipliers.put(name, number(part, equals)) != null) {
          throw new IllegalArgumentException("'" + name + "' is given two learning rates.");
        }
      }
    }
    return new LayerRates(multipliers);
  }

  private static double number(String part, int equals) {
    try {
      return Double.parseDouble(part.substring(equals + 1).strip());
    } catch (NumberFormatException e) {
      throw unreadable(part);
    }
  }

  private static IllegalArgumentException unreadable(String part) {
    return new IllegalArgumentException(
        "'%s' does not say how fast a layer learns: use NAME=NUMBER, for example stage4=0.1."
            .formatted(part.strip()));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return multipliers.entrySet().stream()
        .map(it -> it.getKey() + "=" + it.getValue())
        .collect(Collectors.joining(","));
  }

  /**
   * The multiplier of every layer by its name, in layer order.
   *
   * @throws UnknownLayerException if a name is that of no layer and no group
   */
  public Map<String, Double> resolve(Layers layers) {
    multipliers.keySet().forEach(layers::requireLayerOrGroup);
    Map<String, Double> resolved = new LinkedHashMap<>();
    layers.list().forEach(layer -> resolved.put(layer.name(), of(layer)));
    return resolved;
  }

  private double of(Layer layer) {
    Double multiplier = multipliers.get(layer.name());
    List<String> groups = layer.groupPaths();
    for (int i = groups.size() - 1; i >= 0 && multiplier == null; i--) {
      multiplier = multipliers.get(groups.get(i));
    }
    return multiplier == null ? 1 : multiplier;
  }

  /**
   * A plan with the layers frozen as well whose multiplier is 0.
   *
   * @throws UnknownLayerException as {@link #resolve}
   */
  public FreezePlan freeze(FreezePlan plan, Layers layers) {
    Map<String, Double> resolved = resolve(layers);
    return plan.withFrozen(
        layers.list().stream().filter(layer -> resolved.get(layer.name()) == 0).toList());
  }

  /**
   * Refuses a rate where nothing can learn. The old classifier, which a new head replaces, is
   * nothing that could.
   *
   * @param plan what is frozen without these rates
   * @param network whose layers these are
   * @throws IllegalArgumentException with one sentence
   * @throws UnknownLayerException as {@link #resolve}
   */
  public void requireEffect(FreezePlan plan, Network network, Layers layers) {
    multipliers.keySet().forEach(layers::requireLayerOrGroup);
    List<Layer> kept = FreezeSpecs.relevant(network, layers);
    multipliers.forEach(
        (name, multiplier) -> {
          if (multiplier != 0) {
            requireEffect(name, plan, kept.stream().filter(layer -> holds(name, layer)).toList());
          }
        });
  }

  private static void requireEffect(String name, FreezePlan plan, List<Layer> named) {
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "A learning rate for '"
              + name
              + "' has no effect: it holds nothing that learns, or the new head takes its place.");
    }
    if (named.stream().allMatch(plan::isFrozen)) {
      throw new IllegalArgumentException(
          "'%s' is frozen, so a learning rate for it has no effect: thaw it or leave the rate out."
              .formatted(name));
    }
  }

  private static boolean holds(String name, Layer layer) {
    return layer.name().equals(name) || layer.groupPaths().contains(name);
  }

  /**
   * The multiplier of every parameter that learns, without those of the new head. A parameter that
   * layers share has the smallest of theirs.
   *
   * @param source the layers that were named
   * @param split of the same network
   * @throws UnknownLayerException as {@link #resolve}
   */
  public Map<String, Double> ofParameters(Layers source, NetworkSplit split) {
    Map<String, Double> resolved = resolve(source);
    Map<String, Double> result = new LinkedHashMap<>();
    for (Layer layer : Layers.of(split.whole()).list()) {
      learning(layer, split)
          .forEach(name -> result.merge(name, resolved.getOrDefault(layer.name(), 1.0), Math::min));
    }
    return result;
  }

  private static Stream<String> learning(Layer layer, NetworkSplit split) {
    return layer.parameters().stream()
        .map(LayerParameter::name)
        .filter(split.trainableParameters()::contains)
        .filter(name -> !split.headParameters().contains(name));
  }
}
