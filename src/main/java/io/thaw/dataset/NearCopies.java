package io.thaw.dataset;

import java.util.List;

/** Finds pictures that look the same. Every pair is compared, a few nanoseconds each. */
final class NearCopies {
  private NearCopies() {}

  /** Families of pictures that look like another of the family; most have one member. */
  static List<List<DeepLook.Seen>> families(List<DeepLook.Seen> seen) {
    Families<DeepLook.Seen> families = new Families<>();
    List<DeepLook.Seen> telling = seen.stream().filter(it -> it.look().isTelling()).toList();
    long[] hashes = telling.stream().mapToLong(it -> it.look().hash()).toArray();
    for (int i = 0; i < hashes.length; i++) {
      long hash = hashes[i];
      for (int j = 0; j < i; j++) {
        // The hashes alone, side by side in memory, rule out almost every pair.
        if (Long.bitCount(hash ^ hashes[j]) <= Look.DIFFERENT_BITS
            && telling.get(i).look().isLike(telling.get(j).look())) {
          families.join(telling.get(i), telling.get(j));
        }
      }
    }
    return families.of(seen);
  }
}
