package io.thaw.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.job.CancelToken;
import io.thaw.job.JobSpec;
import io.thaw.run.Fixtures;
import io.thaw.worker.WorkerCommand;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PlainSideTest {
  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void aStoppedBenchmarkLeavesNoProcess() throws Exception {
    JobSpec spec =
        JobSpec.of(
            Fixtures.model(folder.resolve("tiny")).toString(),
            Fixtures.pictures(folder.resolve("pictures"), 4).toString());
    CancelToken cancel = new CancelToken();
    cancel.cancel();
    PlainSide side = new PlainSide(WorkerCommand.ofThisProgram(List.of()), cancel);

    assertThatThrownBy(() -> side.run(spec, 1_000_000, List.of()))
        .asInstanceOf(InstanceOfAssertFactories.type(ChildFailedException.class))
        .extracting(ChildFailedException::reason)
        .isEqualTo(ChildFailedException.Reason.CANCELLED);

    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
        .noneMatch(it -> it.info().commandLine().orElse("").contains("bench-plain"));
  }
}
