package io.thaw.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.dataset.DatasetEdits;
import io.thaw.job.BadJobException;
import io.thaw.job.DatasetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetStoreTest {
  @TempDir private Path settings;
  private final Path flowers = Path.of("flowers");
  private final Path cars = Path.of("cars");

  private DatasetStore store(Duration delay) {
    return new DatasetStore(settings, delay);
  }

  private DatasetFile without(String path) {
    return DatasetFile.of(flowers, DatasetEdits.NONE.exclude(List.of(path)));
  }

  private static void ignore(String sentence) {
    throw new AssertionError(sentence);
  }

  @Test
  void eachFolderHasAFileOfItsOwnThatIsThereAtTheNextStart() {
    try (DatasetStore store = store(Duration.ofHours(1))) {
      store.keep(flowers, without("a"), DatasetStoreTest::ignore);
      store.keep(flowers, without("b"), DatasetStoreTest::ignore);
      store.keep(cars, without("c"), DatasetStoreTest::ignore);
      assertThat(store.read(flowers)).contains(without("b"));
      assertThat(store.file(flowers)).doesNotExist();
    }
    try (DatasetStore store = store(Duration.ofHours(1))) {
      assertThat(store.read(flowers)).contains(without("b"));
      assertThat(store.read(flowers.toAbsolutePath())).contains(without("b"));
      assertThat(store.read(cars)).contains(without("c"));
      assertThat(store.read(Path.of("other"))).isEmpty();
      assertThat(store.file(flowers).startsWith(settings.resolve("datasets"))).isTrue();
    }
  }

  @Test
  void aFileIsSavedSoonOrWhenItIsAskedFor() throws Exception {
    try (DatasetStore store = store(Duration.ofHours(1))) {
      store.keep(flowers, without("a"), DatasetStoreTest::ignore);
      assertThat(DatasetFile.read(store.flush(flowers))).isEqualTo(without("a"));
    }
    try (DatasetStore store = store(Duration.ZERO);
        WatchService watch = settings.getFileSystem().newWatchService()) {
      Path file = store.file(cars);
      Files.createDirectories(file.getParent())
          .register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      store.keep(cars, without("b"), DatasetStoreTest::ignore);
      while (!Files.exists(file)) {
        assertThat(watch.poll(60, TimeUnit.SECONDS)).isNotNull().matches(it -> it.reset());
      }
      assertThat(DatasetFile.read(file)).isEqualTo(without("b"));
    }
  }

  @Test
  void whatCannotBeUnderstoodIsSetAsideEachTimeUnderAnotherName() throws IOException {
    try (DatasetStore store = store(Duration.ofHours(1))) {
      Path file = store.file(flowers);
      for (String content : List.of("{\"version\":3}", "no json")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        assertThatThrownBy(() -> store.read(flowers))
            .isInstanceOf(BadJobException.class)
            .hasMessageContaining(file.toString())
            .hasMessageContaining("The old file is kept as");
        assertThat(store.read(flowers)).isEmpty();
      }
      assertThat(file.resolveSibling("thaw-dataset.json.bad")).hasContent("{\"version\":3}");
      assertThat(file.resolveSibling("thaw-dataset.json.bad2")).hasContent("no json");
    }
  }

  @Test
  void whatCannotBeSavedIsTold() throws Exception {
    Files.writeString(settings.resolve("datasets"), "in the way");
    CompletableFuture<String> told = new CompletableFuture<>();
    try (DatasetStore store = store(Duration.ZERO)) {
      store.keep(flowers, without("a"), told::complete);
      assertThat(told.get(30, TimeUnit.SECONDS))
          .startsWith("What you decided about pictures could not be saved: ");
      assertThat(store.read(flowers)).contains(without("a"));
      assertThatThrownBy(() -> store.flush(flowers)).isInstanceOf(BadJobException.class);
    }
  }
}
