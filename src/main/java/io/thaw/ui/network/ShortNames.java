package io.thaw.ui.network;

import io.thaw.network.Layer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Layers' names without what their frames say already: {@code conv1} for {@code
 * stage1_block1_conv1_fwd}.
 */
final class ShortNames {
  private static final String FORWARD = "_fwd";

  private final Map<String, String> names = new HashMap<>();

  /** The short name of every layer of a network. */
  ShortNames(LoadedNetwork network) {
    Map<List<String>, List<Layer>> siblings =
        network.layers().list().stream().collect(Collectors.groupingBy(Layer::group));
    siblings.values().forEach(this::shorten);
  }

  /** The short name. */
  String of(Layer layer) {
    return names.get(layer.name());
  }

  private void shorten(List<Layer> siblings) {
    int shared = sharedBeginning(siblings);
    for (Layer layer : siblings) {
      String rest = layer.name().substring(shared);
      boolean more = rest.endsWith(FORWARD) && rest.length() > FORWARD.length();
      names.put(layer.name(), more ? rest.substring(0, rest.length() - FORWARD.length()) : rest);
    }
  }

  /** Length of the words, each with the {@code _} after it, that all names begin with. */
  private static int sharedBeginning(List<Layer> siblings) {
    if (siblings.size() < 2) {
      return 0;
    }
    String shared = siblings.get(0).name();
    for (Layer layer : siblings) {
      int same = 0;
      int most = Math.min(shared.length(), layer.name().length());
      while (same < most && shared.charAt(same) == layer.name().charAt(same)) {
        same++;
      }
      shared = shared.substring(0, same);
    }
    return shared.lastIndexOf('_') + 1;
  }
}
