package io.thaw.sample;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Draws the pictures of {@code sample-data}: a folder per class, all from nothing but numbers. */
public final class SampleDataGenerator {
  static final int PER_CLASS = 60;
  static final List<Subject> SUBJECTS =
      List.of(new Banana(), new Lemon(), new Orange(), new Pear(), new Pepper());
  private static final float QUALITY = 0.84f;

  private SampleDataGenerator() {}

  /** Writes all pictures below the folder given as the only argument. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Subject subject : SUBJECTS) {
      Files.createDirectories(folder.resolve(subject.name()));
    }
    IntStream.range(0, PER_CLASS * SUBJECTS.size())
        .parallel()
        .forEach(i -> save(SUBJECTS.get(i % SUBJECTS.size()), 1 + i / SUBJECTS.size(), folder));
  }

  private static void save(Subject subject, int number, Path folder) {
    String name = String.format(Locale.ROOT, "%s/%03d.jpg", subject.name(), number);
    try {
      write(draw(subject, number), folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + name + ".", e);
    }
  }

  /** The same subject and number always give the same picture. */
  static BufferedImage draw(Subject subject, int number) {
    // Random starts alike from neighbouring seeds, SplittableRandom does not.
    long seed = new SplittableRandom(1_000L * subject.name().hashCode() + number).nextLong();
    return StillLife.taken(subject, new Random(seed));
  }

  private static void write(BufferedImage image, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(QUALITY);
    Files.deleteIfExists(file);
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
  }
}
