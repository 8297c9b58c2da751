package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.job.CancelToken;
import io.thaw.job.EngineRates;
import io.thaw.job.Estimate;
import io.thaw.job.JobEvent;
import io.thaw.job.MachineSpeed;
import io.thaw.job.Processor;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a machine that was calibrated tells what was expected of it. */
class EstimatedRunTest {
  @TempDir private Path folder;
  private Path model;
  private Path data;
  private Path out;

  @BeforeEach
  void makeInput() throws IOException {
    model = Fixtures.model(folder.resolve("tiny"));
    data = Fixtures.pictures(folder.resolve("pictures"), 6);
    out = folder.resolve("run");
  }

  private Report run() {
    JobEvent.Terminal end =
        new TrainingRun(new Catalogue(folder.resolve("none")), Fixtures.folders(folder), "test")
            .run(Fixtures.job(model, data, out), (event, line) -> {}, new CancelToken());
    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    return Report.read(new RunFiles(out).report());
  }

  private static MachineSpeed machine(double start) {
    EngineRates rates = new EngineRates(1e9, 1e9, 1e9, 1e9, 1e9, 1e9);
    return new MachineSpeed(
        MachineSpeed.VERSION,
        Processor.name(),
        Runtime.getRuntime().availableProcessors(),
        rates,
        rates,
        rates,
        new MachineSpeed.Fixed(start, 0, 0, 0, 0, 0, 0, 0),
        new MachineSpeed.Decoding(0, 0, 1, 0, 0, 0, 0.25),
        0,
        1_000_000_000);
  }

  @Test
  void theReportHoldsWhatWasExpectedBesideWhatHappened() {
    machine(1000).write(Fixtures.folders(folder).settings());

    Report report = run();

    Estimate estimate = report.estimate();
    // A second for each of 18 pictures, twice with the look at them all, and next to nothing for a
    // tiny network.
    assertThat(estimate.intakeSeconds()).isBetween(18.0, 19.0);
    assertThat(estimate.firstEpochSeconds()).isBetween(estimate.intakeSeconds(), 20.0);
    assertThat(estimate.totalSeconds()).isBetween(1036.0, 1038.0);
    assertThat(estimate.cacheBytes()).isPositive();
    double first = report.seconds().intake() + report.epochs().get(0).seconds();
    assertThat(report.firstEpochSeconds()).hasValue(first);
    assertThat(report.laterEpochSeconds()).hasValue(report.epochs().get(1).seconds());
  }

  @Test
  void nothingIsExpectedWhereNothingWasMeasured() throws IOException {
    assertThat(run().estimate()).isNull();

    Path settings = Fixtures.folders(folder).settings();
    Files.createDirectories(settings);
    Files.writeString(MachineSpeed.file(settings), "{}");
    out = folder.resolve("again");
    Report report = run();
    assertThat(report.estimate()).isNull();
    assertThat(report.notices()).anyMatch(it -> it.contains("thaw calibrate"));
  }
}
