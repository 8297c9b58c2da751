package io.thaw.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Divides samples into parts of nearly the same size, each class evenly among them, and samples
 * that belong together in one part. A class with fewer families of samples than there are folds
 * lies in as many folds as it has families.
 */
final class Folds {
  private static final int MOST = 5;

  private final int[][] rows;

  /** Folds of samples each of which stands for itself. */
  Folds(int[] labels, int classes, long seed) {
    this(labels, IntStream.range(0, labels.length).toArray(), classes, seed);
  }

  /**
   * Five folds, or one for each family if there are fewer.
   *
   * @param labels class of each sample, from 0 on
   * @param families of each sample; samples with the same number are in the same fold
   * @param classes number of classes
   * @param seed another seed gives other folds
   * @throws IllegalArgumentException when there are fewer than three families: one to check with,
   *     one to choose with, one to learn from
   */
  Folds(int[] labels, int[] families, int classes, long seed) {
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int row = 0; row < labels.length; row++) {
      members.computeIfAbsent(families[row], family -> new ArrayList<>()).add(row);
    }
    int count = Math.min(MOST, members.size());
    if (count < 3) {
      throw new IllegalArgumentException(members.size() + " families cannot be divided.");
    }
    Random random = new Random(seed);
    List<List<Integer>> folds = new ArrayList<>();
    IntStream.range(0, count).forEach(fold -> folds.add(new ArrayList<>()));
    for (int label = 0; label < classes; label++) {
      int[] sizes = new int[count];
      for (List<Integer> family : shuffled(members.values(), labels, label, random)) {
        int fold = emptiest(sizes, folds);
        folds.get(fold).addAll(family);
        sizes[fold] += family.size();
      }
    }
    rows =
        folds.stream()
            .map(it -> it.stream().mapToInt(Integer::intValue).sorted().toArray())
            .toArray(int[][]::new);
  }

  /** The families that begin with a sample of this class. */
  private static List<List<Integer>> shuffled(
      Collection<List<Integer>> families, int[] labels, int label, Random random) {
    List<List<Integer>> own = new ArrayList<>();
    families.stream().filter(family -> labels[family.get(0)] == label).forEach(own::add);
    Collections.shuffle(own, random);
    return own;
  }

  /** With the least of a class; of those, the smallest, and of those, the first. */
  private static int emptiest(int[] sizes, List<List<Integer>> folds) {
    return IntStream.range(0, sizes.length)
        .boxed()
        .min(
            Comparator.comparingInt((Integer fold) -> sizes[fold])
                .thenComparingInt(fold -> folds.get(fold).size()))
        .orElseThrow();
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
