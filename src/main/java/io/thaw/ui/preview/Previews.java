package io.thaw.ui.preview;

import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.Augmentation;
import io.thaw.dataset.Fit;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureDecoder;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.PictureLoader;
import io.thaw.dataset.Pixels;
import io.thaw.dataset.ProblemKind;
import io.thaw.dataset.UnreadablePictureException;
import io.thaw.dataset.ViewSeeds;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Makes the views that a run would make of a picture, from the same seeds. The picture asked for
 * last stays decoded as long as there is memory, so that other settings show at once.
 *
 * <p>Pictures are decoded whole. A run's decoder makes JPEG files smaller while it decodes them
 * where they are shrunk to a quarter or less; there, and only there, its pixels may differ by a
 * grey level on average. Safe for use by several threads.
 */
public final class Previews {
  private volatile SoftReference<Opened> last = new SoftReference<>(null);

  /**
   * A decoded picture.
   *
   * @param start see {@link ViewSeeds#start}
   */
  private record Opened(LabeledImage image, Pixels pixels, long start) {}

  /**
   * Makes the views.
   *
   * @throws UnreadablePictureException whatever is wrong with the picture's file
   */
  public Preview of(PreviewQuestion question) throws UnreadablePictureException {
    Opened picture = open(question.image());
    InputSpec input = question.input();
    PictureLoader loader =
        new PictureLoader(
            input.width(), input.height(), Fit.of(input.centerCrop()), question.image().reading());
    IntToLongFunction seeds = seeds(question, picture.start);
    List<SeenView> views =
        IntStream.range(0, question.shown())
            .mapToLong(seeds::applyAsLong)
            .mapToObj(seed -> see(picture, loader, question.augmentation().changes(), seed))
            .toList();
    return new Preview(question, see(picture, loader, Augmentation.NONE, 0), views);
  }

  /** Forgets the picture asked for last, whose file may have changed. */
  void forget() {
    last.clear();
  }

  private static SeenView see(
      Opened picture, PictureLoader loader, Augmentation augmentation, long seed) {
    Pixels pixels = picture.pixels;
    return new SeenView(
        loader.view(pixels, augmentation, seed),
        loader.traits(pixels.width(), pixels.height(), augmentation, seed));
  }

  /** The seed of each view; fresh ones follow from the picture, so that they stay while it does. */
  private static IntToLongFunction seeds(PreviewQuestion question, long start) {
    if (question.kept() == 0) {
      SplittableRandom random = new SplittableRandom(start);
      return number -> ViewSeeds.fresh(random);
    }
    return number ->
        question.hasPrefix()
            ? ViewSeeds.ofContent(start, ViewSeeds.name(question.augmentation().changes(), number))
            : ViewSeeds.ofFile(question.image().file(), number);
  }

  private Opened open(LabeledImage image) throws UnreadablePictureException {
    Opened known = last.get();
    if (known != null && known.image.equals(image)) {
      return known;
    }
    Pixels pixels = PictureDecoder.decode(image.file(), image.reading());
    byte[] hash =
        PictureIndex.inMemory(image.file().getParent())
            .contentHash(image.file())
            .orElseThrow(
                () ->
                    new UnreadablePictureException(
                        image.file(), ProblemKind.UNREADABLE, "it cannot be read", null));
    Opened opened =
        new Opened(image, pixels, ViewSeeds.start(ViewSeeds.content(hash, image.partial())));
    last = new SoftReference<>(opened);
    return opened;
  }
}
