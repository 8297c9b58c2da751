package io.thaw.network;

import java.util.List;

/** Writes a tree of groups as text. */
final class Trees {
  private Trees() {}

  /** One line per group: its path, its number of layers, its first and last layer. */
  static String outline(LayerGroup group) {
    StringBuilder text = new StringBuilder();
    append(text, group, "");
    return text.toString();
  }

  private static void append(StringBuilder text, LayerGroup group, String indent) {
    for (LayerGroup inner : group.groups()) {
      List<Layer> all = inner.allLayers();
      text.append(indent)
          .append(inner.name())
          .append(" ")
          .append(all.size())
          .append(" ")
          .append(all.get(0).name())
          .append(" .. ")
          .append(all.get(all.size() - 1).name())
          .append("\n");
      append(text, inner, indent + "  ");
    }
  }
}
