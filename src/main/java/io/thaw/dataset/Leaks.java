package io.thaw.dataset;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the pictures that are held back share with those that are learned from: it makes an accuracy
 * look better than it is.
 *
 * @param copies pictures of which the same file is on both sides
 * @param lookAlikes pictures of which the other side has one that looks the same
 */
public record Leaks(int copies, int lookAlikes) {
  /** Whether the sides share nothing. */
  public boolean none() {
    return copies == 0 && lookAlikes == 0;
  }

  static Leaks of(Collection<Remark> copies, Collection<Remark> lookAlikes, SplitPlan plan) {
    Sides sides = new Sides(plan);
    return new Leaks(sides.shared(copies), sides.shared(lookAlikes));
  }

  private record Sides(Set<Path> learned) {
    Sides(SplitPlan plan) {
      this(plan.train().stream().map(LabeledImage::file).collect(Collectors.toSet()));
    }

    int shared(Collection<Remark> families) {
      return (int)
          families.stream()
              .filter(
                  family -> {
                    long in = family.files().stream().filter(learned::contains).count();
                    return in > 0 && in < family.files().size();
                  })
              .count();
    }
  }
}
