package io.thaw.ui.preview;

import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.LabeledImage;
import io.thaw.job.AugmentationKind;

/**
 * A picture whose views are asked for, and the run that would make them.
 *
 * @param image the picture
 * @param className what it shows
 * @param input what the network takes
 * @param augmentation how views differ from the picture
 * @param kept views that the run makes once; 0 for fresh ones each epoch, and where there is no
 *     augmentation
 * @param hasPrefix whether frozen layers are cut off, so that kept views are named by content
 * @param all whether kept views are shown however many there are; else no more than {@link #FEW}
 */
public record PreviewQuestion(
    LabeledImage image,
    String className,
    InputSpec input,
    AugmentationKind augmentation,
    int kept,
    boolean hasPrefix,
    boolean all) {

  /** Three rows of three. */
  static final int FEW = 9;

  /** Whether views differ from the picture at all. */
  boolean varied() {
    return augmentation != AugmentationKind.NONE;
  }

  /** How many views there are to show. */
  int shown() {
    if (!varied()) {
      return 0;
    }
    return kept == 0 ? FEW : all ? kept : Math.min(kept, FEW);
  }
}
