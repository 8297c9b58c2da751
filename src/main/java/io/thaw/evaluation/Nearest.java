package io.thaw.evaluation;

import java.util.Arrays;

/** The most similar others of each sample, as far as they were offered. */
final class Nearest {
  private final int kept;
  private final float[] similarities;
  private final int[] others;

  /**
   * Nothing offered yet.
   *
   * @param kept how many to keep of each sample, at least 1
   */
  Nearest(int samples, int kept) {
    this.kept = kept;
    similarities = new float[samples * kept];
    Arrays.fill(similarities, Float.NEGATIVE_INFINITY);
    others = new int[samples * kept];
    Arrays.fill(others, -1);
  }

  /** How many are kept of each sample. */
  int kept() {
    return kept;
  }

  /** The similarity of a sample's neighbour; the closest has rank 0. */
  float similarity(int sample, int rank) {
    return similarities[sample * kept + rank];
  }

  /** A sample's neighbour; -1 when fewer were offered. */
  int other(int sample, int rank) {
    return others[sample * kept + rank];
  }

  /** Offers a neighbour; of two that are equally similar the first sample is the closer one. */
  void offer(int sample, int other, float similarity) {
    int from = sample * kept;
    int at = from + kept - 1;
    if (!isCloser(similarity, other, at)) {
      return;
    }
    while (at > from && isCloser(similarity, other, at - 1)) {
      similarities[at] = similarities[at - 1];
      others[at] = others[at - 1];
      at--;
    }
    similarities[at] = similarity;
    others[at] = other;
  }

  private boolean isCloser(float similarity, int other, int than) {
    return similarity > similarities[than]
        || similarity == similarities[than] && other < others[than];
  }

  /** Offers all that another one kept. */
  void merge(Nearest found) {
    for (int i = 0; i < found.others.length; i++) {
      if (found.others[i] >= 0) {
        offer(i / kept, found.others[i], found.similarities[i]);
      }
    }
  }
}
