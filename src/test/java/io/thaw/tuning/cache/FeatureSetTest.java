package io.thaw.tuning.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureSetTest {
  private static final int ELEMENTS = 40;
  private static final FeatureKey KEY = Records.key("a");

  @TempDir private Path folder;
  private final List<String> troubles = new ArrayList<>();
  private final TestClock clock = new TestClock();
  private final TestDisk disk = new TestDisk();

  private FeatureSet open() {
    return new FeatureCache(folder, CacheBudget.AUTOMATIC, troubles::add, clock, disk)
        .open(KEY, ELEMENTS);
  }

  @AfterEach
  void nothingWentWrong() throws IOException {
    assertThat(troubles).isEmpty();
    assertThat(Records.files(folder, ".tmp")).isEmpty();
  }

  @Test
  void recordsAreThereAtOnceAndForTheNextRun() throws IOException {
    try (FeatureSet set = open()) {
      for (int number = 0; number < 100; number++) {
        assertThat(set.contains(Records.id(number))).isFalse();
        assertThat(Records.read(set, number)).isFalse();
        assertThat(Records.write(set, number)).isTrue();
        assertThat(set.contains(Records.id(number))).isTrue();
        assertThat(Records.read(set, number)).isTrue();
      }
    }
    assertThat(Records.files(folder, ".seg")).as("halves and floats").hasSize(2);
    try (FeatureSet set = open()) {
      assertThat(Records.readable(set, 100)).isEqualTo(100);
      assertThat(set.contains(Records.id(100))).isFalse();
    }
  }

  @Test
  void valuesThatNoHalfHoldsComeBackBitForBit() {
    float[] odd = new float[ELEMENTS];
    odd[0] = Float.NaN;
    odd[1] = Float.intBitsToFloat(0x7F812345);
    odd[2] = -0f;
    odd[3] = Float.MIN_VALUE;
    odd[4] = Float.NEGATIVE_INFINITY;
    odd[5] = 1.0001f;
    try (FeatureSet set = open()) {
      set.write(Records.id(0), FloatBuffer.wrap(odd), 0);
    }
    try (FeatureSet set = open()) {
      ByteBuffer into = ByteBuffer.allocateDirect(ELEMENTS * Float.BYTES);
      assertThat(set.read(Records.id(0), into.asFloatBuffer(), 0)).isTrue();
      for (int i = 0; i < ELEMENTS; i++) {
        assertThat(into.getInt(i * Float.BYTES)).isEqualTo(Float.floatToRawIntBits(odd[i]));
      }
    }
  }

  @Test
  void viewsOfAPictureAndPicturesAreDifferentRecords() {
    byte[] hash = new byte[32];
    hash[31] = 1;
    try (FeatureSet set = open()) {
      set.write(RecordId.of(hash, 0), Records.values(0, ELEMENTS), 0);
      set.write(RecordId.of(hash, 1), Records.values(1, ELEMENTS), 0);
      set.write(RecordId.of(new byte[32], 0), Records.values(3, ELEMENTS), 0);

      FloatBuffer into = FloatBuffer.allocate(ELEMENTS);
      assertThat(set.read(RecordId.of(hash, 1), into, 0)).isTrue();
      assertThat(into.array()).containsExactly(Records.kept(1, ELEMENTS));
      assertThat(set.read(RecordId.of(hash, 0), into, 0)).isTrue();
      assertThat(into.array()).containsExactly(Records.kept(0, ELEMENTS));
      assertThat(set.read(RecordId.of(new byte[32], 0), into, 0)).isTrue();
      assertThat(into.array()).containsExactly(Records.kept(3, ELEMENTS));
      assertThat(set.contains(RecordId.of(hash, 2))).isFalse();
    }
  }

  @Test
  void valuesAreTakenFromAndPutToTheNamedPlace() {
    FloatBuffer source = FloatBuffer.allocate(2 * ELEMENTS);
    source.put(ELEMENTS, Records.values(7, ELEMENTS), 0, ELEMENTS);
    try (FeatureSet set = open()) {
      set.write(Records.id(7), source, ELEMENTS);
      FloatBuffer into = FloatBuffer.allocate(3 * ELEMENTS);

      set.read(Records.id(7), into, 2 * ELEMENTS);

      assertThat(into.get(2 * ELEMENTS - 1)).isZero();
      assertThat(into.slice(2 * ELEMENTS, ELEMENTS))
          .isEqualTo(FloatBuffer.wrap(Records.kept(7, ELEMENTS)));
      assertThatThrownBy(() -> set.read(Records.id(7), into, 2 * ELEMENTS + 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void aRecordIsWrittenOnce() throws IOException {
    try (FeatureSet set = open()) {
      Records.write(set, 0);
      set.flush();
      long bytes = Files.size(Records.files(folder, ".seg").get(0));
      assertThat(Records.write(set, 0)).isTrue();
      set.flush();
      assertThat(Records.files(folder, ".seg")).hasSize(1);
      assertThat(bytes).isEqualTo(Files.size(Records.files(folder, ".seg").get(0)));
    }
  }

  @Test
  void otherKeysAndOtherLengthsAreOtherRecords() {
    try (FeatureSet set = open()) {
      Records.write(set, 0);
    }
    FeatureCache cache = new FeatureCache(folder, CacheBudget.AUTOMATIC, troubles::add);
    try (FeatureSet other = cache.open(Records.key("b"), ELEMENTS);
        FeatureSet longer = cache.open(KEY, ELEMENTS + 1)) {
      assertThat(other.contains(Records.id(0))).isFalse();
      assertThat(longer.contains(Records.id(0))).isFalse();
    }
  }

  @Test
  void afterTenSecondsASegmentIsSafe() throws IOException {
    try (FeatureSet set = open()) {
      Records.write(set, 0);
      clock.advance(Duration.ofSeconds(9));
      Records.write(set, 1);
      assertThat(Records.files(folder, ".seg")).isEmpty();
      clock.advance(Duration.ofSeconds(1));
      Records.write(set, 3);
      assertThat(Records.files(folder, ".seg")).hasSize(1);
      assertThat(Records.read(set, 0)).isTrue();
    }
  }

  @Test
  void aLongRunWritesLargerSegments() throws IOException {
    try (FeatureSet set = open()) {
      clock.advance(Duration.ofSeconds(3200));
      Records.write(set, 0);
      clock.advance(Duration.ofSeconds(100));
      Records.write(set, 1);
      assertThat(Records.files(folder, ".seg")).isEmpty();
      clock.advance(Duration.ofSeconds(10));
      Records.write(set, 3);
      assertThat(Records.files(folder, ".seg")).hasSize(1);
    }
  }

  @Test
  void afterTheEndNothingIsThereOrKept() {
    FeatureSet set = open();
    Records.write(set, 0);
    set.close();
    set.close();

    assertThat(Records.read(set, 0)).isFalse();
    assertThat(Records.write(set, 1)).isFalse();
  }

  @Test
  void manyThreadsReadWhileOneWrites() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (FeatureSet set = open()) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        Callable<Integer> work = () -> repeatedly(set);
        counts.add(threads.submit(work));
      }
      threads.submit(() -> IntStream.range(0, 500).forEach(it -> Records.write(set, it))).get();
      for (Future<Integer> count : counts) {
        assertThat(count.get()).isEqualTo(500);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Until all are there. */
  private static int repeatedly(FeatureSet set) {
    int there = 0;
    while (there < 500) {
      there = Records.readable(set, 500);
    }
    return there;
  }

  @Test
  void anInterruptedReaderDoesNotSpoilItForTheOthers() {
    try (FeatureSet set = open()) {
      Records.write(set, 0);
      Records.write(set, 1);
      Thread.currentThread().interrupt();
      assertThat(Records.read(set, 0)).isFalse();
      assertThat(Records.write(set, 3)).as("written all the same").isTrue();
      assertThat(Thread.interrupted()).isTrue();

      assertThat(Records.read(set, 0)).isTrue();
      assertThat(Records.read(set, 1)).isTrue();
      assertThat(Records.read(set, 3)).isTrue();
    }
  }
}
