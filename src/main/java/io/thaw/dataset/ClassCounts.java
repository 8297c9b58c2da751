package io.thaw.dataset;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many pictures there are of each class.
 *
 * @param classes names of the classes, at least one
 * @param counts number of pictures of each class, in the same order
 */
public record ClassCounts(List<String> classes, List<Integer> counts) {
  /** With a larger factor between the largest class and the smallest, balancing is worth a try. */
  private static final int WORTH_BALANCING = 3;

  public ClassCounts {
    classes = List.copyOf(classes);
    counts = List.copyOf(counts);
    if (classes.isEmpty() || classes.size() != counts.size()) {
      throw new IllegalArgumentException(classes.size() + " classes, " + counts.size() + " counts");
    }
  }

  /**
   * Counts labels.
   *
   * @param labels indices into {@code classes}, one for each picture
   */
  public static ClassCounts of(List<String> classes, IntStream labels) {
    int[] counts = new int[classes.size()];
    labels.forEach(label -> counts[label]++);
    return new ClassCounts(classes, IntStream.of(counts).boxed().toList());
  }

  /** Whether the largest class is more than three times the smallest. */
  public boolean imbalanced() {
    return Collections.max(counts) > (long) WORTH_BALANCING * Collections.min(counts);
  }

  /** The class with the most pictures; the first of several. */
  public String largest() {
    return classes.get(counts.indexOf(Collections.max(counts)));
  }

  /** The class with the fewest pictures; the first of several. */
  public String smallest() {
    return classes.get(counts.indexOf(Collections.min(counts)));
  }

  /** Largest and smallest class with their pictures: "594 of 'paper' but 137 of 'trash'". */
  public String extremes() {
    return String.format(
        Locale.ROOT,
        "%,d of '%s' but %,d of '%s'",
        Collections.max(counts),
        largest(),
        Collections.min(counts),
        smallest());
  }

  /**
   * What makes every class count the same: n / (K n_c) for a class of n_c of the n pictures in K
   * classes, which is 1 on the average over all pictures (King and Zeng, "Logistic Regression in
   * Rare Events Data", 2001; scikit-learn's "balanced").
   *
   * @return a weight for each class
   * @throws IllegalStateException when a class has no pictures
   */
  public List<Double> weights() {
    if (counts.contains(0)) {
      throw new IllegalStateException("Class '" + smallest() + "' has no pictures to weight.");
    }
    double evenShare = counts.stream().mapToLong(it -> it).sum() / (double) counts.size();
    return counts.stream().map(count -> evenShare / count).toList();
  }
}
