package io.thaw.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The layers of a network, in order and in groups. */
public final class Layers {
  private final List<Layer> list;
  private final Map<String, Layer> byName;
  private final LayerGroup root;

  private Layers(List<Layer> list, LayerGroup root) {
    this.list = List.copyOf(list);
    this.byName = list.stream().collect(Collectors.toMap(Layer::name, Function.identity()));
    this.root = root;
  }

  /** Folds parameters into layers and groups the layers. */
  public static Layers of(Network network) {
    int input = network.input();
    List<List<String>> groups = Grouping.paths(network);
    List<Layer> list = new ArrayList<>();
    for (int i = 0; i < network.nodes().size(); i++) {
      Node node = network.node(i);
      if (!node.isVariable()) {
        list.add(
            new Layer(
                list.size(),
                i,
                node.name(),
                Operators.kind(node),
                node.operator(),
                LayerParameters.of(network, input, node),
                groups.get(list.size())));
      }
    }
    return new Layers(list, GroupTree.of(list));
  }

  /** All layers, in the topological order of the network. */
  public List<Layer> list() {
    return list;
  }

  /** The tree of groups: stem, stages with blocks, classifier. */
  public LayerGroup root() {
    return root;
  }

  /** The layer of that name. */
  public Optional<Layer> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The layer of that name.
   *
   * @throws UnknownLayerException if there is none, with a suggestion
   */
  public Layer require(String name) {
    return find(name).orElseThrow(() -> new UnknownLayerException(name, nearestName(name)));
  }

  /** The layer name with the smallest edit distance; empty when there are no layers. */
  public String nearestName(String name) {
    return nearest(name, list.stream().map(Layer::name));
  }

  /** The paths of all groups, in layer order, a group before those inside it. */
  public Set<String> groupPaths() {
    return list.stream()
        .flatMap(layer -> layer.groupPaths().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Checks that a name is that of a layer or the path of a group.
   *
   * @throws UnknownLayerException if it is neither, with a suggestion
   */
  public void requireLayerOrGroup(String name) {
    Set<String> groups = groupPaths();
    if (!byName.containsKey(name) && !groups.contains(name)) {
      Stream<String> all = Stream.concat(groups.stream(), list.stream().map(Layer::name));
      throw UnknownLayerException.norGroup(name, nearest(name, all));
    }
  }

  private static String nearest(String name, Stream<String> candidates) {
    return candidates
        .min(Comparator.comparingInt(candidate -> editDistance(name, candidate)))
        .orElse("");
  }

  /** Levenshtein's distance: insertions, deletions and replacements of one character. */
  private static int editDistance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
