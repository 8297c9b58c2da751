package io.thaw.ui.network;

import io.thaw.network.Layer;
import io.thaw.network.LayerGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;

/** Builds the rows of the layer list and remembers which groups the user has folded. */
final class RowTree {
  /** So many rows fit a window; a network with more starts folded. */
  private static final int COMFORTABLE_ROWS = 40;

  private final Map<List<String>, Boolean> unfolded = new HashMap<>();
  private int defaultDepth;

  /** Forgets the folding of the network before. */
  void reset(LoadedNetwork network) {
    unfolded.clear();
    defaultDepth = 0;
    for (int depth = 1; depth <= 4; depth++) {
      if (network != null && rows(network.layers().root(), depth) <= COMFORTABLE_ROWS) {
        defaultDepth = depth;
      }
    }
  }

  private static int rows(LayerGroup group, int depth) {
    int inside =
        depth == 0 ? 0 : group.groups().stream().mapToInt(inner -> rows(inner, depth - 1)).sum();
    return group.layers().size() + group.groups().size() + inside;
  }

  /** The rows whose layer's name or kind contains {@code search}; all when it is empty. */
  TreeItem<TreeRow> build(LoadedNetwork network, String search) {
    TreeItem<TreeRow> root = new TreeItem<>();
    root.setExpanded(true);
    if (network != null) {
      String wanted = search.strip().toLowerCase(Locale.ROOT);
      root.getChildren().setAll(children(network.layers().root(), List.of(), wanted));
      if ("new head".contains(wanted)) {
        root.getChildren().add(new TreeItem<>(new TreeRow.Head()));
      }
    }
    return root;
  }

  private List<TreeItem<TreeRow>> children(LayerGroup group, List<String> path, String wanted) {
    List<TreeItem<TreeRow>> items = new ArrayList<>();
    group.layers().stream()
        .filter(layer -> matches(layer, wanted))
        .forEach(layer -> items.add(new TreeItem<>(new TreeRow.Single(layer))));
    for (LayerGroup inner : group.groups()) {
      List<Layer> shown = inner.allLayers().stream().filter(l -> matches(l, wanted)).toList();
      if (!shown.isEmpty()) {
        items.add(item(inner, plus(path, inner.name()), shown, wanted));
      }
    }
    items.sort(Comparator.comparingInt(item -> item.getValue().layers().get(0).index()));
    return items;
  }

  private TreeItem<TreeRow> item(
      LayerGroup group, List<String> path, List<Layer> shown, String wanted) {
    TreeItem<TreeRow> item = new TreeItem<>(new TreeRow.Group(group, path, shown));
    item.getChildren().setAll(children(group, path, wanted));
    if (wanted.isEmpty()) {
      item.setExpanded(unfolded.getOrDefault(path, path.size() <= defaultDepth));
      item.expandedProperty().addListener((property, was, now) -> unfolded.put(path, now));
    } else {
      item.setExpanded(true);
    }
    return item;
  }

  private static boolean matches(Layer layer, String wanted) {
    return layer.name().toLowerCase(Locale.ROOT).contains(wanted)
        || layer.kind().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static List<String> plus(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }
}
