package io.thaw.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Chooses the pictures to check with. A family of pictures, which must stay together, is held back
 * when its hash lies below the share asked for: that does not change when other pictures come or
 * go. Chance alone would now and then give a class too little or too much, so each gives at least
 * half of its share, and leaves at least half of what it should, as far as its families allow.
 */
final class HoldOut {
  /** A family and the smallest hash of its members. */
  private record Family(List<LabeledImage> pictures, double hash) {
    boolean has(int label) {
      return pictures.stream().anyMatch(image -> image.label() == label);
    }
  }

  private final double fraction;
  private final int[] available;
  private final int[] least;
  private final int[] most;
  private final int[] taken;
  private final List<Family> families;
  private final Set<LabeledImage> chosen = new HashSet<>();

  /**
   * A choice.
   *
   * @param families of pictures that stay together, all pictures of the report
   */
  HoldOut(ScanReport report, List<List<LabeledImage>> families, double fraction, PictureHash hash) {
    this(report.countsPerClass(), families, fraction, family -> smallest(family, hash));
  }

  private HoldOut(
      int[] counts,
      List<List<LabeledImage>> families,
      double fraction,
      ToDoubleFunction<List<LabeledImage>> position) {
    this.fraction = fraction;
    available = counts;
    taken = new int[available.length];
    least = IntStream.of(available).map(count -> least(fraction, count)).toArray();
    most = IntStream.of(available).map(count -> count - least(1 - fraction, count)).toArray();
    for (int label = 0; label < most.length; label++) {
      most[label] = Math.min(most[label], (int) Math.max(1, 1.5 * fraction * available[label]));
    }
    this.families =
        families.stream()
            .map(pictures -> new Family(pictures, position.applyAsDouble(pictures)))
            .sorted(Comparator.comparingDouble(Family::hash))
            .toList();
  }

  /**
   * A second choice from what a first one left: families whose hashes follow those of the first.
   * The first choice is as it would be without this one.
   *
   * @param report all pictures
   * @param first which has chosen
   * @param further share of all pictures
   */
  static HoldOut after(
      ScanReport report,
      List<List<LabeledImage>> families,
      HoldOut first,
      double further,
      PictureHash hash) {
    List<List<LabeledImage>> left =
        families.stream().filter(family -> !first.chosen.contains(family.get(0))).toList();
    int[] counts = new int[report.classes().size()];
    left.forEach(family -> family.forEach(image -> counts[image.label()]++));
    double remaining = 1 - first.fraction;
    return new HoldOut(
        counts,
        left,
        further / remaining,
        family -> {
          double beyond = smallest(family, hash) - first.fraction;
          return (beyond < 0 ? beyond + 1 : beyond) / remaining;
        });
  }

  private static double smallest(List<LabeledImage> pictures, PictureHash hash) {
    return pictures.stream().mapToDouble(hash::of).min().orElseThrow();
  }

  /** Half of a class's share, at least one. */
  private static int least(double fraction, int available) {
    return (int) Math.max(1, Math.ceil(0.5 * fraction * available));
  }

  /** How many of a class's pictures are held back, on average: at least one, and not all. */
  static int share(double fraction, int available) {
    return (int) Math.max(1, Math.min(available - 1, Math.round(fraction * available)));
  }

  /**
   * Chooses.
   *
   * @return the classes of which nothing can be held back while their families stay together; empty
   *     when every class could be split
   */
  List<Integer> choose() {
    List<Integer> stuck = new ArrayList<>();
    families.stream()
        .filter(family -> family.hash() < fraction && fits(family, most))
        .forEach(this::take);
    for (int label = 0; label < taken.length; label++) {
      fillUp(label);
      if (taken[label] == 0 && !takeSmallest(label)) {
        stuck.add(label);
      }
    }
    return stuck;
  }

  Set<LabeledImage> chosen() {
    return chosen;
  }

  private void fillUp(int label) {
    for (Family family : families) {
      if (taken[label] < least[label]
          && isFree(family)
          && family.has(label)
          && fits(family, most)) {
        take(family);
      }
    }
  }

  /** Every family of this class is larger than its share: takes the smallest. */
  private boolean takeSmallest(int label) {
    int[] allButOne = IntStream.of(available).map(count -> count - 1).toArray();
    return families.stream()
        .filter(family -> family.has(label) && isFree(family) && fits(family, allButOne))
        .min(Comparator.comparingInt(family -> family.pictures().size()))
        .map(
            family -> {
              take(family);
              return true;
            })
        .orElse(false);
  }

  private boolean isFree(Family family) {
    return !chosen.contains(family.pictures().get(0));
  }

  private boolean fits(Family family, int[] limits) {
    Map<Integer, Integer> counts = new HashMap<>();
    family.pictures().forEach(image -> counts.merge(image.label(), 1, Integer::sum));
    return counts.entrySet().stream()
        .allMatch(entry -> taken[entry.getKey()] + entry.getValue() <= limits[entry.getKey()]);
  }

  private void take(Family family) {
    family.pictures().forEach(image -> taken[image.label()]++);
    chosen.addAll(family.pictures());
  }
}
