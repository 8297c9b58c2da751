package io.thaw.tuning.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Budget, full disks, and folders that cannot be used. */
class RoomTest {
  private static final int ELEMENTS = 1000;
  private static final int RECORD = 2 * ELEMENTS + 44;

  @TempDir private Path folder;
  private final List<String> troubles = new ArrayList<>();
  private final TestClock clock = new TestClock();
  private final TestDisk disk = new TestDisk();

  private FeatureCache cache(long budget) {
    return new FeatureCache(folder, new CacheBudget(budget), troubles::add, clock, disk);
  }

  /** A run of its own, an hour after the last, that writes records 0, 1, 3, 4, 6... as halves. */
  private int run(String key, int count, long budget) {
    clock.advance(Duration.ofHours(1));
    int kept = 0;
    try (FeatureSet set = cache(budget).open(Records.key(key), ELEMENTS)) {
      for (int i = 0; i < count; i++) {
        kept += Records.write(set, number(i)) ? 1 : 0;
      }
    }
    return kept;
  }

  private static int number(int i) {
    return i / 2 * 3 + i % 2;
  }

  private int readable(String key, int count, long budget) {
    int there = 0;
    try (FeatureSet set = cache(budget).open(Records.key(key), ELEMENTS)) {
      for (int i = 0; i < count; i++) {
        there += Records.read(set, number(i)) ? 1 : 0;
      }
    }
    return there;
  }

  private long held() throws IOException {
    long bytes = 0;
    for (Path file : Records.files(folder, ".seg")) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  @Test
  void whatWasUsedLongestAgoGoesFirst() throws IOException {
    long budget = 40 * RECORD;
    assertThat(run("a", 10, budget)).isEqualTo(10);
    assertThat(run("b", 10, budget)).isEqualTo(10);
    clock.advance(Duration.ofHours(1));
    assertThat(readable("a", 10, budget)).isEqualTo(10);

    assertThat(run("c", 25, budget)).isEqualTo(25);

    assertThat(readable("a", 10, budget)).isEqualTo(10);
    assertThat(readable("b", 10, budget)).isLessThan(10);
    assertThat(readable("c", 25, budget)).isEqualTo(25);
    assertThat(held()).isLessThanOrEqualTo(budget);
    assertThat(troubles).isEmpty();
  }

  @Test
  void aSetLargerThanTheBudgetIsKeptInPart() throws IOException {
    long budget = 40 * RECORD;

    int kept = run("a", 100, budget);

    assertThat(kept).isBetween(32, 40);
    assertThat(held()).isLessThanOrEqualTo(budget);
    assertThat(readable("a", 100, budget)).isEqualTo(kept);
    assertThat(run("a", 100, budget)).as("again").isEqualTo(kept);
    assertThat(troubles).first().asString().contains("82 KB");
  }

  @Test
  void whatARunAskedForIsNotRemovedForWhatItWrites() throws IOException {
    long budget = 40 * RECORD;
    run("a", 36, budget);
    clock.advance(Duration.ofHours(1));
    try (FeatureSet set = cache(budget).open(Records.key("a"), ELEMENTS)) {
      for (int i = 0; i < 36; i++) {
        assertThat(set.contains(Records.id(number(i)))).isTrue();
      }
      clock.advance(Duration.ofHours(1));
      for (int i = 36; i < 70; i++) {
        Records.write(set, number(i));
      }
    }
    assertThat(readable("a", 36, budget)).isEqualTo(36);
  }

  @Test
  void theUserIsToldOnceHoweverOftenItIsTried() {
    try (FeatureSet set = cache(RECORD).open(Records.key("a"), ELEMENTS)) {
      for (int i = 0; i < 20; i++) {
        clock.advance(Duration.ofMinutes(1));
        Records.write(set, number(i));
      }
    }
    assertThat(troubles).hasSize(1);
  }

  @Test
  void theDiskIsNeverFilled() throws IOException {
    disk.free = 1_000_000_000L + 1000;
    assertThat(run("a", 10, 1_000_000)).isZero();
    assertThat(troubles).singleElement().asString().contains("1.0 GB", folder.toString());
    assertThat(Records.files(folder, ".seg")).isEmpty();
  }

  @Test
  void theAutomaticBudgetIsATenthOfTheDiskAndTwentyGigabytesAtMost() {
    assertThat(CacheBudget.AUTOMATIC.bytes(90, 10)).isEqualTo(10);
    assertThat(CacheBudget.AUTOMATIC.bytes(10L << 40, 0)).isEqualTo(20_000_000_000L);
    assertThat(new CacheBudget(7).bytes(90, 10)).isEqualTo(7);
  }

  @Test
  void aDiskThatFillsUpLosesTheSegmentAndNothingElse() throws IOException {
    disk.writable = 25 * RECORD;
    try (FeatureSet set = cache(80 * RECORD).open(Records.key("a"), ELEMENTS)) {
      int kept = 0;
      for (int i = 0; i < 40; i++) {
        kept += Records.write(set, number(i)) ? 1 : 0;
      }
      assertThat(kept).as("two segments of nine and a part of the third").isEqualTo(25);
      assertThat(troubles).singleElement().asString().contains("No space left");
      assertThat(set.contains(Records.id(number(22)))).as("lost with its segment").isFalse();

      disk.writable = Long.MAX_VALUE;
      assertThat(Records.write(set, number(22))).as("too soon").isFalse();
      clock.advance(Duration.ofSeconds(10));
      assertThat(Records.write(set, number(22))).isTrue();
      assertThat(Records.read(set, number(22))).isTrue();
    }
    assertThat(Records.files(folder, ".tmp")).isEmpty();
    assertThat(readable("a", 40, 80 * RECORD)).isEqualTo(2 * 9 + 1);
  }

  @Test
  void aDiskThatIsFullAtTheEndOfASegmentLosesIt() {
    disk.writable = 2 * (RECORD - 40) + 10;
    assertThat(run("a", 2, 80 * RECORD)).isEqualTo(2);
    assertThat(readable("a", 2, 80 * RECORD)).isZero();
    assertThat(troubles).hasSize(1);
  }

  @Test
  void aFileInThePlaceOfTheFolderKeepsNothing() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    for (Path impossible : List.of(file, file.resolve("below"))) {
      List<String> told = new ArrayList<>();
      FeatureCache cache =
          new FeatureCache(impossible, CacheBudget.AUTOMATIC, told::add, clock, disk);
      try (FeatureSet set = cache.open(Records.key("a"), ELEMENTS)) {
        assertThat(Records.write(set, 0)).isFalse();
        assertThat(Records.write(set, 1)).isFalse();
        assertThat(Records.read(set, 0)).isFalse();
      }
      assertThat(told).isNotEmpty().doesNotHaveDuplicates().allMatch(it -> it.contains("anew"));
    }
  }

  @Test
  void aFolderDeletedDuringTheRunIsMadeAgain() throws IOException {
    try (FeatureSet set = cache(80 * RECORD).open(Records.key("a"), ELEMENTS)) {
      for (int i = 0; i < 15; i++) {
        Records.write(set, number(i));
      }
      deleteAll();
      for (int i = 15; i < 30; i++) {
        assertThat(Records.write(set, number(i))).isTrue();
      }
      for (int i = 0; i < 30; i++) {
        Records.read(set, number(i));
      }
    }
    assertThat(readable("a", 30, 80 * RECORD)).isBetween(10, 15);
    assertThat(troubles).hasSize(1);
  }

  private void deleteAll() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("v1"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void theCacheTellsWhatItHolds() throws IOException {
    run("a", 10, 0);
    run("b", 20, 0);

    CacheContents contents = cache(0).contents();

    assertThat(contents.records()).isEqualTo(30);
    assertThat(contents.bytes()).isEqualTo(held());
    assertThat(contents.budgetBytes()).isEqualTo(20_000_000_000L);
    assertThat(contents.sets())
        .extracting(CacheContents.SetContents::description)
        .containsExactly("set b", "set a");
    CacheContents.SetContents last = contents.sets().get(0);
    assertThat(last.records()).isEqualTo(20);
    assertThat(last.lastUsed()).isEqualTo(clock.instant());
  }

  @Test
  void aSmallerBudgetShrinksTheCacheAndClearingEmptiesIt() throws IOException {
    run("a", 10, 0);
    run("b", 10, 0);
    long before = held();

    assertThat(cache(15 * RECORD).trim()).isEqualTo(before / 2);
    assertThat(readable("a", 10, 0)).isZero();
    assertThat(readable("b", 10, 0)).isEqualTo(10);

    assertThat(cache(0).clear()).isEqualTo(before / 2);
    assertThat(cache(0).contents().bytes()).isZero();
    try (Stream<Path> left = Files.list(folder.resolve("v1"))) {
      assertThat(left).isEmpty();
    }
    assertThat(cache(0).clear()).isZero();
  }
}
