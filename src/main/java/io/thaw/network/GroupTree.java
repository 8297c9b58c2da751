package io.thaw.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the tree of groups from the path that each layer carries. */
final class GroupTree {
  private GroupTree() {}

  static LayerGroup of(List<Layer> layers) {
    return group("", layers, 0);
  }

  private static LayerGroup group(String name, List<Layer> layers, int depth) {
    List<Layer> own = new ArrayList<>();
    Map<String, List<Layer>> inner = new LinkedHashMap<>();
    for (Layer layer : layers) {
      if (layer.group().size() == depth) {
        own.add(layer);
      } else {
        inner.computeIfAbsent(layer.group().get(depth), key -> new ArrayList<>()).add(layer);
      }
    }
    List<LayerGroup> groups =
        inner.entrySet().stream().map(e -> group(e.getKey(), e.getValue(), depth + 1)).toList();
    return new LayerGroup(name, title(name), groups, own);
  }

  /** {@code block12} reads {@code Block 12}. */
  private static String title(String name) {
    String spaced = name.replaceAll("(\\D)(\\d+)$", "$1 $2");
    return spaced.isEmpty() ? "Network" : upper(spaced.charAt(0)) + spaced.substring(1);
  }

  private static String upper(char first) {
    return String.valueOf(first).toUpperCase(Locale.ROOT);
  }
}
