package io.thaw.tuning.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file: a record is right or not there. */
class DamageTest {
  private static final int ELEMENTS = 6;
  private static final int[] NUMBERS = {0, 1, 3};
  private static final int COUNT = 4;
  private static final FeatureKey KEY = Records.key("a");

  @TempDir private Path folder;
  private final List<String> troubles = new ArrayList<>();
  private Path segment;
  private byte[] intact;

  @BeforeEach
  void writeSegment() throws IOException {
    try (FeatureSet set = open()) {
      for (int number : NUMBERS) {
        Records.write(set, number);
      }
    }
    segment = Records.files(folder, ".seg").get(0);
    intact = Files.readAllBytes(segment);
  }

  private FeatureSet open() {
    troubles.clear();
    return new FeatureCache(folder, CacheBudget.AUTOMATIC, troubles::add).open(KEY, ELEMENTS);
  }

  /** Reads all, writes what is missing, reads again. */
  private int readableAndRepaired() {
    int readable;
    try (FeatureSet set = open()) {
      readable = Records.readable(set, COUNT);
      for (int number : NUMBERS) {
        assertThat(Records.write(set, number)).isTrue();
      }
      assertThat(Records.readable(set, COUNT)).isEqualTo(NUMBERS.length);
    }
    return readable;
  }

  private void removeSegments() throws IOException {
    for (Path file : Records.files(folder, ".seg")) {
      Files.delete(file);
    }
  }

  @Test
  void anIntactFileIsReadWhole() {
    assertThat(readableAndRepaired()).isEqualTo(NUMBERS.length);
    assertThat(troubles).isEmpty();
  }

  @Test
  void aFileCutAtAnyByteYieldsNothing() throws IOException {
    for (int length = 0; length < intact.length; length++) {
      Files.write(segment, Arrays.copyOf(intact, length));
      assertThat(readableAndRepaired()).as("cut at %s", length).isZero();
      assertThat(troubles).hasSize(1);
      removeSegments();
    }
  }

  @Test
  void aFileWithBytesAtItsEndYieldsNothing() throws IOException {
    Files.write(segment, Arrays.copyOf(intact, intact.length + 1));
    assertThat(readableAndRepaired()).isZero();
  }

  @Test
  void aWrongBitAnywhereYieldsNothingWrong() throws IOException {
    for (int at = 0; at < intact.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = intact.clone();
        damaged[at] ^= (byte) (1 << bit);
        Files.write(segment, damaged);
        assertThat(readableAndRepaired()).as("byte %s bit %s", at, bit).isLessThan(NUMBERS.length);
        assertThat(troubles.size()).isLessThan(2);
        removeSegments();
      }
    }
  }

  @Test
  void aDamagedRecordLeavesTheOthersAndIsWrittenAnewByTheNextRun() throws IOException {
    byte[] damaged = intact.clone();
    damaged[0] ^= 1;
    Files.write(segment, damaged);

    try (FeatureSet set = open()) {
      assertThat(Records.readable(set, COUNT)).isEqualTo(NUMBERS.length - 1);
      assertThat(troubles).singleElement().asString().contains("damaged", segment.toString());
      assertThat(set.contains(Records.id(0))).as("not asked again").isFalse();
    }

    assertThat(segment).doesNotExist();
    assertThat(readableAndRepaired()).isZero();
    assertThat(troubles).isEmpty();
    assertThat(readableAndRepaired()).isEqualTo(NUMBERS.length);
  }

  @Test
  void aFileThatIsCutWhileItIsReadYieldsNothingMore() throws IOException {
    try (FeatureSet set = open()) {
      assertThat(Records.read(set, 0)).isTrue();
      Files.write(segment, new byte[3]);
      assertThat(Records.readable(set, COUNT)).isZero();
      assertThat(troubles).hasSize(1);
    }
  }

  @Test
  void whatANewerVersionWroteIsLeftAlone() throws IOException {
    byte[] newer = intact.clone();
    newer[newer.length - 12] = 2;
    Files.write(segment, newer);
    Path foreign = Files.writeString(segment.resolveSibling("notes.txt"), "mine");
    Path future = Files.createDirectories(folder.resolve("v2")).resolve("x.seg");
    Files.write(future, new byte[10]);

    assertThat(readableAndRepaired()).isZero();

    assertThat(troubles).isEmpty();
    assertThat(segment).hasBinaryContent(newer);
    new FeatureCache(folder, CacheBudget.AUTOMATIC, troubles::add).clear();
    assertThat(foreign).exists();
    assertThat(future).exists();
  }

  @Test
  void filesOfDeadWritersGoAndThoseOfLivingOnesStay() throws IOException {
    Path set = segment.getParent();
    long dead = deadProcess();
    Path orphan =
        Files.createFile(set.resolve(new TemporaryName(dead, 5, UUID.randomUUID()).text()));
    ProcessHandle own = ProcessHandle.current();
    Path reused =
        Files.createFile(set.resolve(new TemporaryName(own.pid(), 5, UUID.randomUUID()).text()));
    Path growing = Files.createFile(set.resolve(TemporaryName.ofThisProcess().text()));
    Path fresh = Files.createFile(set.resolve(".set.json-x.tmp"));

    open().close();

    assertThat(orphan).doesNotExist();
    assertThat(growing).exists();
    assertThat(fresh).exists();
    assertThat(own.info().startInstant().isPresent()).isEqualTo(Files.notExists(reused));
  }

  private static long deadProcess() {
    long pid = 4_000_000_000L;
    assertThat(ProcessHandle.of(pid)).isEmpty();
    return pid;
  }
}
