package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureDecoderTest {
  @TempDir private Path folder;

  @Test
  void photographsGiveThePixelsOfTheJdk() throws Exception {
    int[] types = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR};
    for (String format : new String[] {"jpg", "png", "bmp"}) {
      for (int type : types) {
        Path file =
            Pictures.write(
                folder.resolve(type + "." + format), Pictures.image(61, 47, type, 3), format);
        assertThat(PictureDecoder.decode(file).rgb()).isEqualTo(JdkReading.rgb(file, format));
      }
    }
  }

  @Test
  void aColourProfileIsAppliedAsTheJdkDoes() throws Exception {
    Path file = Pictures.jpeg(folder.resolve("profile.jpg"), 4);
    byte[] plain = Files.readAllBytes(file);
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    ByteArrayOutputStream tagged = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(tagged)) {
      stream.write(plain, 0, 2);
      stream.writeShort(0xFFE2);
      stream.writeShort(16 + profile.length);
      stream.writeBytes("ICC_PROFILE\0\1\1");
      stream.write(profile);
      stream.write(plain, 2, plain.length - 2);
    }
    byte[] pixels = PictureDecoder.decode(file).rgb();
    Files.write(file, tagged.toByteArray());
    assertThat(PictureDecoder.decode(file).rgb())
        .isNotEqualTo(pixels)
        .isEqualTo(JdkReading.rgb(file, "jpg"));
  }

  @Test
  void greyValuesAreTakenAsStored() throws Exception {
    BufferedImage grey = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 128, 255});
    Path file = Pictures.write(folder.resolve("grey.png"), grey, "png");
    assertThat(PictureDecoder.decode(file).rgb())
        .isEqualTo(new byte[] {0, 0, 0, -128, -128, -128, -1, -1, -1});
  }

  @Test
  void transparencyIsLaidOverWhite() throws Exception {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00123456);
    image.setRGB(1, 0, 0x80FF0000);
    image.setRGB(2, 0, 0xFF0A141E);
    Path file = Pictures.write(folder.resolve("alpha.png"), image, "png");
    assertThat(PictureDecoder.decode(file).rgb())
        .isEqualTo(new byte[] {-1, -1, -1, -1, 127, 127, 10, 20, 30});
  }

  @Test
  void palettesAreResolved() throws Exception {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_INDEXED);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 4, 4);
    graphics.dispose();
    for (String format : new String[] {"png", "gif"}) {
      Path file = Pictures.write(folder.resolve("palette." + format), image, format);
      assertThat(Arrays.copyOf(PictureDecoder.decode(file).rgb(), 3))
          .isEqualTo(new byte[] {-1, 0, 0});
    }
  }

  @Test
  void sixteenBitsAreReducedToEight() throws Exception {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {0, 65535});
    Path file = Pictures.write(folder.resolve("deep.png"), image, "png");
    assertThat(PictureDecoder.decode(file).rgb()).isEqualTo(new byte[] {0, 0, 0, -1, -1, -1});
  }

  @Test
  void aTruncatedPictureIsAnErrorAtAnyLength() throws IOException {
    for (String format : new String[] {"jpg", "png", "bmp"}) {
      BufferedImage image = Pictures.image(120, 90, BufferedImage.TYPE_INT_RGB, 1);
      byte[] whole =
          Files.readAllBytes(Pictures.write(folder.resolve("x." + format), image, format));
      for (int tenth = 0; tenth < 10; tenth++) {
        Path file =
            Pictures.bytes(folder.resolve("cut"), Arrays.copyOf(whole, whole.length * tenth / 10));
        assertThatThrownBy(() -> PictureDecoder.decode(file))
            .as("%s, %d tenths", format, tenth)
            .isInstanceOf(UnreadablePictureException.class);
      }
      fails(
          Pictures.bytes(folder.resolve("cut"), Arrays.copyOf(whole, whole.length * 2 / 3)),
          "the file is truncated");
    }
  }

  @Test
  void whatIsNoPictureSaysWhy() throws IOException {
    fails(folder.resolve("missing.jpg"), "the file is missing");
    fails(folder, "not a picture");
    fails(Pictures.bytes(folder.resolve("empty.jpg"), new byte[0]), "the file is empty");
    fails(
        Pictures.bytes(folder.resolve("text.jpg"), "no picture".getBytes()),
        "not a picture but text");
  }

  @Test
  void flippedBytesNeverCauseAnythingButTheOneException() throws IOException {
    Random random = new Random(11);
    int good = 0;
    for (String format : new String[] {"jpg", "png", "gif", "bmp", "tiff"}) {
      BufferedImage image = Pictures.image(24, 18, BufferedImage.TYPE_3BYTE_BGR, 5);
      byte[] whole =
          Files.readAllBytes(Pictures.write(folder.resolve("x." + format), image, format));
      for (int round = 0; round < 150; round++) {
        byte[] broken = whole.clone();
        for (int i = 0; i <= round % 4; i++) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        }
        good += decodes(Pictures.bytes(folder.resolve("broken"), broken)) ? 1 : 0;
      }
    }
    assertThat(good).isBetween(1, 749);
  }

  private static boolean decodes(Path file) {
    try {
      return PictureDecoder.decode(file).width() > 0;
    } catch (UnreadablePictureException e) {
      assertThat(e.reason()).isNotBlank();
      return false;
    }
  }

  private static void fails(Path file, String reason) {
    assertThatThrownBy(() -> PictureDecoder.decode(file))
        .isInstanceOfSatisfying(
            UnreadablePictureException.class,
            e -> assertThat(e.problem()).isEqualTo(new ImageProblem(file, e.kind(), reason)));
  }
}
