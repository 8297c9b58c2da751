package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureLoaderTest {
  /** Three squares side by side, the value of each is its number. */
  private static Pixels threeSquares(int side) {
    byte[] rgb = new byte[3 * 3 * side * side];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i / 3 % (3 * side) / side);
    }
    return new Pixels(3 * side, side, rgb);
  }

  @Test
  void cropKeepsTheCentre() {
    Pixels fitted = new PictureLoader(4, 4, Fit.CROP).fit(threeSquares(8));
    assertThat(fitted.rgb()).hasSize(48).containsOnly(1);
  }

  @Test
  void cropOfATallPictureKeepsTheCentre() {
    byte[] rgb = new byte[3 * 4 * 20];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i / 12);
    }
    Pixels fitted = new PictureLoader(4, 2, Fit.CROP).fit(new Pixels(4, 20, rgb));
    assertThat(fitted.rgb()).startsWith(9).endsWith(10).hasSize(24);
  }

  @Test
  void stretchKeepsEverything() {
    Pixels fitted = new PictureLoader(3, 3, Fit.STRETCH).fit(threeSquares(6));
    assertThat(fitted.rgb()).startsWith(0, 0, 0, 1, 1, 1, 2, 2, 2);
  }

  @Test
  void anyShapeFitsAnyShape() {
    for (int width = 1; width < 12; width++) {
      for (int height = 1; height < 12; height++) {
        Pixels picture = new Pixels(width, height, new byte[3 * width * height]);
        assertThat(new PictureLoader(7, 5, Fit.CROP).fit(picture).rgb()).hasSize(105);
      }
    }
  }

  @Test
  void aFileBecomesBytes(@TempDir Path folder) throws UnreadablePictureException {
    BufferedImage image = Pictures.image(9, 9, BufferedImage.TYPE_INT_RGB, 1);
    Path file = Pictures.write(folder.resolve("x.png"), image, "png");
    byte[] rgb = new PictureLoader(9, 9, Fit.CROP).load(file);
    assertThat(rgb[3 * 9 + 1]).isEqualTo((byte) (image.getRGB(0, 1) >> 8));
  }

  /** Largest difference between pixels side by side in any of the colours. */
  private static int steepest(byte[] rgb, int width) {
    int most = 0;
    for (int i = 0; i < rgb.length - 3; i++) {
      boolean sameRow = (i / 3 + 1) % width != 0;
      most = Math.max(most, sameRow ? Math.abs((rgb[i] & 255) - (rgb[i + 3] & 255)) : 0);
    }
    return most;
  }

  @Test
  void smoothEnlargingBlendsNeighbours(@TempDir Path folder) throws UnreadablePictureException {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 4; y++) {
      image.setRGB(1, y, 0xFFFFFF);
      image.setRGB(3, y, 0xFFFFFF);
    }
    Path file = Pictures.write(folder.resolve("bars.png"), image, "png");
    PictureLoader loader = new PictureLoader(40, 40, Fit.STRETCH);

    assertThat(steepest(loader.load(file), 40)).isEqualTo(255);
    assertThat(steepest(loader.smooth(file), 40)).isBetween(20, 40);
  }

  @Test
  void smoothShrinkingIsAveraging(@TempDir Path folder) throws UnreadablePictureException {
    Path file = Pictures.jpeg(folder.resolve("x.jpg"), 3);
    PictureLoader loader = new PictureLoader(7, 9, Fit.CROP);

    assertThat(loader.smooth(file)).isEqualTo(loader.load(file));
  }

  @Test
  void viewsOfASmallPictureAreThoseOfItsFile(@TempDir Path folder)
      throws UnreadablePictureException {
    Path file = Pictures.jpeg(folder.resolve("x.jpg"), 3);
    Pixels whole = PictureDecoder.decode(file);
    PictureLoader loader = new PictureLoader(whole.width() - 3, whole.height() - 5, Fit.STRETCH);
    Pixels small = loader.small(file).orElseThrow();

    for (long seed = 0; seed < 20; seed++) {
      assertThat(loader.view(small, Augmentation.CROPS, seed))
          .isEqualTo(loader.view(file, Augmentation.CROPS, seed));
    }
    assertThat(new PictureLoader(2, 2, Fit.STRETCH).small(file)).isEmpty();
  }
}
