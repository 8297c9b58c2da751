package io.thaw.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Divides samples into parts of nearly the same size, each class evenly among them. A class with
 * fewer samples than there are folds lies in as many folds as it has samples.
 */
final class Folds {
  private static final int MOST = 5;

  private final int[][] rows;

  /**
   * Five folds, or one for each sample if there are fewer.
   *
   * @param labels class of each sample, from 0 on
   * @param classes number of classes
   * @param seed another seed gives other folds
   * @throws IllegalArgumentException when there are fewer than three samples: one to check with,
   *     one to choose with, one to learn from
   */
  Folds(int[] labels, int classes, long seed) {
    int count = Math.min(MOST, labels.length);
    if (count < 3) {
      throw new IllegalArgumentException(labels.length + " samples cannot be divided.");
    }
    Random random = new Random(seed);
    List<List<Integer>> folds = new ArrayList<>();
    IntStream.range(0, count).forEach(fold -> folds.add(new ArrayList<>()));
    int next = 0;
    for (int label = 0; label < classes; label++) {
      for (int row : shuffled(labels, label, random)) {
        folds.get(next++ % count).add(row);
      }
    }
    rows =
        folds.stream()
            .map(it -> it.stream().mapToInt(Integer::intValue).sorted().toArray())
            .toArray(int[][]::new);
  }

  private static List<Integer> shuffled(int[] labels, int label, Random random) {
    List<Integer> own = new ArrayList<>();
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] == label) {
        own.add(row);
      }
    }
    Collections.shuffle(own, random);
    return own;
  }

  int count() {
    return rows.length;
  }

  /** The samples of a fold, in order. */
  int[] rows(int fold) {
    return rows[fold];
  }

  /** The samples of all folds but some, fold after fold. */
  int[] rowsWithout(int... left) {
    return IntStream.range(0, rows.length)
        .filter(fold -> IntStream.of(left).noneMatch(it -> it == fold))
        .flatMap(fold -> IntStream.of(rows[fold]))
        .toArray();
  }
}
