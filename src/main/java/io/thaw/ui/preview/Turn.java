package io.thaw.ui.preview;

import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.Side;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Pictures in turn: the first of each class, then the second of each, and so on. Those that the
 * folder sets aside to check with are left out, as nothing is learned from them.
 */
final class Turn {
  private final List<List<LabeledImage>> classes;

  private Turn(Collection<List<LabeledImage>> classes) {
    this.classes = List.copyOf(classes);
  }

  static Turn of(ScanReport report) {
    return new Turn(
        report.images().stream()
            .filter(image -> image.side() != Side.VALIDATION)
            .collect(Collectors.groupingBy(LabeledImage::label, TreeMap::new, Collectors.toList()))
            .values());
  }

  /** The picture whose turn it is; empty when there are none. */
  Optional<LabeledImage> at(int turn) {
    if (classes.isEmpty()) {
      return Optional.empty();
    }
    List<LabeledImage> images = classes.get(turn % classes.size());
    return Optional.of(images.get(turn / classes.size() % images.size()));
  }
}
