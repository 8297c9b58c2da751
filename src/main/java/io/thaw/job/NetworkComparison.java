package io.thaw.job;

import java.util.List;

/**
 * What a network says of pictures that {@code thaw check --model} had it compare.
 *
 * @param model id or folder, as it was asked for
 * @param looked pictures whose features are known so far
 * @param pictures that there are to compare
 * @param complete whether they were compared; until then nothing below is known
 * @param groups pictures that are alike to the network, by their paths below the folder; what a
 *     look at their pixels finds without a network is not among them
 * @param acrossClasses groups with pictures of several classes
 * @param acrossSides groups with pictures on both sides of the split
 * @param kept groups that the user keeps on one side already
 */
public record NetworkComparison(
    String model,
    int looked,
    int pictures,
    boolean complete,
    List<List<String>> groups,
    int acrossClasses,
    int acrossSides,
    int kept) {
  public NetworkComparison {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** A comparison on its way. */
  public static NetworkComparison under(String model, int looked, int pictures) {
    return new NetworkComparison(model, looked, pictures, false, List.of(), 0, 0, 0);
  }

  /**
   * The same after other decisions: the sides that were told then are not told any more.
   *
   * @param together groups that the user keeps on one side
   */
  public NetworkComparison decided(List<List<String>> together) {
    long now =
        groups.stream()
            .filter(it -> together.stream().anyMatch(group -> group.containsAll(it)))
            .count();
    return new NetworkComparison(
        model, looked, pictures, complete, groups, acrossClasses, 0, (int) now);
  }

  /** What was found, in a sentence. */
  public String sentence() {
    if (groups.isEmpty()) {
      return "The network takes no pictures for alike beyond those that look the same.";
    }
    int alike = groups.stream().mapToInt(List::size).sum();
    return "%,d pictures in %,d %s are alike to the network%s%s%s."
        .formatted(
            alike,
            groups.size(),
            groups.size() == 1 ? "group" : "groups",
            part(acrossSides, "on both sides of the split"),
            part(acrossClasses, "in several classes"),
            part(kept, "kept on one side by you"));
  }

  private static String part(int count, String what) {
    return count == 0 ? "" : "; %,d %s".formatted(count, what);
  }
}
