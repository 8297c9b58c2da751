package io.thaw.ui.network;

import io.thaw.network.Layer;
import io.thaw.network.LayerGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;

/** Builds the rows of the layer list and keeps them folded as the diagram is. */
final class RowTree {
  private final Folding folding;

  RowTree(Folding folding) {
    this.folding = folding;
  }

  /** The rows whose layer's name or kind contains {@code search}; all when it is empty. */
  TreeItem<Part> build(LoadedNetwork network, String search) {
    TreeItem<Part> root = new TreeItem<>();
    root.setExpanded(true);
    if (network != null) {
      String wanted = search.strip().toLowerCase(Locale.ROOT);
      root.getChildren().setAll(children(network.layers().root(), List.of(), wanted));
      if ("new head".contains(wanted)) {
        root.getChildren().add(new TreeItem<>(new Part.Head()));
      }
    }
    return root;
  }

  /** Folds and unfolds rows as the diagram is now. */
  void follow(TreeItem<Part> item) {
    if (item.getValue() instanceof Part.Group group) {
      item.setExpanded(folding.isUnfolded(group.path()));
    }
    item.getChildren().forEach(this::follow);
  }

  private List<TreeItem<Part>> children(LayerGroup group, List<String> path, String wanted) {
    List<TreeItem<Part>> items = new ArrayList<>();
    group.layers().stream()
        .filter(layer -> matches(layer, wanted))
        .forEach(layer -> items.add(new TreeItem<>(new Part.Single(layer))));
    for (LayerGroup inner : group.groups()) {
      List<Layer> shown = inner.allLayers().stream().filter(l -> matches(l, wanted)).toList();
      if (!shown.isEmpty()) {
        items.add(item(inner, plus(path, inner.name()), shown, wanted));
      }
    }
    items.sort(Comparator.comparingInt(item -> item.getValue().layers().get(0).index()));
    return items;
  }

  private TreeItem<Part> item(
      LayerGroup group, List<String> path, List<Layer> shown, String wanted) {
    TreeItem<Part> item = new TreeItem<>(new Part.Group(group, path, shown));
    item.getChildren().setAll(children(group, path, wanted));
    if (wanted.isEmpty()) {
      item.setExpanded(folding.isUnfolded(path));
      item.expandedProperty().addListener((property, was, now) -> folding.set(path, now));
    } else {
      item.setExpanded(true);
    }
    return item;
  }

  static boolean matches(Layer layer, String wanted) {
    return layer.name().toLowerCase(Locale.ROOT).contains(wanted)
        || layer.kind().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static List<String> plus(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }
}
