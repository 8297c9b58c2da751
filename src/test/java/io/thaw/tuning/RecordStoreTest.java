package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordStoreTest {
  @TempDir private Path folder;

  @Test
  void recordsBeyondTheBudgetGoToDiskAndComeBackTheSame() throws IOException {
    try (RecordStore store = new RecordStore(3, 10, folder)) {
      for (int i = 0; i < 100; i++) {
        store.add(new byte[] {(byte) i, (byte) (2 * i), 7});
      }

      assertThat(store.count()).isEqualTo(100);
      for (int i = 99; i >= 0; i--) {
        assertThat(store.get(i)).containsExactly(i, (byte) (2 * i), 7);
      }
    }
    assertThat(files()).as("left over").isEmpty();
  }

  @Test
  void onlyRecordsBeyondTheBudgetNeedTheDisk() {
    Path missing = folder.resolve("missing");
    try (RecordStore store = new RecordStore(3, 9, missing)) {
      for (int i = 0; i < 3; i++) {
        store.add(new byte[] {1, 2, 3});
      }

      assertThatThrownBy(() -> store.add(new byte[] {1, 2, 3}))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(missing.toString());
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
