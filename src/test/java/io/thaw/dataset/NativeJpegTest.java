package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeJpegTest {
  @TempDir private Path folder;

  @Test
  void thisPlatformHasTheLibrary() {
    assertThat(NativeJpeg.isAvailable()).isTrue();
    assertThat(PictureDecoder.jpegDecoder()).isEqualTo("libjpeg-turbo");
  }

  @Test
  void aProcessMayKeepNativeCodeOut() throws Exception {
    Path file = photograph(161, 120, BufferedImage.TYPE_3BYTE_BGR, false);
    byte[] wanted = PictureDecoder.decode(file).rgb();
    System.setProperty(PictureDecoder.JAVA_ONLY, "true");
    try {
      assertThat(PictureDecoder.jpegDecoder()).isEqualTo("ImageIO");
      assertThat(PictureDecoder.decode(file).rgb()).isEqualTo(wanted);
    } finally {
      System.clearProperty(PictureDecoder.JAVA_ONLY);
    }
  }

  @Test
  void everyPixelIsThatOfTheJdk() throws IOException {
    for (boolean progressive : new boolean[] {false, true}) {
      for (int[] size : new int[][] {{1, 1}, {7, 9}, {33, 17}, {161, 120}}) {
        Path file = photograph(size[0], size[1], BufferedImage.TYPE_3BYTE_BGR, progressive);
        assertThat(decode(file, 1).rgb()).isEqualTo(JdkReading.rgb(file, "jpg"));
      }
    }
  }

  @Test
  void greyPicturesAreTakenAsStored() throws IOException {
    Path file = photograph(45, 31, BufferedImage.TYPE_BYTE_GRAY, false);
    byte[] stored = new byte[3 * 45 * 31];
    int[] values = JdkReading.image(file, "jpg").getRaster().getPixels(0, 0, 45, 31, (int[]) null);
    for (int i = 0; i < stored.length; i++) {
      stored[i] = (byte) values[i / 3];
    }
    assertThat(decode(file, 1).rgb()).isEqualTo(stored);
  }

  @Test
  void reducedPicturesLookLikeAveragedOnes() throws IOException {
    Path file = photograph(803, 605, BufferedImage.TYPE_3BYTE_BGR, false);
    Pixels whole = decode(file, 1);
    for (int reduction : new int[] {2, 4, 8}) {
      Pixels reduced = decode(file, reduction);
      assertThat(reduced.width()).isEqualTo((803 + reduction - 1) / reduction);
      assertThat(reduced.height()).isEqualTo((605 + reduction - 1) / reduction);
      byte[] expected = AreaResize.resize(whole, 50, 38).rgb();
      byte[] actual =
          new PictureDecoder.Decoded(reduced, 803, 605, reduction).resized(50, 38).rgb();
      assertNear(actual, expected);
    }
  }

  /** At least half of the shrinking must be left to averaging. */
  @Test
  void noMoreIsLeftOutThanTheUseAllows() throws Exception {
    Path file = photograph(800, 600, BufferedImage.TYPE_3BYTE_BGR, false);
    int[][] widths = {{1, 800}, {3, 800}, {4, 400}, {7, 400}, {8, 200}, {16, 100}, {100, 100}};
    for (int[] width : widths) {
      PictureDecoder.Decoded decoded =
          PictureDecoder.decode(file, Reading.DEFAULT, (x, y) -> width[0]);
      assertThat(decoded.pixels().width()).as("%d times smaller", width[0]).isEqualTo(width[1]);
      assertThat(decoded.width()).isEqualTo(800);
    }
  }

  @Test
  void whatIsNotOrdinaryIsLeftToOthers() throws IOException {
    Path file = photograph(40, 30, BufferedImage.TYPE_3BYTE_BGR, false);
    byte[] plain = Files.readAllBytes(file);
    JpegHeader header = JpegHeader.of(plain, plain.length);
    assertThat(header.ordinary()).isTrue();
    assertThat(NativeJpeg.decode(Arrays.copyOf(plain, plain.length / 2), header, 1)).isNull();
    assertThat(NativeJpeg.decode(Arrays.copyOf(plain, plain.length - 2), header, 1)).isNull();

    assertThat(with(plain, 0xFFE2, "ICC_PROFILE\0").ordinary()).isFalse();
    assertThat(with(plain, 0xFFEE, "Adobe\0d\0\0\0\0\0").ordinary()).isFalse();
    assertThat(with(plain, 0xFFEE, "Adobe\0d\0\0\0\0\1").ordinary()).isTrue();
    assertThat(JpegHeader.of(plain, header.length())).isEqualTo(header);
    for (int size = 0; size < header.length(); size++) {
      assertThat(JpegHeader.of(plain, size)).isNull();
    }
  }

  private static JpegHeader with(byte[] plain, int marker, String content) throws IOException {
    ByteArrayOutputStream tagged = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(tagged)) {
      stream.write(plain, 0, 2);
      stream.writeShort(marker);
      stream.writeShort(2 + content.length());
      stream.writeBytes(content);
      stream.write(plain, 2, plain.length - 2);
    }
    return JpegHeader.of(tagged.toByteArray(), tagged.size());
  }

  /** A reduced picture is fitted as the whole one would be. */
  @Test
  void loadingALargePictureGivesWhatDecodingAllOfItWould() throws Exception {
    Path file = photograph(1000, 705, BufferedImage.TYPE_3BYTE_BGR, false);
    for (Fit fit : Fit.values()) {
      PictureLoader loader = new PictureLoader(48, 48, fit);
      byte[] expected = loader.fit(PictureDecoder.decode(file)).rgb();
      assertNear(loader.load(file), expected);
      Augmentation augmentation = new Augmentation(true, 0.4, 8, 0.2, 0.2, 0.2);
      for (int seed = 0; seed < 8; seed++) {
        byte[] view = loader.view(PictureDecoder.decode(file), augmentation, seed);
        assertNear(loader.view(file, augmentation, seed), view);
      }
    }
  }

  private static void assertNear(byte[] actual, byte[] expected) {
    double difference = 0;
    for (int i = 0; i < actual.length; i++) {
      difference += Math.abs((actual[i] & 0xFF) - (expected[i] & 0xFF)) / (double) actual.length;
    }
    assertThat(difference).isLessThan(1);
  }

  private static Pixels decode(Path file, int reduction) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return NativeJpeg.decode(bytes, JpegHeader.of(bytes, bytes.length), reduction);
  }

  /** Soft shapes and some grain. */
  private Path photograph(int width, int height, int type, boolean progressive) throws IOException {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double wave = Math.sin(x * 0.031) * Math.cos(y * 0.043) + Math.sin((x + y) * 0.011);
        int value = (int) (128 + 50 * wave) + (x * 7 + y * 13) % 11;
        image.setRGB(x, y, value << 16 | 255 - value << 8 | value / 2 + x % 64);
      }
    }
    Path file = folder.resolve("photograph.jpg");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (progressive) {
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    Files.deleteIfExists(file);
    try (FileImageOutputStream stream = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return file;
  }
}
