package io.thaw.dataset;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the pictures to check with. Copies of a picture move as one group, also when they are
 * filed under several classes; groups are taken in the order of their hash until each class has
 * given its share.
 */
final class HoldOut {
  private final ScanReport report;
  private final int[] available;
  private final int[] wanted;
  private final int[] taken;
  private final List<List<LabeledImage>> groups;
  private final Set<LabeledImage> chosen = new HashSet<>();

  HoldOut(ScanReport report, double fraction, long seed, PictureIndex index) {
    this.report = report;
    available = report.countsPerClass();
    taken = new int[available.length];
    wanted = new int[available.length];
    for (int label = 0; label < wanted.length; label++) {
      wanted[label] = share(fraction, available[label]);
    }
    PictureHash hash = new PictureHash(report.folder(), seed);
    groups = Copies.groups(report.images(), hash, index);
  }

  /** How many of a class's pictures are held back: at least one, and not all. */
  static int share(double fraction, int available) {
    return (int) Math.max(1, Math.min(available - 1, Math.round(fraction * available)));
  }

  Set<LabeledImage> choose() {
    groups.stream().filter(group -> fits(group, wanted)).forEach(this::take);
    for (int label = 0; label < taken.length; label++) {
      if (taken[label] == 0) {
        takeOneOf(label);
      }
    }
    return chosen;
  }

  /** Every group of this class is larger than the class's share: take the smallest. */
  private void takeOneOf(int label) {
    int[] most = available.clone();
    for (int i = 0; i < most.length; i++) {
      most[i]--;
    }
    groups.stream()
        .filter(group -> group.stream().anyMatch(image -> image.label() == label))
        .filter(group -> fits(group, most))
        .min(Comparator.comparingInt(List::size))
        .ifPresentOrElse(this::take, () -> fail(label));
  }

  private void fail(int label) {
    throw new BadDatasetException(
        "The pictures of class '%s' are copies of one picture; at least two different ones are needed."
            .formatted(report.classes().get(label)));
  }

  private boolean fits(List<LabeledImage> group, int[] limits) {
    Map<Integer, Integer> counts = new HashMap<>();
    group.forEach(image -> counts.merge(image.label(), 1, Integer::sum));
    return counts.entrySet().stream()
        .allMatch(entry -> taken[entry.getKey()] + entry.getValue() <= limits[entry.getKey()]);
  }

  private void take(List<LabeledImage> group) {
    group.forEach(image -> taken[image.label()]++);
    chosen.addAll(group);
  }
}
