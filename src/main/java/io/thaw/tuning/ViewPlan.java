package io.thaw.tuning;

import io.thaw.dataset.Augmentation;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.ViewSeeds;
import io.thaw.tuning.cache.RecordId;
import java.util.random.RandomGenerator;

/**
 * Which views of a picture there are.
 *
 * @param augmentation how views differ from the picture
 * @param kept views that are made once; 0 for fresh ones each time
 */
record ViewPlan(Augmentation augmentation, int kept) {
  /** Pictures as they are. */
  static final ViewPlan PLAIN = new ViewPlan(Augmentation.NONE, 1);

  /** Whether every reading makes new views. */
  boolean fresh() {
    return kept == 0;
  }

  private boolean varied() {
    return !augmentation.equals(Augmentation.NONE);
  }

  /** The number of a kept view, from 0 on, to read now. */
  int pick(RandomGenerator random) {
    return kept == 1 || random == null ? 0 : random.nextInt(kept);
  }

  /** A view that nobody saw before. */
  PictureView draw(LabeledImage image, RandomGenerator random) {
    return random == null
        ? PictureView.plain(image)
        : new PictureView(image, true, ViewSeeds.fresh(random));
  }

  /** A kept view of a picture that is not known by its content. */
  PictureView numbered(LabeledImage image, int number) {
    return varied()
        ? new PictureView(image, true, ViewSeeds.ofFile(image.file(), number))
        : PictureView.plain(image);
  }

  /** A kept view of a picture; the same in every run, so that runs can share it. */
  PictureView view(LabeledImage image, RecordId id) {
    return varied()
        ? new PictureView(image, true, ViewSeeds.ofContent(id.first(), id.view()))
        : PictureView.plain(image);
  }

  /**
   * Names a kept view.
   *
   * @param plain the picture itself
   * @param number from 0 on
   */
  RecordId id(RecordId plain, int number) {
    return varied() ? plain.withView(ViewSeeds.name(augmentation, number)) : plain;
  }
}
