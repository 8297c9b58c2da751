package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AheadTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void resultsComeInOrderWhicheverIsReadyFirst() {
    CountDownLatch second = new CountDownLatch(1);
    Callable<String> slow =
        () -> {
          second.await();
          return "first";
        };
    Callable<String> quick =
        () -> {
          second.countDown();
          return "second";
        };
    try (Ahead<String> ahead = new Ahead<>(threads, List.of(slow, quick).iterator(), 2)) {
      assertThat(ahead.next()).isEqualTo("first");
      assertThat(ahead.next()).isEqualTo("second");
      assertThat(ahead.hasNext()).isFalse();
    }
  }

  @Test
  void noMoreIsBegunThanTheBoundAllows() {
    AtomicInteger begun = new AtomicInteger();
    var work = IntStream.range(0, 100).<Callable<Integer>>mapToObj(i -> begun::incrementAndGet);
    try (Ahead<Integer> ahead = new Ahead<>(threads, work.iterator(), 8)) {
      for (int taken = 1; taken <= 20; taken++) {
        ahead.next();
        assertThat(begun.get()).isLessThan(taken + 8);
      }
    }
  }

  @Test
  void whatIsUnderWayIsNotInterruptedWhenTheRestIsGivenUp() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Callable<String> reading =
        () -> {
          begun.countDown();
          while (closed.getCount() > 0) {
            Thread.onSpinWait();
          }
          interrupted.complete(Thread.currentThread().isInterrupted());
          return "";
        };
    try (Ahead<String> ahead =
        new Ahead<>(threads, List.<Callable<String>>of(() -> "", reading).iterator(), 2)) {
      ahead.next();
      begun.await();
    }
    closed.countDown();
    assertThat(interrupted.get(1, TimeUnit.MINUTES)).isFalse();
  }

  @Test
  void aFailureIsThrownWhereItsResultIsDue() {
    Callable<String> broken =
        () -> {
          throw new IllegalArgumentException("broken");
        };
    try (Ahead<String> ahead = new Ahead<>(threads, List.of(() -> "fine", broken).iterator(), 4)) {
      assertThat(ahead.next()).isEqualTo("fine");
      assertThatThrownBy(ahead::next).hasCauseInstanceOf(IllegalArgumentException.class);
    }
  }
}
