package io.thaw.ui.network;

import io.thaw.network.Layer;
import io.thaw.network.LayerGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which groups of the network are unfolded, in the diagram and in the table alike. */
public final class Folding {
  /** So many rows fit a window; a network with more starts folded. */
  private static final int COMFORTABLE_ROWS = 40;

  private static final int DEEPEST = 4;

  private final ReadOnlyObjectWrapper<Set<List<String>>> unfolded =
      new ReadOnlyObjectWrapper<>(this, "unfolded", Set.of());

  /** Paths of the unfolded groups; a path names the groups from the outermost on. */
  public ReadOnlyObjectProperty<Set<List<String>>> unfoldedProperty() {
    return unfolded.getReadOnlyProperty();
  }

  /** Whether a group shows what is in it, provided that the groups around it do. */
  public boolean isUnfolded(List<String> path) {
    return unfolded.get().contains(path);
  }

  /** Folds or unfolds a group. */
  public void set(List<String> path, boolean unfold) {
    Set<List<String>> changed = new HashSet<>(unfolded.get());
    if (unfold ? changed.add(List.copyOf(path)) : changed.remove(path)) {
      unfolded.set(Set.copyOf(changed));
    }
  }

  /** Folds a group that is unfolded, and unfolds one that is not. */
  public void toggle(List<String> path) {
    set(path, !isUnfolded(path));
  }

  /** Unfolds the groups around a layer. */
  public void reveal(Layer layer) {
    Set<List<String>> changed = new HashSet<>(unfolded.get());
    for (int depth = 1; depth <= layer.group().size(); depth++) {
      changed.add(List.copyOf(layer.group().subList(0, depth)));
    }
    if (changed.size() > unfolded.get().size()) {
      unfolded.set(Set.copyOf(changed));
    }
  }

  /** Unfolds every group of a network down to a depth; 0 folds all. */
  public void unfoldTo(LoadedNetwork network, int depth) {
    Set<List<String>> open = new HashSet<>();
    collect(network.layers().root(), List.of(), depth, open);
    unfolded.set(Set.copyOf(open));
  }

  /** Unfolds as many levels of a network as give a view that is easy to survey. */
  void reset(LoadedNetwork network) {
    if (network == null) {
      unfolded.set(Set.of());
      return;
    }
    int depth = 0;
    while (depth < DEEPEST && rows(network.layers().root(), depth + 1) <= COMFORTABLE_ROWS) {
      depth++;
    }
    unfoldTo(network, depth);
  }

  private static void collect(
      LayerGroup group, List<String> path, int depth, Set<List<String>> open) {
    if (depth > 0) {
      for (LayerGroup inner : group.groups()) {
        List<String> innerPath = Stream.concat(path.stream(), Stream.of(inner.name())).toList();
        open.add(innerPath);
        collect(inner, innerPath, depth - 1, open);
      }
    }
  }

  private static int rows(LayerGroup group, int depth) {
    int inside =
        depth == 0 ? 0 : group.groups().stream().mapToInt(inner -> rows(inner, depth - 1)).sum();
    return group.layers().size() + group.groups().size() + inside;
  }
}
