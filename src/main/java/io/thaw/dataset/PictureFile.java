package io.thaw.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Opens files as pictures: type by content, size limit before any pixel is allocated. */
final class PictureFile {
  /** WBMP is missing on purpose: it has no signature, so that any file may look like one. */
  private static final Set<String> FORMATS =
      Set.of("jpeg", "png", "gif", "bmp", "webp", "tiff", "bigtiff");

  /** Bytes that a reader and this program take for each pixel of a picture with eight bits. */
  private static final int BYTES = 6;

  private PictureFile() {}

  /** What to do with an opened picture. */
  interface Use<T> {
    T apply(ImageReader reader, PictureHeader header) throws IOException;
  }

  /** Where the bytes of a file come from. */
  interface Source {
    ImageInputStream open() throws IOException;
  }

  /** Whether the content is that of a picture, sound or not. */
  static boolean isPicture(Path file) {
    try (ImageInputStream stream = PictureInput.imageStream(file)) {
      return PictureHeader.of(stream) != null;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Opens {@code file} with each reader that claims it until one succeeds. What its header declares
   * is looked at before a reader is.
   *
   * @throws UnreadablePictureException whatever goes wrong, also inside {@code use}
   */
  static <T> T use(Path file, Source source, Reading reading, Use<T> use)
      throws UnreadablePictureException {
    requireFile(file);
    try (ImageInputStream stream = source.open()) {
      PictureHeader header = PictureHeader.of(stream);
      if (header == null) {
        throw foreign(file, stream);
      }
      header.require(reading);
      return firstSuccess(stream, header, reading, use);
    } catch (BadPictureException e) {
      throw new UnreadablePictureException(file, e.kind(), e.getMessage(), e.getCause());
    } catch (IOException | RuntimeException e) {
      throw new UnreadablePictureException(
          file, ProblemKind.UNREADABLE, "the file cannot be read", e);
    }
  }

  static void requireFile(Path file) throws UnreadablePictureException {
    if (!file.getFileSystem().isOpen()) {
      throw new UnreadablePictureException(
          file, ProblemKind.UNREADABLE, "the archive was closed", null);
    }
    if (!Files.isRegularFile(file)) {
      boolean exists = Files.exists(file);
      throw new UnreadablePictureException(
          file,
          exists ? ProblemKind.NOT_A_PICTURE : ProblemKind.MISSING,
          exists ? "not a picture" : "the file is missing",
          null);
    }
  }

  static BadPictureException truncated() {
    return new BadPictureException(ProblemKind.TRUNCATED, "the file is truncated");
  }

  private static BadPictureException noMemory() {
    return new BadPictureException(
        ProblemKind.NO_MEMORY, "there is not enough memory for this picture");
  }

  private static BadPictureException foreign(Path file, ImageInputStream stream)
      throws IOException {
    byte[] head = new byte[ForeignContent.HEAD];
    stream.seek(0);
    int size = 0;
    for (int more = 0; more >= 0 && size < head.length; size += Math.max(0, more)) {
      more = stream.read(head, size, head.length - size);
    }
    return ForeignContent.of(file, Arrays.copyOf(head, size));
  }

  private static <T> T firstSuccess(
      ImageInputStream stream, PictureHeader header, Reading reading, Use<T> use)
      throws IOException {
    BadPictureException failure = null;
    stream.seek(0);
    stream.setByteOrder(ByteOrder.BIG_ENDIAN);
    List<ImageReader> readers = readers(stream, header.format());
    try {
      for (ImageReader reader : readers) {
        try {
          stream.seek(0);
          reader.setInput(stream, false, true);
          requireSize(reader.getWidth(0), reader.getHeight(0), reading);
          return use.apply(reader, header);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
          // Readers are old code fed with foreign bytes: anything may come out of them.
          BadPictureException problem = problem(e);
          boolean tellsMore = failure == null || failure.kind() == ProblemKind.DAMAGED;
          failure = tellsMore ? problem : failure;
        }
      }
    } finally {
      readers.forEach(ImageReader::dispose);
    }
    boolean early = header.format() == PictureFormat.JPEG && JpegSegments.endEarly(stream);
    throw early ? caused(truncated(), failure) : failure == null ? damaged() : failure;
  }

  private static void requireSize(long width, long height, Reading reading)
      throws BadPictureException {
    reading.require(width, height);
    if (width * height > Runtime.getRuntime().maxMemory() / BYTES) {
      throw noMemory();
    }
  }

  private static BadPictureException damaged() {
    return new BadPictureException(ProblemKind.DAMAGED, "the file is damaged");
  }

  private static BadPictureException problem(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadPictureException) {
        return (BadPictureException) cause;
      }
      if (cause instanceof EOFException) {
        return caused(truncated(), error);
      }
      if (cause instanceof OutOfMemoryError) {
        return caused(noMemory(), error);
      }
    }
    return caused(damaged(), error);
  }

  private static BadPictureException caused(BadPictureException problem, Throwable cause) {
    problem.initCause(cause);
    return problem;
  }

  /**
   * Readers for the content of {@code stream}, the JDK's own first: plain DJL has no others, and an
   * exported model must see the same pixels. TIFF is the exception, as the JDK mistakes the colours
   * of some kinds.
   */
  private static List<ImageReader> readers(ImageInputStream stream, PictureFormat format) {
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
    boolean jdkFirst = format != PictureFormat.TIFF;
    readers.sort(Comparator.comparing(reader -> isOfTheJdk(reader) != jdkFirst));
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
