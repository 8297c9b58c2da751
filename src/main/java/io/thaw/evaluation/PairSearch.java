package io.thaw.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Compares every pair of rows of length 1 by the cosine of their angle, tile by tile, so that no
 * more of the products is in memory than a tile for each thread.
 */
final class PairSearch {
  private static final int TILE = 64;

  /** Products are added four at a time: that is where the time goes. */
  private static final int STEP = 4;

  private final float[][] rows;
  private final int kept;
  private final int features;
  private final BooleanSupplier cancelled;

  /**
   * What a comparison found.
   *
   * @param nearest of each row
   * @param meanSquare of the cosines of all pairs
   */
  record Found(Nearest nearest, double meanSquare) {}

  private record Part(Nearest nearest, double squares) {}

  /**
   * A search.
   *
   * @param rows {@code [samples][features]}, each of length 1; at least two
   * @param kept how many neighbours to keep of each
   */
  PairSearch(float[][] rows, int kept, BooleanSupplier cancelled) {
    this.rows = rows;
    this.kept = kept;
    this.features = rows[0].length;
    this.cancelled = cancelled;
  }

  /**
   * Compares.
   *
   * @throws CancellationException when cancelled
   */
  Found run() {
    int threads = Runtime.getRuntime().availableProcessors();
    List<Part> parts =
        IntStream.range(0, threads).parallel().mapToObj(it -> part(it, threads)).toList();
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("The comparison was cancelled.");
    }
    Nearest nearest = new Nearest(rows.length, kept);
    double squares = 0;
    for (Part part : parts) {
      nearest.merge(part.nearest);
      squares += part.squares;
    }
    return new Found(nearest, squares / (rows.length * (rows.length - 1.0) / 2));
  }

  /** Every so many-th row of tiles, right of the diagonal. */
  private Part part(int first, int every) {
    Nearest nearest = new Nearest(rows.length, kept);
    float[] turned = new float[features * TILE];
    float[] sums = new float[TILE];
    double squares = 0;
    for (int top = first * TILE; top < rows.length; top += every * TILE) {
      for (int left = top; left < rows.length && !cancelled.getAsBoolean(); left += TILE) {
        turn(left, turned);
        for (int i = top; i < Math.min(top + TILE, rows.length); i++) {
          multiply(rows[i], turned, sums);
          squares += take(i, left, sums, nearest);
        }
      }
    }
    return new Part(nearest, squares);
  }

  /** The rows of a tile as columns. */
  private void turn(int left, float[] turned) {
    int count = Math.min(TILE, rows.length - left);
    for (int j = 0; j < count; j++) {
      float[] row = rows[left + j];
      for (int k = 0; k < features; k++) {
        turned[k * TILE + j] = row[k];
      }
    }
  }

  private void multiply(float[] row, float[] turned, float[] sums) {
    Arrays.fill(sums, 0);
    int k = 0;
    for (; k + STEP <= features; k += STEP) {
      float a = row[k];
      float b = row[k + 1];
      float c = row[k + 2];
      float d = row[k + 3];
      int at = k * TILE;
      for (int j = 0; j < TILE; j++) {
        sums[j] +=
            a * turned[at + j]
                + b * turned[at + TILE + j]
                + c * turned[at + 2 * TILE + j]
                + d * turned[at + 3 * TILE + j];
      }
    }
    for (; k < features; k++) {
      for (int j = 0; j < TILE; j++) {
        sums[j] += row[k] * turned[k * TILE + j];
      }
    }
  }

  private double take(int i, int left, float[] sums, Nearest nearest) {
    double squares = 0;
    int end = Math.min(left + TILE, rows.length);
    for (int j = Math.max(left, i + 1); j < end; j++) {
      float cosine = sums[j - left];
      squares += (double) cosine * cosine;
      nearest.offer(i, j, cosine);
      nearest.offer(j, i, cosine);
    }
    return squares;
  }
}
