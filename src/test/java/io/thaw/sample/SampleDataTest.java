package io.thaw.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The pictures that the product ships. */
class SampleDataTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("thaw.install", "."), "sample-data");

  @Test
  void thereAreSixtyPicturesOfEachSubjectAndNothingElse() throws IOException {
    assertThat(names(FOLDER)).containsExactly("apple", "banana", "cherries", "lemon", "pear");
    for (Subject subject : SampleDataGenerator.SUBJECTS) {
      List<String> names = names(FOLDER.resolve(subject.name()));
      assertThat(names).hasSize(60).startsWith("001.jpg").endsWith("060.jpg");
    }
  }

  @Test
  void allDecodeAtTheirSizeAndNoTwoAreEqual() throws IOException {
    Set<IntBuffer> contents = new HashSet<>();
    long bytes = 0;
    List<Path> files = files();
    for (Path file : files) {
      BufferedImage image = ImageIO.read(file.toFile());
      assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(160, 160));
      contents.add(pixels(image));
      bytes += Files.size(file);
    }
    assertThat(contents).hasSameSizeAs(files);
    assertThat(bytes).isLessThan(3_000_000);
  }

  @Test
  void theGeneratorIsDeterministic() {
    for (Subject subject : SampleDataGenerator.SUBJECTS) {
      IntBuffer once = pixels(SampleDataGenerator.draw(subject, 7));
      assertThat(pixels(SampleDataGenerator.draw(subject, 7))).isEqualTo(once);
      assertThat(pixels(SampleDataGenerator.draw(subject, 8))).isNotEqualTo(once);
    }
  }

  @Test
  void theShippedPicturesAreTheGenerators() throws IOException {
    for (Subject subject : SampleDataGenerator.SUBJECTS) {
      BufferedImage shipped = ImageIO.read(FOLDER.resolve(subject.name() + "/007.jpg").toFile());
      assertThat(difference(SampleDataGenerator.draw(subject, 7), shipped)).isLessThan(6);
    }
  }

  /** Mean difference of the green values: what JPEG loses, and how other machines smooth edges. */
  private static double difference(BufferedImage one, BufferedImage other) {
    IntBuffer left = pixels(one);
    IntBuffer right = pixels(other);
    double sum = 0;
    for (int i = 0; i < left.capacity(); i++) {
      sum += Math.abs((left.get(i) >> 8 & 0xFF) - (right.get(i) >> 8 & 0xFF));
    }
    return sum / left.capacity();
  }

  private static IntBuffer pixels(BufferedImage image) {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    return IntBuffer.wrap(pixels);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(FOLDER)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }
}
