package io.thaw.tuning.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes records that depend on their number alone, so that any process can check them. */
final class Records {
  private Records() {}

  static RecordId id(int number) {
    Random random = new Random(number);
    return new RecordId(
        random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), number % 3);
  }

  /** Values that halves can hold well, in every third record not. */
  static FloatBuffer values(int number, int elements) {
    Random random = new Random(number);
    FloatBuffer values = FloatBuffer.allocate(elements);
    float scale = number % 3 == 2 ? 1e6f : 4;
    for (int i = 0; i < elements; i++) {
      values.put(i, (random.nextInt(4) - 1) * random.nextFloat() * scale);
    }
    values.put(0, scale);
    return values;
  }

  /** What the cache gives back for {@link #values}. */
  static float[] kept(int number, int elements) {
    FloatBuffer values = values(number, elements);
    HalfFloat.round(values, 0, elements);
    return values.array();
  }

  static boolean write(FeatureSet set, int number) {
    return set.write(id(number), values(number, set.elements()), 0);
  }

  /** Whether the record is there; it must be right then. */
  static boolean read(FeatureSet set, int number) {
    FloatBuffer into = FloatBuffer.allocate(set.elements());
    if (!set.read(id(number), into, 0)) {
      return false;
    }
    assertThat(into.array()).containsExactly(kept(number, set.elements()));
    return true;
  }

  /** How many of the records from 0 to {@code count} are there, and right. */
  static int readable(FeatureSet set, int count) {
    int there = 0;
    for (int number = 0; number < count; number++) {
      there += read(set, number) ? 1 : 0;
    }
    return there;
  }

  static FeatureKey key(String text) {
    return FeatureKey.builder().text(text).build("set " + text);
  }

  /** Segments and temporary files below a folder, in the order of their names. */
  static List<Path> files(Path folder, String suffix) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
