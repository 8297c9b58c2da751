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
}
