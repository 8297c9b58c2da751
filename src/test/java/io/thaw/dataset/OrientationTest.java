package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same scene, stored in each of the eight ways, is the same picture everywhere. */
class OrientationTest {
  /** Neither is a multiple of eight: the last decoded pixels stand for fewer of the picture. */
  private static final int WIDTH = 417;

  private static final int HEIGHT = 299;

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(PictureDecoder.JAVA_ONLY);
  }

  /** Four corners of different colours and a slope: no way of turning it looks like another. */
  private static BufferedImage scene() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int wave = (int) (40 * Math.sin(x * 0.05) * Math.cos(y * 0.07));
        image.setRGB(x, y, new Color(90 + x / 4, 120 + wave, 60 + y / 2).getRGB());
      }
    }
    Graphics2D graphics = image.createGraphics();
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int i = 0; i < colours.length; i++) {
      graphics.setColor(colours[i]);
      graphics.fillRect(i % 2 * (WIDTH - 90), i / 2 * (HEIGHT - 70), 90, 70);
    }
    graphics.dispose();
    return image;
  }

  /** Stores the scene so that the tag's value makes it upright, by the table of EXIF 2.32. */
  private static BufferedImage stored(BufferedImage scene, int tag) {
    boolean swapped = tag >= 5;
    int width = swapped ? scene.getHeight() : scene.getWidth();
    int height = swapped ? scene.getWidth() : scene.getHeight();
    BufferedImage image = new BufferedImage(width, height, scene.getType());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        // Where the stored row 0 and column 0 are seen: top left, top right, bottom right, ...
        int right = width - 1 - x;
        int below = height - 1 - y;
        int[] seen =
            switch (tag) {
              case 1 -> new int[] {x, y};
              case 2 -> new int[] {right, y};
              case 3 -> new int[] {right, below};
              case 4 -> new int[] {x, below};
              case 5 -> new int[] {y, x};
              case 6 -> new int[] {below, x};
              case 7 -> new int[] {below, right};
              default -> new int[] {y, right};
            };
        image.setRGB(x, y, scene.getRGB(seen[0], seen[1]));
      }
    }
    return image;
  }

  private Path jpeg(int tag) throws IOException {
    Path file = folder.resolve("scene-" + tag + ".jpg");
    Pictures.write(file, stored(scene(), tag), "jpg");
    ByteOrder order = tag % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return Files.write(file, Exif.inJpeg(Files.readAllBytes(file), tag, order));
  }

  @Test
  void everyTagGivesTheSceneWithAndWithoutNativeCode() throws Exception {
    byte[] scene = RgbBytes.of(scene()).rgb();
    for (int tag = 1; tag <= 8; tag++) {
      Path file = jpeg(tag);
      Pixels pixels = PictureDecoder.decode(file);
      assertThat(List.of(pixels.width(), pixels.height())).containsExactly(WIDTH, HEIGHT);
      assertThat(difference(pixels.rgb(), scene)).as("tag %d", tag).isLessThan(3);
      System.setProperty(PictureDecoder.JAVA_ONLY, "true");
      assertThat(PictureDecoder.decode(file).rgb()).isEqualTo(pixels.rgb());
      System.clearProperty(PictureDecoder.JAVA_ONLY);
    }
  }

  /** Training, checking, predicting and small pictures all come this way. */
  @Test
  void everyWayOfLoadingSeesTheScene() throws Exception {
    Pixels scene = RgbBytes.of(scene());
    for (Fit fit : Fit.values()) {
      // The last asks for an eighth of the picture.
      for (int side : new int[] {250, 100, 40, 12}) {
        PictureLoader loader = new PictureLoader(side, side + 5, fit);
        for (int tag = 1; tag <= 8; tag++) {
          Path file = jpeg(tag);
          String what = "%s to %d pixels, tag %d".formatted(fit, side, tag);
          byte[] plain = loader.fit(scene).rgb();
          assertThat(difference(loader.load(file), plain)).as(what).isLessThan(1.6);
          assertThat(difference(loader.smooth(file), plain)).as(what).isLessThan(1.6);
          for (Augmentation views : List.of(Augmentation.LIGHT, Augmentation.STANDARD)) {
            byte[] view = loader.view(scene, views, 5);
            assertThat(difference(loader.view(file, views, 5), view)).as(what).isLessThan(3);
          }
        }
      }
    }
  }

  @Test
  void smallPicturesAreKeptUpright() throws Exception {
    PictureLoader loader = new PictureLoader(224, 224, Fit.CROP);
    for (int tag = 1; tag <= 8; tag++) {
      Path file = jpeg(tag);
      Pixels small = loader.small(file).orElseThrow();
      assertThat(small.width()).isEqualTo(WIDTH);
      assertThat(loader.view(small, Augmentation.STANDARD, 3))
          .isEqualTo(loader.view(file, Augmentation.STANDARD, 3));
    }
  }

  @Test
  void reducedDecodingIsToldTheUprightSize() throws Exception {
    for (int tag = 1; tag <= 8; tag++) {
      int[] asked = new int[2];
      PictureDecoder.Decoded decoded =
          PictureDecoder.decode(
              jpeg(tag),
              Reading.DEFAULT,
              (width, height) -> {
                asked[0] = width;
                asked[1] = height;
                return 16;
              });
      assertThat(asked).containsExactly(WIDTH, HEIGHT);
      assertThat(List.of(decoded.width(), decoded.height(), decoded.reduction()))
          .containsExactly(WIDTH, HEIGHT, 8);
      assertThat(List.of(decoded.pixels().width(), decoded.pixels().height()))
          .containsExactly(53, 38);
    }
  }

  @Test
  void otherFormatsSayItToo() throws Exception {
    byte[] png = SmallFiles.all().get("plain.png");
    byte[] block = Exif.block(6, ByteOrder.BIG_ENDIAN);
    String text = "\nexif\n      32\n" + HexFormat.of().formatHex(exifMark(block)) + "\n";
    Pixels stored = RgbBytes.of(SmallFiles.drawn(BufferedImage.TYPE_3BYTE_BGR));
    for (byte[] file :
        List.of(
            Exif.inPng(png, "eXIf", block),
            Exif.inPng(png, "tEXt", ("Raw profile type exif\0" + text).getBytes()),
            Exif.tiff(stored, 6))) {
      assertThat(PictureDecoder.decode(Pictures.bytes(folder.resolve("x"), file)))
          .usingRecursiveComparison()
          .isEqualTo(Orientation.QUARTER_TURN_RIGHT.upright(stored));
    }
    Path plain = Pictures.bytes(folder.resolve("x.webp"), SmallFiles.lossyWebp());
    Pixels webp = PictureDecoder.decode(plain);
    Files.write(plain, Exif.inWebp(SmallFiles.lossyWebp(), webp.width(), webp.height(), 6));
    assertThat(PictureDecoder.decode(plain).rgb())
        .isEqualTo(Orientation.QUARTER_TURN_RIGHT.upright(webp).rgb());
  }

  private static byte[] exifMark(byte[] block) {
    return Exif.written(
        stream -> {
          stream.write("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
          stream.write(block);
        });
  }

  @Test
  void tagsThatMeanNothingLeaveThePictureAsItIs() throws Exception {
    Path file = Pictures.jpeg(folder.resolve("x.jpg"), 3);
    byte[] plain = PictureDecoder.decode(file).rgb();
    byte[] bytes = Files.readAllBytes(file);
    for (int tag : new int[] {0, 1, 9, 255, 65535}) {
      Files.write(file, Exif.inJpeg(bytes, tag, ByteOrder.LITTLE_ENDIAN));
      assertThat(PictureDecoder.decode(file).rgb()).isEqualTo(plain);
    }
  }

  private static double difference(byte[] actual, byte[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      sum += Math.abs((actual[i] & 0xFF) - (expected[i] & 0xFF));
    }
    return sum / actual.length;
  }
}
