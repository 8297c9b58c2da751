package io.thaw.tuning;

import io.thaw.dataset.LabeledImage;

/**
 * A picture as it is, or changed.
 *
 * @param varied whether it is changed
 * @param seed decides the changes
 */
record PictureView(LabeledImage image, boolean varied, long seed) {
  static PictureView plain(LabeledImage image) {
    return new PictureView(image, false, 0);
  }
}
