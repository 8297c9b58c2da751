package io.thaw.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What the values of an array are like. Mean, deviation, bounds and histogram are those of the
 * finite values.
 *
 * @param count number of values, finite or not
 * @param mean NaN when no value is finite
 * @param deviation standard deviation: the root of the mean squared distance from the mean, divided
 *     by the number of values and not by one less; NaN when no value is finite
 * @param least NaN when no value is finite
 * @param largest NaN when no value is finite
 * @param zeros share of all values that are exactly zero, from 0 to 1; 0 when there is no value
 * @param notFinite number of values that are infinite or no number
 * @param histogram number of values in each of equally wide bins from the least to the largest; a
 *     bin holds its lower bound, the last one its upper bound too. Values that are all the same lie
 *     in the middle bin
 */
public record ValueSummary(
    long count,
    double mean,
    double deviation,
    float least,
    float largest,
    double zeros,
    long notFinite,
    List<Integer> histogram) {

  /** Copies the list. */
  public ValueSummary {
    histogram = List.copyOf(histogram);
  }

  /**
   * The summary of an array.
   *
   * @param values of any number, even none
   * @param bins of the histogram
   * @throws IllegalArgumentException when there is no bin
   */
  public static ValueSummary of(float[] values, int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("A histogram of " + bins + " bins");
    }
    long finite = 0;
    long zeros = 0;
    double sum = 0;
    float least = Float.POSITIVE_INFINITY;
    float largest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      if (Float.isFinite(value)) {
        finite++;
        zeros += value == 0 ? 1 : 0;
        sum += value;
        least = Math.min(least, value);
        largest = Math.max(largest, value);
      }
    }
    if (finite == 0) {
      return nothingFinite(values.length, bins);
    }
    double mean = sum / finite;
    return new ValueSummary(
        values.length,
        mean,
        deviation(values, mean, finite),
        least,
        largest,
        (double) zeros / values.length,
        values.length - finite,
        histogram(values, least, largest, bins));
  }

  private static ValueSummary nothingFinite(int count, int bins) {
    return new ValueSummary(
        count,
        Double.NaN,
        Double.NaN,
        Float.NaN,
        Float.NaN,
        0,
        count,
        Collections.nCopies(bins, 0));
  }

  /** In a pass of its own: a sum of squares loses digits where the mean is far from zero. */
  private static double deviation(float[] values, double mean, long finite) {
    double sum = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        sum += (value - mean) * (value - mean);
      }
    }
    return Math.sqrt(sum / finite);
  }

  private static List<Integer> histogram(float[] values, double least, double largest, int bins) {
    int[] counts = new int[bins];
    double perUnit = bins / (largest - least);
    for (float value : values) {
      if (Float.isFinite(value)) {
        int bin = largest == least ? bins / 2 : (int) ((value - least) * perUnit);
        counts[Math.min(bin, bins - 1)]++;
      }
    }
    return Arrays.stream(counts).boxed().toList();
  }

  /** Whether any value is finite. */
  public boolean anyFinite() {
    return count > notFinite;
  }
}
