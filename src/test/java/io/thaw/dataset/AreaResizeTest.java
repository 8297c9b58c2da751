package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.util.NDImageUtils;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The same numbers as the OpenCV inside the engine, which prepares pictures for exported models.
 */
class AreaResizeTest {
  /**
   * DJL hands the position in its own list of methods to OpenCV, whose list has area and bicubic
   * the other way round: asked for BICUBIC, MXNet averages areas.
   */
  private static final Image.Interpolation ENGINE_AREA = Image.Interpolation.BICUBIC;

  private static final int[][] SIZES = {
    {320, 320, 160, 160}, {480, 480, 160, 160}, {800, 640, 160, 160}, {500, 375, 160, 160},
    {240, 161, 160, 160}, {480, 160, 160, 160}, {160, 480, 160, 160}, {100, 75, 160, 160},
    {100, 300, 160, 160}, {300, 100, 64, 128}, {640, 480, 224, 224}, {1, 1, 64, 64},
    {7, 5, 1, 1}, {2, 300, 3, 7}, {161, 161, 160, 160}, {159, 159, 160, 160},
  };

  @Test
  void agreesWithTheEngine() {
    Random random = new Random(1);
    try (NDManager manager = NDManager.newBaseManager("MXNet")) {
      for (int[] size : SIZES) {
        compare(manager, random, size[0], size[1], size[2], size[3]);
      }
      for (int i = 0; i < 150; i++) {
        compare(manager, random, side(random), side(random), side(random), side(random));
      }
    }
  }

  private static int side(Random random) {
    return 1 + random.nextInt(1 + random.nextInt(300));
  }

  private static void compare(
      NDManager manager, Random random, int fromWidth, int fromHeight, int width, int height) {
    byte[] rgb = new byte[3 * fromWidth * fromHeight];
    random.nextBytes(rgb);
    byte[] ours = AreaResize.resize(new Pixels(fromWidth, fromHeight, rgb), width, height).rgb();
    byte[] theirs;
    Shape shape = new Shape(fromHeight, fromWidth, 3);
    try (NDArray array = manager.create(ByteBuffer.wrap(rgb), shape, DataType.UINT8);
        NDArray resized = NDImageUtils.resize(array, width, height, ENGINE_AREA)) {
      theirs = resized.toByteArray();
    }
    assertThat(worst(ours, theirs))
        .as("%d x %d to %d x %d", fromWidth, fromHeight, width, height)
        .isLessThanOrEqualTo(1);
  }

  private static int worst(byte[] ours, byte[] theirs) {
    assertThat(ours).hasSameSizeAs(theirs);
    int worst = 0;
    for (int i = 0; i < ours.length; i++) {
      worst = Math.max(worst, Math.abs((ours[i] & 0xFF) - (theirs[i] & 0xFF)));
    }
    return worst;
  }

  @Test
  void theSameSizeIsACopy() {
    Pixels source = new Pixels(2, 1, new byte[] {1, 2, 3, 4, 5, 6});
    Pixels copy = AreaResize.resize(source, 2, 1);
    assertThat(copy.rgb()).isEqualTo(source.rgb()).isNotSameAs(source.rgb());
  }

  @Test
  void noPixelsIsRefused() {
    Pixels source = new Pixels(1, 1, new byte[3]);
    assertThatThrownBy(() -> AreaResize.resize(source, 0, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** As OpenCV's {@code cvRound}; rounding up would brighten every picture a little. */
  @Test
  void halvesGoToTheEvenNeighbour() {
    byte[] rows = new byte[3 * 4 * 3];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (byte) new int[] {10, 11, 11, 12}[i / 3 % 4];
    }

    byte[] halved = AreaResize.resize(new Pixels(4, 3, rows), 2, 2).rgb();

    assertThat(halved).containsExactly(10, 10, 10, 12, 12, 12, 10, 10, 10, 12, 12, 12);
  }
}
