package io.thaw.ui.images;

import io.thaw.job.CheckResult;
import io.thaw.ui.common.Figures;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many pictures of each class are learned from and how many only checked with.
 *
 * @param classes by name; empty while it is not known
 */
public record Sides(Map<String, CheckResult.ClassRecord> classes) {
  /** Nothing is known. */
  public static final Sides UNKNOWN = new Sides(Map.of());

  public Sides {
    classes = Map.copyOf(classes);
  }

  /** What a complete look says; unknown where no split can be made. */
  static Sides of(CheckResult result) {
    return result.unusable() != null
        ? UNKNOWN
        : new Sides(
            result.classes().stream()
                .collect(Collectors.toMap(CheckResult.ClassRecord::name, it -> it)));
  }

  /**
   * A class in figures, such as "120 + 30": to learn from, to check with, and what is left for a
   * test.
   *
   * @param count of its pictures, which is all that is told until the sides are known
   */
  String text(String name, int count) {
    CheckResult.ClassRecord it = classes.get(name);
    if (it == null || it.pictures() != count) {
      return Figures.count(count);
    }
    int rest = count - it.train() - it.validation();
    return Figures.count(it.train())
        + " + "
        + Figures.count(it.validation())
        + (rest == 0 ? "" : " + " + Figures.count(rest));
  }
}
