package io.thaw.tuning.cache;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A run in a process of its own that writes records and reads them back. */
final class CacheWriter {
  static final int ELEMENTS = 1000;

  private CacheWriter() {}

  /**
   * Arguments: folder, elements, records, seed of their order. Prints a line per thousand records
   * and one at the end.
   */
  public static void main(String[] arguments) {
    int elements = Integer.parseInt(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(order, new Random(Long.parseLong(arguments[3])));
    FeatureCache cache =
        new FeatureCache(Path.of(arguments[0]), new CacheBudget(40_000_000), CacheWriter::fail);
    try (FeatureSet set = cache.open(Records.key("a"), elements)) {
      int written = 0;
      for (int number : order) {
        if (!Records.write(set, number)) {
          fail("Not kept: " + number);
        }
        if (++written % 1000 == 0) {
          System.out.println(written);
        }
      }
      check(set, order);
    }
    System.out.println("all right");
  }

  private static void check(FeatureSet set, List<Integer> numbers) {
    FloatBuffer into = FloatBuffer.allocate(set.elements());
    for (int number : numbers) {
      if (!set.read(Records.id(number), into, 0)
          || !into.equals(FloatBuffer.wrap(Records.kept(number, set.elements())))) {
        fail("Not read back: " + number);
      }
    }
  }

  private static void fail(String what) {
    throw new IllegalStateException(what);
  }
}
