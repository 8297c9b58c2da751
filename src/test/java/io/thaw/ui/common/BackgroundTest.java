package io.thaw.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.worker.CommandRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What happens to work that is begun when the window has closed. */
class BackgroundTest {
  private final List<Object> told = new ArrayList<>();

  @Test
  void nothingIsBegunAndNobodyIsDisturbed() {
    ExecutorService closed = Executors.newSingleThreadExecutor();
    closed.shutdownNow();

    new LatestTask<String>(closed, Runnable::run).submit(() -> "late", told::add, told::add);
    new CommandTask(command -> new CommandRunner.Result(0, "", ""), closed, Runnable::run)
        .start(List.of("check"), told::add);

    assertThat(told).isEmpty();
  }
}
