package io.thaw.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.ui.app.Scripts;
import io.thaw.worker.CommandRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsControllerTest {
  @TempDir Path run;
  private final ResultsModel model = new ResultsModel();
  private final List<List<String>> commands = new ArrayList<>();
  private CommandRunner.Result answer = new CommandRunner.Result(0, "", "");
  private final ResultsController controller =
      new ResultsController(model, this::run, Runnable::run, Runnable::run);

  private CommandRunner.Result run(List<String> command) {
    commands.add(command);
    return answer;
  }

  private void openReport() {
    Scripts.report(5, 40).write(new RunFiles(run).report());
    controller.open(run);
  }

  @Test
  void readsTheReportOfARun() {
    openReport();

    assertThat(model.report().get()).usingRecursiveComparison().isEqualTo(Scripts.report(5, 40));
    assertThat(model.exportBlocked().get()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAReport() throws Exception {
    Files.writeString(new RunFiles(run).report(), "{ \"version\": 1, \"classes\": ");
    controller.open(run);

    assertThat(model.report().get()).isNull();
    assertThat(model.problem().get()).contains("damaged");
    assertThat(model.exportBlocked().get()).contains("Train a model first");
  }

  @Test
  void exportsTheRunOnShow() {
    openReport();
    controller.export(Path.of("out"));

    assertThat(commands)
        .containsExactly(
            List.of("export", "--run", run.toString(), "--format", "djl", "--out", "out"));
    assertThat(model.export().get().stage()).isEqualTo(ExportState.Stage.DONE);
    assertThat(model.export().get().message()).contains("out");
  }

  @Test
  void anExportNeverGoesAmongWhatIsThere(@TempDir Path chosen) throws Exception {
    assertThat(ExportTarget.in(chosen, run)).as("an empty folder").isEqualTo(chosen);
    assertThat(ExportTarget.in(chosen.resolve("new"), run)).isEqualTo(chosen.resolve("new"));

    Path own = chosen.resolve("thaw-" + run.getFileName());
    Files.writeString(chosen.resolve("letter.txt"), "mine");
    assertThat(ExportTarget.in(chosen, run)).isEqualTo(own);
    Files.writeString(Files.createDirectory(own).resolve("model"), "exported before");
    assertThat(ExportTarget.in(chosen, run))
        .isEqualTo(chosen.resolve("thaw-" + run.getFileName() + "-2"));
  }

  @Test
  void tellsWhyAnExportFailed() {
    openReport();
    answer = new CommandRunner.Result(4, "", "The folder out is not empty.\n");
    controller.export(Path.of("out"));

    assertThat(model.export().get())
        .isEqualTo(new ExportState(ExportState.Stage.FAILED, "The folder out is not empty."));
  }

  @Test
  void nothingIsExportedWithoutAResult() {
    controller.export(Path.of("out"));

    assertThat(commands).isEmpty();
  }

  @Test
  void figuresSayHowSureTheAccuracyIs() {
    Report report = Scripts.report(5, 40);
    ResultFigures figures = new ResultFigures(report);

    assertThat(figures.accuracy()).isEqualTo("92.5 %");
    assertThat(figures.interval())
        .isEqualTo("95 % interval 88.0 to 95.4 %, 185 of 200 held-back pictures right");
    assertThat(figures.testAccuracy()).contains("95.2 %");
    assertThat(figures.testInterval())
        .isEqualTo("95 % interval 77.3 to 99.2 %, 20 of 21 test pictures right");
    assertThat(figures.pictures()).isEqualTo("800 + 200 + 21");
    assertThat(new ResultFigures(Scripts.olderReport(5, 40)).testAccuracy()).isEmpty();
    assertThat(figures.frozen()).isEqualTo("0 of 9,876,543");
    assertThat(figures.frozenKept()).isTrue();
  }
}
