package io.thaw.ui.network;

import io.thaw.job.ProbeResult;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layer;
import io.thaw.ui.network.diagram.Gauge;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** What was measured of the layers: how far they moved in training, and what a probe found. */
final class Measures {
  private final NetworkModel model;
  private LoadedNetwork known;
  private Set<String> names = Set.of();

  Measures(NetworkModel model) {
    this.model = model;
  }

  /** How far a part moved: the furthest of its layers; empty where nothing is known. */
  OptionalDouble moved(Part part) {
    Map<String, Double> moved = model.movedProperty().get();
    if (part instanceof Part.Head) {
      return moved.entrySet().stream()
          .filter(layer -> !names().contains(layer.getKey()))
          .mapToDouble(Map.Entry::getValue)
          .max();
    }
    return part.layers().stream()
        .map(layer -> moved.get(layer.name()))
        .filter(change -> change != null)
        .mapToDouble(Double::doubleValue)
        .max();
  }

  /** As a share of the furthest way of any layer but the head; negative where nothing is known. */
  double movedShare(Part part) {
    OptionalDouble moved = moved(part);
    if (moved.isEmpty()) {
      return -1;
    }
    Set<String> names = names();
    double furthest =
        model.movedProperty().get().entrySet().stream()
            .filter(layer -> names.contains(layer.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .max()
            .orElse(moved.getAsDouble());
    return furthest == 0 ? 0 : Math.min(1, moved.getAsDouble() / furthest);
  }

  /** The layers' names, collected once for each network. */
  private Set<String> names() {
    LoadedNetwork network = model.networkProperty().get();
    if (known != network) {
      known = network;
      names = network.layers().list().stream().map(Layer::name).collect(Collectors.toSet());
    }
    return names;
  }

  /** What the probe found at the end of a part; null where it did not look. */
  Gauge gauge(Part part) {
    return point(part)
        .map(point -> new Gauge(point.low(), point.accuracy(), point.high(), isAdvised(part)))
        .orElse(null);
  }

  private Optional<ProbeResult.Point> point(Part part) {
    ProbeResult probe = model.probeProperty().get();
    if (probe == null) {
      return Optional.empty();
    }
    Set<String> names = part.layers().stream().map(Layer::name).collect(Collectors.toSet());
    return probe.points().stream()
        .filter(point -> names.contains(point.layer()))
        .reduce((first, second) -> second);
  }

  /** Whether the probe advises to freeze down to the end of this part. */
  private boolean isAdvised(Part part) {
    ProbeResult probe = model.probeProperty().get();
    List<ProbeResult.Point> points = probe.points();
    FreezeSpec advice = FreezeSpec.parse(probe.freeze());
    String layer = "";
    if (advice instanceof FreezeSpec.Until until) {
      layer = until.layer();
    } else if (advice instanceof FreezeSpec.All) {
      layer = points.get(points.size() - 1).layer();
    }
    String last = layer;
    return part.layers().stream().anyMatch(it -> it.name().equals(last));
  }

  /** All of it in words, to go on a list; empty where nothing is known. */
  String words(Part part) {
    String moved = moved(part).isPresent() ? ", moved " + percent(moved(part).getAsDouble()) : "";
    return moved
        + point(part)
            .map(
                point ->
                    ", classes told apart here with %.0f %% (%.0f to %.0f)"
                        .formatted(100 * point.accuracy(), 100 * point.low(), 100 * point.high()))
            .orElse("");
  }

  /** Two digits: {@code 0.31 %}, {@code 12 %}. */
  static String percent(double share) {
    double percent = 100 * share;
    int decimals = percent == 0 || percent >= 9.95 ? 0 : percent >= 0.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f %%", percent);
  }
}
