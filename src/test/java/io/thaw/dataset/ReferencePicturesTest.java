package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real photographs, and files collected for being difficult. */
@Tag("reference")
class ReferencePicturesTest {
  @Test
  void everyAwkwardFileIsDecodedOrNamed() throws IOException {
    int decoded = 0;
    List<Path> files = files(reference().resolve("data/awkward"));
    for (Path file : files) {
      try {
        PictureDecoder.decode(file);
        decoded++;
      } catch (UnreadablePictureException e) {
        assertThat(e.reason()).isNotBlank();
      }
    }
    assertThat(files).hasSize(150);
    assertThat(decoded).isBetween(105, 125);
  }

  /** Opaque colour JPEGs, odd ones too, as far as the JDK reads them at all. */
  @Test
  void jpegsGiveThePixelsOfTheJdk() throws IOException {
    int compared = 0;
    for (Path file : files(reference().resolve("data/awkward"))) {
      if (!file.toString().endsWith(".jpg")) {
        continue;
      }
      try {
        byte[] pixels = PictureDecoder.decode(file).rgb();
        if (isColour(JdkReading.image(file, "jpg"))) {
          assertThat(Arrays.equals(pixels, upright(file))).as("%s", file).isTrue();
          compared++;
        }
      } catch (IOException | RuntimeException | UnreadablePictureException e) {
        // One of the two cannot read it: nothing to compare.
        continue;
      }
    }
    assertThat(compared).isGreaterThan(30);
  }

  private static byte[] upright(Path file) throws IOException {
    BufferedImage image = JdkReading.image(file, "jpg");
    byte[] rgb = JdkReading.rgb(file, "jpg");
    Pixels stored = new Pixels(image.getWidth(), image.getHeight(), rgb);
    return PictureBytes.of(file).jpegOrientation().upright(stored).rgb();
  }

  private static boolean isColour(BufferedImage image) {
    return image.getColorModel().getNumColorComponents() == 3;
  }

  /** The means are those that ImageMagick finds; the JDK alone would give 45, 38, 42. */
  @Test
  void printingInksAreConverted() throws UnreadablePictureException {
    Path file = reference().resolve("data/awkward/pillow__pil_sample_cmyk.jpg");
    byte[] rgb = PictureDecoder.decode(file).rgb();
    double[] means = new double[3];
    for (int i = 0; i < rgb.length; i++) {
      means[i % 3] += (rgb[i] & 0xFF) * 3.0 / rgb.length;
    }
    assertThat(means).containsExactly(new double[] {30.5, 5.6, 7.0}, within(1.5));
  }

  @Test
  void knownTroubleHasItsOwnReason() {
    Path folder = reference().resolve("data/awkward");
    fails(folder.resolve("pillow__truncated_jpeg.jpg"), "the file is truncated");
    fails(folder.resolve("sharp__truncated.jpg"), "the file is truncated");
    fails(folder.resolve("sharp__pitm.avif"), "AVIF is not supported: convert it to JPEG");
    fails(folder.resolve("mdx__cheers_1440x960.heic"), "HEIC is not supported: convert it to JPEG");
    fails(
        folder.resolve("sharp__65536-uint32-limit.png"),
        "the picture is too large: 65536 x 65536 pixels, at most 100 million are read");
    fails(folder.resolve("made_here/text-named.jpg"), "not a picture but text");
  }

  private static void fails(Path file, String reason) {
    assertThatThrownBy(() -> PictureDecoder.decode(file))
        .isInstanceOfSatisfying(
            UnreadablePictureException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void flowersAreFiveClassesOfTwoHundred() {
    ScanReport report = ImageFolder.scan(reference().resolve("data/flowers")).requireUsable();
    assertThat(report.classes())
        .containsExactly("daisy", "dandelion", "roses", "sunflowers", "tulips");
    assertThat(report.countsPerClass()).containsExactly(200, 200, 200, 200, 200);
    assertThat(report.problems()).isEmpty();
  }

  /** Three pictures are filed under two classes each; some objects were photographed twice. */
  @Test
  void picturesOfTrashnetUnderTwoClassesAreNamedAndCopiesStayOnOneSide() {
    Path folder = reference().resolve("data/trashnet");
    PictureIndex index = PictureIndex.inMemory(folder);
    DeepReport report = DeepLook.look(ImageFolder.scan(folder), index);
    assertThat(
            report.remarks().stream()
                .filter(remark -> remark.kind() == RemarkKind.LABEL_CONFLICT)
                .map(
                    remark -> remark.files().stream().map(it -> PicturePaths.relative(folder, it))))
        .map(Stream::toList)
        .containsExactlyInAnyOrder(
            List.of("glass/glass115.jpg", "metal/metal91.jpg"),
            List.of("glass/glass176.jpg", "plastic/plastic152.jpg"),
            List.of("glass/glass389.jpg", "plastic/plastic332.jpg"));
    assertThat(report.remarks()).extracting(Remark::kind).contains(RemarkKind.NEAR_COPIES);
    for (long seed = 0; seed < 10; seed++) {
      SplitPlan plan = SplitPlan.of(report, 0.2, seed, index);
      assertThat(plan.leaks(report)).isEqualTo(new Leaks(0, 0));
      Set<Path> held =
          plan.validation().stream().map(LabeledImage::file).collect(Collectors.toSet());
      for (Remark remark : report.remarks()) {
        assertThat(
                held.containsAll(remark.files())
                    || remark.files().stream().noneMatch(held::contains))
            .isTrue();
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path reference() {
    Path folder = Path.of(System.getProperty("thaw.reference", ""));
    assertThat(folder.resolve("data")).as("data in the folder thaw.reference").isDirectory();
    return folder;
  }
}
