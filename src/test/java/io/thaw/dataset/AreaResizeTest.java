package io.thaw.dataset;

import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.util.NDImageUtils;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same numbers as the OpenCV inside the engine, which preprocesses exported models. */
class AreaResizeTest {
  @Test
  void probe() {
    Random random = new Random(1);
    try (NDManager manager = NDManager.newBaseManager("MXNet")) {
      int[][] sizes = {
        {320, 320, 160, 160},
        {500, 375, 160, 160},
        {480, 160, 160, 160},
        {100, 75, 160, 160},
        {100, 300, 160, 160},
        {480, 480, 160, 160},
        {800, 800, 160, 160},
        {160, 160, 160, 160},
        {1, 1, 64, 64},
        {3, 5, 1, 1},
        {224, 224, 64, 64},
        {640, 480, 224, 224}
      };
      for (int[] s : sizes) {
        byte[] rgb = new byte[3 * s[0] * s[1]];
        random.nextBytes(rgb);
        byte[] mine = AreaResize.resize(new Pixels(s[0], s[1], rgb), s[2], s[3]).rgb();
        for (Image.Interpolation i : Image.Interpolation.values()) {
          byte[] engine = engine(manager, rgb, s, i);
          int worst = 0;
          int count = 0;
          for (int k = 0; k < mine.length; k++) {
            int d = Math.abs((mine[k] & 0xFF) - (engine[k] & 0xFF));
            worst = Math.max(worst, d);
            count += d > 0 ? 1 : 0;
          }
          System.err.println(
              java.util.Arrays.toString(s)
                  + " "
                  + i
                  + " worst "
                  + worst
                  + " differ "
                  + count
                  + "/"
                  + mine.length);
        }
      }
    }
  }

  private static byte[] engine(NDManager manager, byte[] rgb, int[] s, Image.Interpolation i) {
    try (NDArray a =
            manager.create(ByteBuffer.wrap(rgb), new Shape(s[1], s[0], 3), DataType.UINT8);
        NDArray r = NDImageUtils.resize(a, s[2], s[3], i)) {
      return r.toByteArray();
    }
  }
}
