package io.thaw.sample;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Draws the pictures of {@code sample-data}: a folder per class, all from nothing but numbers. */
public final class SampleDataGenerator {
  static final int PER_CLASS = 60;
  static final List<Subject> SUBJECTS =
      List.of(new Apple(), new Banana(), new Cherries(), new Lemon(), new Pear());
  private static final float QUALITY = 0.88f;

  private SampleDataGenerator() {}

  /** Writes all pictures below the folder given as the only argument. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Subject subject : SUBJECTS) {
      Path classFolder = Files.createDirectories(folder.resolve(subject.name()));
      for (int number = 1; number <= PER_CLASS; number++) {
        String name = String.format(Locale.ROOT, "%03d.jpg", number);
        write(draw(subject, number), classFolder.resolve(name));
      }
    }
  }

  /** The same subject and number always give the same picture. */
  static BufferedImage draw(Subject subject, int number) {
    return Photograph.take(subject, new Random(1_000L * subject.name().hashCode() + number));
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
