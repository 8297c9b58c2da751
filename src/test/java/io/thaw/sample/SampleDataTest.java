package io.thaw.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pictures that the product ships. */
class SampleDataTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("thaw.install", "."), "sample-data");
  private static final int SIDE = 160;

  private record Shipped(String subject, BufferedImage image) {}

  private static final List<Shipped> PICTURES = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    for (String subject : names(FOLDER)) {
      for (String name : names(FOLDER.resolve(subject))) {
        Path file = FOLDER.resolve(subject).resolve(name);
        PICTURES.add(new Shipped(subject, ImageIO.read(file.toFile())));
      }
    }
  }

  @Test
  void thereAreSixtyPicturesOfEachSubjectAndNothingElse() throws IOException {
    List<String> subjects = SampleDataGenerator.SUBJECTS.stream().map(Subject::name).toList();
    assertThat(names(FOLDER)).isEqualTo(subjects);
    for (String subject : subjects) {
      List<String> names = names(FOLDER.resolve(subject));
      assertThat(names).hasSize(60).startsWith("001.jpg").endsWith("060.jpg");
    }
  }

  @Test
  void allAreOfOneSizeAndSmallTogether() throws IOException {
    for (Shipped picture : PICTURES) {
      assertThat(picture.image().getWidth()).isEqualTo(SIDE);
      assertThat(picture.image().getHeight()).isEqualTo(SIDE);
    }
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(3_000_000);
  }

  @Test
  void noTwoAreAlike() {
    List<double[]> small = PICTURES.stream().map(picture -> means(picture.image(), 8)).toList();
    for (int i = 0; i < small.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(distance(small.get(i), small.get(j))).as("%d and %d", i, j).isGreaterThan(60);
      }
    }
  }

  @Test
  void noneIsNearlyBlackWhiteOrEmpty() {
    for (Shipped picture : PICTURES) {
      double[] mean = means(picture.image(), 1);
      assertThat((mean[0] + mean[1] + mean[2]) / 3).isBetween(45.0, 215.0);
      double[] parts = means(picture.image(), 8);
      double sum = 0;
      for (int i = 0; i < parts.length; i++) {
        sum += Math.abs(parts[i] - mean[i % 3]);
      }
      assertThat(sum / parts.length).as("contrast").isGreaterThan(8);
    }
  }

  @Test
  void theMeanColourDoesNotTellTheSubject() {
    assertThat(toldByMeans(1)).isLessThan(0.4);
  }

  @Test
  void theColoursOfTheNinePartsDoNotTellTheSubject() {
    assertThat(toldByMeans(3)).isLessThan(0.6);
  }

  @Test
  void theShippedPicturesAreWhatTheGeneratorAlwaysDraws() throws IOException {
    for (Subject subject : SampleDataGenerator.SUBJECTS) {
      BufferedImage drawn = SampleDataGenerator.draw(subject, 7);
      assertThat(difference(drawn, shipped(subject, 7))).isLessThan(6);
      assertThat(difference(drawn, shipped(subject, 8))).isGreaterThan(6);
      if (subject == SampleDataGenerator.SUBJECTS.get(0)) {
        assertThat(pixels(SampleDataGenerator.draw(subject, 7))).isEqualTo(pixels(drawn));
      }
    }
  }

  private static BufferedImage shipped(Subject subject, int number) throws IOException {
    String name = "%s/%03d.jpg".formatted(subject.name(), number);
    return ImageIO.read(FOLDER.resolve(name).toFile());
  }

  /** Accuracy of choosing the subject with the nearest mean, the picture itself left out of it. */
  private static double toldByMeans(int grid) {
    Map<Shipped, double[]> means = new IdentityHashMap<>();
    PICTURES.forEach(picture -> means.put(picture, means(picture.image(), grid)));
    int right = 0;
    for (Shipped picture : PICTURES) {
      String nearest = "";
      double least = Double.MAX_VALUE;
      for (Subject subject : SampleDataGenerator.SUBJECTS) {
        double distance =
            distance(means.get(picture), meanOfOthers(subject.name(), picture, means));
        if (distance < least) {
          least = distance;
          nearest = subject.name();
        }
      }
      right += nearest.equals(picture.subject()) ? 1 : 0;
    }
    return right / (double) PICTURES.size();
  }

  private static double[] meanOfOthers(
      String subject, Shipped without, Map<Shipped, double[]> means) {
    double[] sum = new double[means.get(without).length];
    int count = 0;
    for (Shipped picture : PICTURES) {
      if (picture.subject().equals(subject) && picture != without) {
        count++;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += means.get(picture)[i];
        }
      }
    }
    double share = 1.0 / count;
    return Arrays.stream(sum).map(value -> value * share).toArray();
  }

  /** Mean red, green and blue of each of {@code grid} times {@code grid} parts. */
  private static double[] means(BufferedImage image, int grid) {
    double[] sum = new double[3 * grid * grid];
    IntBuffer pixels = pixels(image);
    for (int i = 0; i < SIDE * SIDE; i++) {
      int part = i / SIDE * grid / SIDE * grid + i % SIDE * grid / SIDE;
      for (int c = 0; c < 3; c++) {
        sum[3 * part + c] += pixels.get(i) >> 8 * (2 - c) & 0xFF;
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] *= grid * grid / (double) (SIDE * SIDE);
    }
    return sum;
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }

  /** Mean difference of the green values: what JPEG loses, and how other machines round. */
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
