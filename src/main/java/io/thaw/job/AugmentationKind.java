package io.thaw.job;

import com.fasterxml.jackson.annotation.JsonAlias;

/** Random changes to the training pictures; the pictures to check with are never changed. */
public enum AugmentationKind {
  /** Pictures as they are. */
  NONE,
  /** Mirrored left to right, and a crop of at least three quarters. */
  @JsonAlias("FLIP_AND_SHIFT")
  LIGHT,
  /** Mirrored left to right, and crops of any size from a half on; for learning from nothing. */
  CROPS,
  /** Stronger crops as well, small rotations, and changes of brightness, contrast and colour. */
  STANDARD
}
