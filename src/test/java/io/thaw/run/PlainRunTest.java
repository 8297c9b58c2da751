package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.catalogue.Catalogue;
import io.thaw.job.CancelToken;
import io.thaw.job.JobSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain DJL on a small real model and small real pictures, in this process. */
class PlainRunTest {
  @TempDir private Path folder;
  private Path data;
  private JobSpec job;

  @BeforeEach
  void makeInput() throws Exception {
    data = Fixtures.pictures(folder.resolve("pictures"), 12);
    job = Fixtures.job(Fixtures.model(folder.resolve("tiny")), data, folder.resolve("run"));
  }

  private PlainReport run(JobSpec spec, Set<Path> leftOut, CancelToken cancel) throws Exception {
    return new PlainRun(new Catalogue(folder.resolve("none"))).run(spec, leftOut, cancel);
  }

  @Test
  void itLearnsAndKeepsFrozenLayersAsTheyAre() throws Exception {
    JobSpec spec =
        job.withFreeze("until:stage1_block1_add")
            .withTraining(job.training().withEpochs(8).withLearningRate(0.03));

    PlainReport report = run(spec, Set.of(), new CancelToken());

    assertThat(report.epochs()).hasSize(8);
    assertThat(report.epochs().get(7).valAccuracy()).isGreaterThan(0.6);
    assertThat(report.frozenValues()).isPositive();
    assertThat(report.frozenValuesChanged()).isZero();
    assertThat(report.trainImages() + report.valImages()).isEqualTo(36);
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aDamagedPictureIsLeftOutAndOneThatIsNamed() throws Exception {
    Path damaged = data.resolve("disc/3.png");
    byte[] whole = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));
    JobSpec spec = job.withTraining(job.training().withEpochs(1));

    PlainReport report = run(spec, Set.of(data.resolve("disc/4.png")), new CancelToken());

    assertThat(report.trainImages() + report.valImages()).isEqualTo(34);
  }

  @Test
  void itStopsBeforeTheNextBatch() {
    CancelToken cancel = new CancelToken();
    cancel.cancel();
    assertThatThrownBy(() -> run(job, Set.of(), cancel)).isInstanceOf(CancellationException.class);
  }
}
