package io.thaw.dataset;

import java.util.random.RandomGenerator;

/**
 * Small random changes that leave a picture's class alone.
 *
 * @param flip whether half of the pictures are mirrored left to right
 * @param shift largest move in pixels, in both directions of both axes; the edge is repeated
 */
public record Augmentation(boolean flip, int shift) {
  /** Changes nothing. */
  public static final Augmentation NONE = new Augmentation(false, 0);

  public Augmentation {
    if (shift < 0) {
      throw new IllegalArgumentException("shift of " + shift + " pixels");
    }
  }

  /**
   * Makes a varied copy; the same state of {@code random} gives the same copy.
   *
   * @param rgb {@code [height, width, 3]}, left as it is
   * @return the copy, {@code [height, width, 3]}
   */
  public byte[] apply(byte[] rgb, int width, int height, RandomGenerator random) {
    boolean mirror = flip && random.nextBoolean();
    int right = shift == 0 ? 0 : random.nextInt(-shift, shift + 1);
    int down = shift == 0 ? 0 : random.nextInt(-shift, shift + 1);
    byte[] copy = new byte[rgb.length];
    for (int y = 0; y < height; y++) {
      int row = clamp(y - down, height) * width;
      for (int x = 0; x < width; x++) {
        int column = clamp(x - right, width);
        int from = 3 * (row + (mirror ? width - 1 - column : column));
        System.arraycopy(rgb, from, copy, 3 * (y * width + x), 3);
      }
    }
    return copy;
  }

  private static int clamp(int position, int size) {
    return Math.max(0, Math.min(size - 1, position));
  }
}
