package io.thaw.job;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.thaw.dataset.Augmentation;

/** Random changes to the training pictures; the pictures to check with are never changed. */
public enum AugmentationKind {
  /** Pictures as they are. */
  NONE(Augmentation.NONE),
  /** Mirrored left to right, and a crop of at least three quarters. */
  @JsonAlias("FLIP_AND_SHIFT")
  LIGHT(Augmentation.LIGHT),
  /** Mirrored left to right, and crops of any size from a half on; for learning from nothing. */
  CROPS(Augmentation.CROPS),
  /** Stronger crops as well, small rotations, and changes of brightness, contrast and colour. */
  STANDARD(Augmentation.STANDARD);

  private final Augmentation changes;

  AugmentationKind(Augmentation changes) {
    this.changes = changes;
  }

  /** What it does to pictures. */
  public Augmentation changes() {
    return changes;
  }
}
