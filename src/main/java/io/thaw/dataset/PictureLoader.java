package io.thaw.dataset;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * From a file to the bytes a network takes.
 *
 * @param width of the network's input, in pixels
 * @param height of the network's input, in pixels
 * @param fit how pictures of another shape are fitted
 * @param reading what is accepted of their files
 */
public record PictureLoader(int width, int height, Fit fit, Reading reading) {
  public PictureLoader {
    Objects.requireNonNull(fit, "fit");
    Objects.requireNonNull(reading, "reading");
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("input of " + width + " x " + height + " pixels");
    }
  }

  /** A loader that accepts what is usual. */
  public PictureLoader(int width, int height, Fit fit) {
    this(width, height, fit, Reading.DEFAULT);
  }

  /**
   * Decodes and fits {@code file}.
   *
   * @return 8-bit RGB {@code [height, width, 3]}, ready for normalising
   * @throws UnreadablePictureException whatever is wrong with the file
   */
  public byte[] load(Path file) throws UnreadablePictureException {
    PictureDecoder.Decoded decoded =
        PictureDecoder.decode(
            file,
            reading,
            (across, along) -> Crop.plain(across, along, this).shrinking(width, height));
    return fit(decoded).rgb();
  }

  /**
   * Decodes the view of {@code file} that {@code seed} stands for; {@link Augmentation#NONE} gives
   * the plain view whatever the seed.
   *
   * @return 8-bit RGB {@code [height, width, 3]}, ready for normalising
   * @throws UnreadablePictureException whatever is wrong with the file
   */
  public byte[] view(Path file, Augmentation augmentation, long seed)
      throws UnreadablePictureException {
    PictureDecoder.Decoded decoded =
        PictureDecoder.decode(
            file,
            reading,
            (across, along) ->
                View.draw(augmentation, across, along, this, seed).crop().shrinking(width, height));
    return View.draw(augmentation, decoded.width(), decoded.height(), this, seed).of(decoded, this);
  }

  /**
   * Decodes and fits {@code file} like {@link #load}, but blends neighbouring pixels where a
   * picture is enlarged. Averaging areas would show each pixel as a block, which networks trained
   * on photographs take for window screens and mosaics.
   *
   * @return 8-bit RGB {@code [height, width, 3]}, ready for normalising
   * @throws UnreadablePictureException whatever is wrong with the file
   */
  public byte[] smooth(Path file) throws UnreadablePictureException {
    PictureDecoder.Decoded decoded =
        PictureDecoder.decode(
            file,
            reading,
            (across, along) -> Crop.plain(across, along, this).shrinking(width, height));
    Crop shown = Crop.plain(decoded.width(), decoded.height(), this);
    boolean shrinks = shown.width() >= width && shown.height() >= height;
    return shrinks
        ? fit(decoded).rgb()
        : TurnedCrop.resample(decoded.pixels(), shown, 0, width, height);
  }

  /**
   * Decodes {@code file} whole if that is all that any view of it would do, and if it is small: at
   * most four times as many pixels as the network takes. {@link #view(Pixels, Augmentation, long)}
   * makes the same views of the result as {@link #view(Path, Augmentation, long)} of the file.
   *
   * @throws UnreadablePictureException whatever is wrong with the file
   */
  public Optional<Pixels> small(Path file) throws UnreadablePictureException {
    PictureDecoder.Decoded decoded =
        PictureDecoder.decode(
            file,
            reading,
            (across, along) -> Crop.plain(across, along, this).shrinking(width, height));
    Pixels pixels = decoded.pixels();
    boolean few = (long) pixels.width() * pixels.height() <= 4L * width * height;
    return decoded.reduction() == 1 && few ? Optional.of(pixels) : Optional.empty();
  }

  /** The view of a decoded picture that {@code seed} stands for, {@code [height, width, 3]}. */
  public byte[] view(Pixels picture, Augmentation augmentation, long seed) {
    return View.draw(augmentation, picture.width(), picture.height(), this, seed)
        .of(PictureDecoder.Decoded.whole(picture), this);
  }

  /**
   * What {@link #view(Pixels, Augmentation, long)} does to a picture of this size.
   *
   * @param across the picture's width, in pixels
   * @param along the picture's height, in pixels
   */
  public ViewTraits traits(int across, int along, Augmentation augmentation, long seed) {
    return View.draw(augmentation, across, along, this, seed)
        .traits(Crop.plain(across, along, this), this);
  }

  /** Fits a decoded picture to {@link #width} and {@link #height}. */
  public Pixels fit(Pixels picture) {
    return fit(PictureDecoder.Decoded.whole(picture));
  }

  /** Fits a picture of which as much was decoded as this takes. */
  Pixels fit(PictureDecoder.Decoded picture) {
    if (fit == Fit.STRETCH) {
      return picture.resized(width, height);
    }
    // Whole numbers, rounded down: DJL's ResizeShort does so, and exported models use it.
    long across = (long) picture.width() * height;
    long along = (long) picture.height() * width;
    return across >= along
        ? centre(picture.resized((int) (across / picture.height()), height))
        : centre(picture.resized(width, (int) (along / picture.width())));
  }

  private Pixels centre(Pixels cover) {
    byte[] rgb = new byte[3 * width * height];
    int left = (cover.width() - width) / 2;
    int top = (cover.height() - height) / 2;
    for (int y = 0; y < height; y++) {
      int from = 3 * ((top + y) * cover.width() + left);
      System.arraycopy(cover.rgb(), from, rgb, 3 * y * width, 3 * width);
    }
    return new Pixels(width, height, rgb);
  }
}
