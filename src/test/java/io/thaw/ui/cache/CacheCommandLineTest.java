package io.thaw.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.ThawFolders;
import io.thaw.run.CacheStore;
import io.thaw.tuning.cache.FeatureKey;
import io.thaw.tuning.cache.FeatureSet;
import io.thaw.tuning.cache.RecordId;
import io.thaw.worker.ThawCommands;
import io.thaw.worker.WorkerCommand;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real command line in a child process, on the cache of the tests. */
class CacheCommandLineTest {
  private static final int ELEMENTS = 1280;

  private final CacheModel model = new CacheModel();
  private final CacheController controller =
      new CacheController(
          model,
          new ThawCommands(WorkerCommand.ofThisProgram(List.of("-XX:TieredStopAtLevel=1"))),
          Runnable::run,
          Runnable::run);

  @BeforeEach
  void theUsersOwnCacheIsOutOfReach() {
    assertThat(System.getenv("THAW_HOME")).as("a folder for tests").isNotBlank();
  }

  @AfterEach
  void leaveTheBudgetToTheDisk() {
    model.budget().text().set("");
    controller.setBudget();
  }

  private static void fill() {
    ThawFolders folders = ThawFolders.of(System.getenv());
    FeatureKey key = FeatureKey.builder().text("window").build("Frost 64");
    try (FeatureSet set =
        new CacheStore(folders, it -> assertThat(it).isNull()).open().open(key, ELEMENTS)) {
      for (int i = 0; i < 100; i++) {
        set.write(new RecordId(i, 0, 0, 0, 0), FloatBuffer.allocate(ELEMENTS), 0);
      }
    }
  }

  @Test
  void isShownLimitedAndEmptied() {
    fill();
    controller.refresh();
    assertThat(model.message().get()).isEqualTo(CacheMessage.NONE);
    CacheContent content = model.content().get();
    assertThat(Path.of(content.folder()))
        .isEqualTo(Path.of(System.getenv("THAW_HOME"), "cache", "pictures", "features"));
    assertThat(content.automatic()).isTrue();

    model.budget().text().set("3,5 GB");
    controller.setBudget();
    assertThat(model.message().get().text()).startsWith("The budget is set");
    assertThat(model.content().get().budgetBytes()).isEqualTo(3_500_000_000L);
    assertThat(model.budget().text().get()).isEqualTo("3500 MB");

    controller.refresh();
    assertThat(model.content().get().automatic()).isFalse();
    assertThat(model.content().get().records()).isPositive();
    assertThat(CacheText.parts(model.content().get())).contains("Frost 64");

    controller.clear();
    assertThat(model.message().get().text()).endsWith(" removed.");
    controller.refresh();
    assertThat(model.content().get().bytes()).isZero();
  }
}
