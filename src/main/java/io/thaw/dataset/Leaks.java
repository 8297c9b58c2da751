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
 * @param together groups that the user wants on one side; 0 in reports of older builds
 */
public record Leaks(int copies, int lookAlikes, int together) {
  /** Leaks without groups of the user's. */
  public Leaks(int copies, int lookAlikes) {
    this(copies, lookAlikes, 0);
  }

  /** Whether the sides share nothing. */
  public boolean none() {
    return copies == 0 && lookAlikes == 0 && together == 0;
  }

  /** Which pictures are learned from; all others are held back. */
  record Sides(Set<Path> learned) {
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
