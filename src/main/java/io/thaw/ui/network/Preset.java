package io.thaw.ui.network;

import io.thaw.network.FreezePlan;
import io.thaw.network.Layer;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Plans that are wanted often. */
enum Preset {
  FEATURE_EXTRACTION(
      "Feature extraction",
      Material2AL.AC_UNIT,
      "Freezes every layer, so that only the new head learns: fastest, and best for few images."),
  LAST_BLOCK(
      "Train the last block",
      Material2AL.LAYERS,
      "Freezes all but the last block: still fast, and the features may adapt a little."),
  LAST_STAGE(
      "Train the last stage",
      Material2AL.FILTER_NONE,
      "Freezes all but the last stage: slower, for images that differ from everyday photographs."),
  EVERYTHING(
      "Train everything",
      Material2MZ.WHATSHOT,
      "Trains every layer: slowest, and best for many images unlike everyday photographs."),
  BATCH_NORM(
      "Train only BatchNorm",
      Material2AL.EQUALIZER,
      "Trains the scales and shifts of batch normalisations and freezes all else: few numbers, yet"
          + " in every depth of the network.");

  private final String title;
  private final Ikon icon;
  private final String explanation;

  Preset(String title, Ikon icon, String explanation) {
    this.title = title;
    this.icon = icon;
    this.explanation = explanation;
  }

  String title() {
    return title;
  }

  Ikon icon() {
    return icon;
  }

  String explanation() {
    return explanation;
  }

  /** The plan for a network; what the rule for running statistics was, it stays. */
  FreezePlan plan(LoadedNetwork network, FreezePlan before) {
    Predicate<Layer> trained =
        switch (this) {
          case FEATURE_EXTRACTION -> layer -> false;
          case EVERYTHING -> layer -> true;
          case BATCH_NORM -> layer -> layer.operator().startsWith("BatchNorm");
          case LAST_BLOCK -> from(network, 2);
          case LAST_STAGE -> from(network, 1);
        };
    return new FreezePlan(
        network.layers().list().stream()
            .filter(trained.negate())
            .map(Layer::name)
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new)),
        before.batchNorm());
  }

  /** From the first layer on of the last group of that depth that holds parameters. */
  private static Predicate<Layer> from(LoadedNetwork network, int depth) {
    List<Layer> weighted =
        network.kept().stream().filter(layer -> layer.hasParameters() && stage(layer)).toList();
    if (weighted.isEmpty()) {
      return layer -> false;
    }
    List<String> last = weighted.get(weighted.size() - 1).group();
    List<String> path = last.subList(0, Math.min(depth, last.size()));
    int first =
        network.kept().stream()
            .filter(layer -> startsWith(layer.group(), path))
            .mapToInt(Layer::index)
            .min()
            .orElseThrow();
    return layer -> layer.index() >= first;
  }

  /** What follows the last stage, such as a last convolution, goes with it. */
  private static boolean stage(Layer layer) {
    return !layer.group().isEmpty() && layer.group().get(0).startsWith("stage");
  }

  private static boolean startsWith(List<String> path, List<String> beginning) {
    return path.size() >= beginning.size() && path.subList(0, beginning.size()).equals(beginning);
  }
}
