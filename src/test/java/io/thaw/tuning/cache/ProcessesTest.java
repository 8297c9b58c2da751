package io.thaw.tuning.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs in processes of their own, and one that is killed. */
class ProcessesTest {
  @TempDir private Path folder;
  private final List<String> troubles = new ArrayList<>();

  private Process start(String memory, int elements, int records, int seed) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            memory,
            "-cp",
            System.getProperty("java.class.path"),
            CacheWriter.class.getName(),
            folder.toString(),
            Integer.toString(elements),
            Integer.toString(records),
            Integer.toString(seed))
        .redirectErrorStream(true)
        .start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private FeatureSet open(int elements) {
    return new FeatureCache(folder, CacheBudget.AUTOMATIC, troubles::add)
        .open(Records.key("a"), elements);
  }

  @Test
  void twoRunsMayWriteTheSameRecordsAtOnce() throws Exception {
    int records = 2500;
    Process first = start("-Xmx256m", CacheWriter.ELEMENTS, records, 1);
    Process second = start("-Xmx256m", CacheWriter.ELEMENTS, records, 2);
    try {
      assertThat(output(first).lines()).last().isEqualTo("all right");
      assertThat(output(second).lines()).last().isEqualTo("all right");
    } finally {
      first.destroyForcibly();
      second.destroyForcibly();
    }
    try (FeatureSet set = open(CacheWriter.ELEMENTS)) {
      assertThat(Records.readable(set, records)).isEqualTo(records);
    }
    assertThat(troubles).isEmpty();
  }

  @Test
  void aKilledRunLeavesWhatItHadCompleted() throws Exception {
    int records = 20_000;
    Process process = start("-Xmx256m", CacheWriter.ELEMENTS, records, 1);
    try (BufferedReader output = output(process)) {
      for (int thousand = 1; thousand <= 6; thousand++) {
        assertThat(output.readLine()).isEqualTo(thousand + "000");
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(Records.files(folder, ".tmp")).isNotEmpty();

    try (FeatureSet set = open(CacheWriter.ELEMENTS)) {
      assertThat(Records.files(folder, ".tmp")).isEmpty();
      assertThat(Records.readable(set, records)).isGreaterThan(1000);
      assertThat(Records.write(set, records)).isTrue();
      assertThat(Records.read(set, records)).isTrue();
    }
    assertThat(troubles).isEmpty();
  }

  @Test
  void manySmallRecordsNeedLittleMemory() throws Exception {
    Process process = start("-Xmx64m", 8, 200_000, 1);
    try {
      assertThat(output(process).lines()).last().isEqualTo("all right");
    } finally {
      process.destroyForcibly();
    }
    try (FeatureSet set = open(8)) {
      assertThat(Records.readable(set, 1000)).isEqualTo(1000);
    }
  }
}
