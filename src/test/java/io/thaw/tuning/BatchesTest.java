package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.dataset.LabeledImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  /** Sample i is the number i, and its label i modulo 3. */
  private static class Numbers implements Samples {
    @Override
    public int count() {
      return 10;
    }

    @Override
    public int label(int index) {
      return index % 3;
    }

    @Override
    public List<LabeledImage> images() {
      return List.of();
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public void read(int[] indices, int from, int count, RandomGenerator random, FloatBuffer into) {
      for (int i = 0; i < count; i++) {
        into.put(i, indices[from + i] + (random == null ? 0 : 100 * random.nextInt(1, 9)));
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  private static List<Float> pass(Batches batches, int[] order, SplittableGenerator random) {
    List<Float> seen = new ArrayList<>();
    batches.start(order, random);
    for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
      for (int i = 0; i < batch.count(); i++) {
        seen.add(batch.data().get(i));
        assertThat(batch.labels()[i]).isEqualTo((int) batch.data().get(i) % 100 % 3);
      }
    }
    return seen;
  }

  @Test
  void allSamplesComeInOrderPassAfterPass() {
    int[] order = {7, 0, 9, 2, 3, 1, 8, 4, 6, 5};
    try (Batches batches = new Batches(new Numbers(), 4)) {
      for (int i = 0; i < 3; i++) {
        assertThat(pass(batches, order, null))
            .containsExactly(7f, 0f, 9f, 2f, 3f, 1f, 8f, 4f, 6f, 5f);
      }
    }
  }

  @Test
  void theSameRandomNumbersGiveTheSameChanges() {
    int[] order = IntStream.range(0, 10).toArray();
    try (Batches batches = new Batches(new Numbers(), 3)) {
      List<Float> first = pass(batches, order, new SplittableRandom(1));

      assertThat(pass(batches, order, new SplittableRandom(1))).isEqualTo(first);
      assertThat(pass(batches, order, new SplittableRandom(2))).isNotEqualTo(first);
    }
  }

  @Test
  void aFailureReachesTheOneWhoTakes() {
    Samples failing =
        new Numbers() {
          @Override
          public void read(
              int[] indices, int from, int count, RandomGenerator random, FloatBuffer into) {
            if (from >= 4) {
              throw new UncheckedIOException("gone", new IOException("gone"));
            }
          }
        };
    try (Batches batches = new Batches(failing, 2)) {
      batches.start(new int[10], null);
      assertThat(batches.next()).isNotNull();
      assertThat(batches.next()).isNotNull();
      assertThatThrownBy(batches::next).isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void aPassThatIsGivenUpIsOverBeforeTheSamplesAreClosed() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean reading = new AtomicBoolean();
    Samples endless =
        new Numbers() {
          @Override
          public void read(
              int[] indices, int from, int count, RandomGenerator random, FloatBuffer into) {
            reading.set(true);
            begun.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            } finally {
              reading.set(false);
            }
          }
        };
    try (Batches batches = new Batches(endless, 1)) {
      batches.start(new int[10], null);
      begun.await();
      assertThat(reading).isTrue();
    }
    assertThat(reading).isFalse();
  }
}
