package io.thaw.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
  private static final SavedPlan PLAN = new SavedPlan("until:conv", Map.of("conv2", 0.1));

  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path folder;

  private final List<String> problems = new ArrayList<>();

  @Test
  void startsWithTheDefaultsAndWritesNothingUnasked() {
    try (SettingsStore store = store(NEVER)) {
      assertThat(store.get()).isEqualTo(Settings.DEFAULT);
    }
    assertThat(file()).doesNotExist();
    assertThat(problems).isEmpty();
  }

  @Test
  void keepsWhatWasChangedOnceClosed() {
    try (SettingsStore store = store(NEVER)) {
      store.update(it -> it.withTheme(Theme.DARK).withLastModel("mödel"));
      store.update(it -> it.withLastDataFolder("/bilder/日本").withWindowSize(900, 700.5));
      store.update(it -> it.withRecentRun("/runs/1").withRecentRun("/runs/2"));
      store.update(it -> it.withPlan("mödel", PLAN));
      assertThat(file()).as("a save for each change").doesNotExist();
    }
    try (SettingsStore again = store(NEVER)) {
      assertThat(again.get())
          .isEqualTo(
              new Settings(
                  1,
                  Theme.DARK,
                  "mödel",
                  "/bilder/日本",
                  900,
                  700.5,
                  List.of("/runs/2", "/runs/1"),
                  Map.of("mödel", PLAN)));
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void savesSoonAfterAChange() throws Exception {
    try (WatchService watch = folder.getFileSystem().newWatchService();
        SettingsStore store = store(Duration.ofMillis(1))) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      store.update(it -> it.withLastModel("m"));
      while (!Files.exists(file())) {
        assertThat(watch.poll(60, TimeUnit.SECONDS))
            .as("a file appears")
            .isNotNull()
            .matches(it -> it.reset());
      }
      assertThat(file()).content().contains("\"lastModel\" : \"m\"");
    }
  }

  @Test
  void settingsOfAnOlderBuildKeepWhatTheySay() throws IOException {
    Files.writeString(file(), "{\"version\":1,\"theme\":\"light\",\"mood\":\"good\"}");
    try (SettingsStore store = store(NEVER)) {
      assertThat(store.get()).isEqualTo(Settings.DEFAULT.withTheme(Theme.LIGHT));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"version\":1,\"theme\":",
        "{\"version\":1,\"theme\":\"purple\"}",
        "{\"version\":1,\"recentRuns\":[null]}",
        "{\"version\":2}",
        "[]"
      })
  void aFileThatIsNotUnderstoodIsKeptAside(String content) throws IOException {
    Files.writeString(file(), content);
    try (SettingsStore store = store(NEVER)) {
      assertThat(store.get()).isEqualTo(Settings.DEFAULT);
      store.update(it -> it.withLastModel("m"));
    }
    assertThat(folder.resolve("settings.json.bad")).hasContent(content);
    assertThat(file()).content().contains("\"m\"");
    assertThat(problems).singleElement().asString().startsWith("The settings start anew: ");
  }

  @Test
  void saysThatItCouldNotSave() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "");
    try (SettingsStore store = new SettingsStore(taken, problems::add, NEVER)) {
      store.update(it -> it.withLastModel("m"));
    }
    assertThat(problems).singleElement().asString().startsWith("The settings could not be saved: ");
  }

  @Test
  void refusesAChangeThatCouldNoLongerBeSaved() {
    SettingsStore store = store(NEVER);
    store.close();
    assertThatThrownBy(() -> store.update(it -> it.withLastModel("m")))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void remembersTheLatestRunsOnce() {
    Settings settings =
        IntStream.range(0, 30)
            .mapToObj(i -> "/runs/" + i)
            .reduce(Settings.DEFAULT, Settings::withRecentRun, (a, b) -> b)
            .withRecentRun("/runs/15");
    assertThat(settings.recentRuns())
        .hasSize(20)
        .startsWith("/runs/15", "/runs/29")
        .doesNotHaveDuplicates();
  }

  private SettingsStore store(Duration delay) {
    return new SettingsStore(folder, problems::add, delay);
  }

  private Path file() {
    return folder.resolve("settings.json");
  }
}
