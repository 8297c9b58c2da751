package io.thaw.cli;

import io.thaw.job.JobEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which layers moved most, in one line. */
final class MovedText {
  private static final int SHOWN = 3;

  private MovedText() {}

  /** The new head, which is last, began at random and tells nothing; empty where it is alone. */
  static String of(JobEvent.LayersMoved event) {
    List<Map.Entry<String, Double>> layers = new ArrayList<>(event.change().entrySet());
    if (layers.size() < 2) {
      return "";
    }
    return layers.subList(0, layers.size() - 1).stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .map(it -> it.getKey() + " " + percent(100 * it.getValue()))
        .collect(Collectors.joining(", ", "Moved most: ", ""));
  }

  private static String percent(double value) {
    return (value >= 10 ? "%.0f %%" : value >= 1 ? "%.1f %%" : "%.2f %%").formatted(value);
  }
}
