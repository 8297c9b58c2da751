package io.thaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.Estimate;
import io.thaw.job.JsonFiles;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.ui.app.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimateTextTest {
  @TempDir private Path run;

  private String text(Report report, Estimate estimate, long fromCache) throws IOException {
    var tree =
        JsonFiles.mapper().<com.fasterxml.jackson.databind.node.ObjectNode>valueToTree(report);
    tree.set("estimate", JsonFiles.mapper().valueToTree(estimate));
    if (tree.get("features") instanceof com.fasterxml.jackson.databind.node.ObjectNode features) {
      features.put("fromCache", fromCache);
    }
    JsonFiles.write(new RunFiles(run).report(), tree);
    return EstimateText.of(run.toString());
  }

  @Test
  void bothTimesAreToldInSeconds() throws IOException {
    Estimate estimate = new Estimate(7, 9, 2, 41.04, 0, 0);
    Report report = Scripts.report(3, 4);

    assertThat(text(report, estimate, 0)).isEqualTo("Estimated 41 s, took 42 s");
    assertThat(text(report, new Estimate(1, 1, 1, 8.26, 0, 0), 5))
        .isEqualTo("Estimated 8.3 s, took 42 s, because features were known from earlier runs");
  }

  @Test
  void nothingIsToldOfWhatWasNotEstimated() throws IOException {
    assertThat(EstimateText.of(run.toString())).isEmpty();
    assertThat(text(Scripts.olderReport(3, 4), null, 0)).isEmpty();
    Files.writeString(new RunFiles(run).report(), "{");
    assertThat(EstimateText.of(run.toString())).contains("cannot be told");
  }
}
