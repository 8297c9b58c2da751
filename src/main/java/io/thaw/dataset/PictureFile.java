package io.thaw.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Opens files as pictures: type by content, size limit before any pixel is allocated. */
final class PictureFile {
  /** Larger pictures are refused: at three bytes a pixel they would take 300 MB and more. */
  static final long MOST_PIXELS = 100_000_000;

  /** WBMP is missing on purpose: it has no signature, so that any file may look like one. */
  private static final Set<String> FORMATS =
      Set.of("jpeg", "png", "gif", "bmp", "webp", "tiff", "bigtiff");

  static final String MISSING = "the file is missing";
  static final String UNREADABLE = "the file cannot be read";
  static final String NO_MEMORY = "there is not enough memory for this picture";

  private PictureFile() {}

  /** What to do with an opened picture. */
  interface Use<T> {
    T apply(ImageReader reader) throws IOException;
  }

  /** Where the bytes of a file come from. */
  interface Source {
    ImageInputStream open() throws IOException;
  }

  /** Checks that a header can be read and that the picture is not too large. */
  static void check(Path file) throws UnreadablePictureException {
    if (!QuickCheck.isFine(file)) {
      use(file, () -> new FileImageInputStream(file.toFile()), reader -> null);
    }
  }

  /** Whether the content is that of a picture, sound or not. */
  static boolean isPicture(Path file) {
    try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
      return !readers(stream).isEmpty();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Opens {@code file} with each reader that claims it until one succeeds.
   *
   * @throws UnreadablePictureException whatever goes wrong, also inside {@code use}
   */
  static <T> T use(Path file, Source source, Use<T> use) throws UnreadablePictureException {
    requireFile(file);
    try (ImageInputStream stream = source.open()) {
      List<ImageReader> readers = readers(stream);
      if (readers.isEmpty()) {
        throw new UnreadablePictureException(file, ForeignContent.reason(file), null);
      }
      try {
        return firstSuccess(file, stream, readers, use);
      } finally {
        readers.forEach(ImageReader::dispose);
      }
    } catch (IOException | RuntimeException e) {
      throw new UnreadablePictureException(file, UNREADABLE, e);
    }
  }

  static void requireFile(Path file) throws UnreadablePictureException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadablePictureException(
          file, Files.exists(file) ? "not a picture" : MISSING, null);
    }
  }

  private static <T> T firstSuccess(
      Path file, ImageInputStream stream, List<ImageReader> readers, Use<T> use)
      throws UnreadablePictureException {
    UnreadablePictureException failure = null;
    for (ImageReader reader : readers) {
      try {
        stream.seek(0);
        reader.setInput(stream, false, true);
        requireModest(reader.getWidth(0), reader.getHeight(0));
        return use.apply(reader);
      } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
        // Readers are old code fed with foreign bytes: anything may come out of them.
        failure = new UnreadablePictureException(file, reason(e), e);
      }
    }
    throw failure;
  }

  static boolean isModest(int width, int height) {
    return (long) width * height <= MOST_PIXELS;
  }

  private static void requireModest(int width, int height) throws IOException {
    if (width < 1 || height < 1) {
      throw new BadPictureException("the picture has no pixels");
    }
    if (!isModest(width, height)) {
      throw new BadPictureException(
          String.format(
              Locale.ROOT,
              "the picture is too large: %d x %d pixels, at most %d million are read",
              width,
              height,
              MOST_PIXELS / 1_000_000));
    }
  }

  private static String reason(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadPictureException) {
        return cause.getMessage();
      }
      if (cause instanceof EOFException) {
        return "the file is truncated";
      }
      if (cause instanceof OutOfMemoryError) {
        return NO_MEMORY;
      }
    }
    return "the file is damaged";
  }

  /**
   * Readers for the content of {@code stream}, the JDK's own first: plain DJL has no others, and an
   * exported model must see the same pixels.
   */
  private static List<ImageReader> readers(ImageInputStream stream) {
    List<ImageReader> readers = new ArrayList<>();
    Iterator<ImageReader> found = ImageIO.getImageReaders(stream);
    while (found.hasNext()) {
      ImageReader reader = found.next();
      if (isWanted(reader)) {
        readers.add(reader);
      } else {
        reader.dispose();
      }
    }
    readers.sort(Comparator.comparing(reader -> !isOfTheJdk(reader)));
    return readers;
  }

  private static boolean isWanted(ImageReader reader) {
    for (String name : reader.getOriginatingProvider().getFormatNames()) {
      if (FORMATS.contains(name.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfTheJdk(ImageReader reader) {
    return "java.desktop".equals(reader.getClass().getModule().getName());
  }
}
