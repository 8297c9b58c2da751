package io.thaw.run;

import io.thaw.dataset.Augmentation;
import io.thaw.job.AugmentationKind;

/** What the kinds of augmentation that a job names do to pictures. */
final class Augmentations {
  private Augmentations() {}

  static Augmentation of(AugmentationKind kind) {
    return switch (kind) {
      case NONE -> Augmentation.NONE;
      case LIGHT -> Augmentation.LIGHT;
      case CROPS -> Augmentation.CROPS;
      case STANDARD -> Augmentation.STANDARD;
    };
  }
}
