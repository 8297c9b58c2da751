package io.thaw.engine;

import io.thaw.catalogue.InputSpec;
import java.nio.FloatBuffer;

/** From 8-bit RGB pixels to the numbers a network takes: {@code (value / 255 - mean) / std}. */
public final class Normalizer {
  private static final int LEVELS = 256;
  private static final int CHANNELS = 3;

  private final float[][] table = new float[CHANNELS][LEVELS];
  private final int pixels;

  /** A normaliser for pictures of the size that the input has. */
  public Normalizer(InputSpec input) {
    pixels = input.width() * input.height();
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int level = 0; level < LEVELS; level++) {
        table[channel][level] =
            (level / 255f - input.mean().get(channel)) / input.std().get(channel);
      }
    }
  }

  /** How many numbers one picture becomes. */
  public int size() {
    return CHANNELS * pixels;
  }

  /**
   * Writes one picture.
   *
   * @param rgb {@code [H, W, 3]}
   * @param into receives {@code [3, H, W]} from {@code at} on
   */
  public void write(byte[] rgb, float[] into, int at) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      float[] levels = table[channel];
      int to = at + channel * pixels;
      for (int from = channel; from < rgb.length; from += CHANNELS) {
        into[to++] = levels[rgb[from] & 0xff];
      }
    }
  }

  /**
   * Writes one picture into a batch.
   *
   * @param rgb {@code [H, W, 3]}
   * @param into receives {@code [3, H, W]} from index {@code at} on
   */
  public void write(byte[] rgb, FloatBuffer into, int at) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      float[] levels = table[channel];
      int to = at + channel * pixels;
      for (int from = channel; from < rgb.length; from += CHANNELS) {
        into.put(to++, levels[rgb[from] & 0xff]);
      }
    }
  }
}
