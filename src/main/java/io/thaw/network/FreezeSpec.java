package io.thaw.network;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which layers to freeze, as a user writes it: {@code all}, {@code none}, {@code until:LAYER},
 * {@code layers:A,B}. {@link #parse} and {@link #toString} are each other's inverse.
 */
public sealed interface FreezeSpec {

  /** Every layer of the network; only the new head is trained. */
  record All() implements FreezeSpec {
    @Override
    public String toString() {
      return "all";
    }
  }

  /** Nothing: every layer is trained. */
  record None() implements FreezeSpec {
    @Override
    public String toString() {
      return "none";
    }
  }

  /** Every layer up to and including one, in layer order. */
  record Until(String layer) implements FreezeSpec {
    @Override
    public String toString() {
      return "until:" + layer;
    }
  }

  /** The named layers and no others. */
  record Only(List<String> layers) implements FreezeSpec {
    public Only {
      layers = List.copyOf(layers);
    }

    @Override
    public String toString() {
      return "layers:" + String.join(",", layers);
    }
  }

  /**
   * Reads a specification.
   *
   * @throws IllegalArgumentException if the text has none of the four forms
   */
  static FreezeSpec parse(String text) {
    String spec = text.strip();
    if (spec.equals("all")) {
      return new All();
    }
    if (spec.equals("none")) {
      return new None();
    }
    if (spec.startsWith("until:") && !names(spec).isEmpty()) {
      return new Until(spec.substring("until:".length()).strip());
    }
    if (spec.startsWith("layers:") && !names(spec).isEmpty()) {
      return new Only(names(spec));
    }
    throw new IllegalArgumentException(
        "'" + text + "' does not say what to freeze: use all, none, until:LAYER or layers:A,B.");
  }

  private static List<String> names(String spec) {
    return Arrays.stream(spec.substring(spec.indexOf(':') + 1).split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** {@link #resolve(Layers, BatchNormRule)} where running statistics follow their layer. */
  default FreezePlan resolve(Layers layers) {
    return resolve(layers, BatchNormRule.FOLLOW_LAYER);
  }

  /**
   * The plan this means for a network.
   *
   * @throws UnknownLayerException if it names a layer that the network does not have
   */
  default FreezePlan resolve(Layers layers, BatchNormRule batchNorm) {
    return new FreezePlan(frozenNames(layers), batchNorm);
  }

  private Set<String> frozenNames(Layers layers) {
    if (this instanceof None) {
      return Set.of();
    }
    if (this instanceof Only only) {
      return only.layers().stream()
          .map(name -> layers.require(name).name())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
    int last =
        this instanceof Until until
            ? layers.require(until.layer()).index()
            : layers.list().size() - 1;
    return layers.list().subList(0, last + 1).stream()
        .map(Layer::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
