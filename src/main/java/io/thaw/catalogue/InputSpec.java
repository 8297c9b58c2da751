package io.thaw.catalogue;

import io.thaw.network.TensorShape;
import java.util.List;

/**
 * What a network expects of a picture: resized to {@code width x height}, RGB, scaled to 0..1, then
 * {@code (value - mean) / std} per channel, laid out {@code [3, height, width]}.
 *
 * @param centerCrop true to scale the shorter side and cut the middle out; false to stretch
 * @param mean per channel, in units of 0..1
 * @param std per channel, in units of 0..1, never 0
 */
public record InputSpec(
    int width, int height, boolean centerCrop, List<Float> mean, List<Float> std) {

  /** DJL's default: 224 x 224, stretched, scaled to 0..1 and not normalised. */
  public static final InputSpec DEFAULT =
      new InputSpec(224, 224, false, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public InputSpec {
    if (width < 1 || height < 1 || mean.size() != 3 || std.size() != 3 || std.contains(0f)) {
      throw new IllegalArgumentException(
          width + " x " + height + ", mean " + mean + ", std " + std);
    }
    mean = List.copyOf(mean);
    std = List.copyOf(std);
  }

  /** The shape of one picture, {@code [3, height, width]}. */
  public TensorShape shape() {
    return TensorShape.of(3, height, width);
  }
}
