package io.thaw.ui.results;

import io.thaw.job.BadJobException;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.ui.common.LatestTask;
import io.thaw.ui.results.ExportState.Stage;
import io.thaw.worker.CommandRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/** Reads reports and exports models, away from the FX thread. */
public final class ResultsController {
  private static final System.Logger LOG = System.getLogger(ResultsController.class.getName());

  private record Exported(CommandRunner.Result result, Path target) {}

  private final ResultsModel model;
  private final CommandRunner commands;
  private final LatestTask<Report> reading;
  private final LatestTask<Exported> exporting;

  /**
   * A controller.
   *
   * @param background where files are read and commands run
   * @param foreground where {@code model} may be changed
   */
  public ResultsController(
      ResultsModel model, CommandRunner commands, Executor background, Executor foreground) {
    this.model = model;
    this.commands = commands;
    this.reading = new LatestTask<>(background, foreground);
    this.exporting = new LatestTask<>(background, foreground);
  }

  /** Shows the result in a run folder. */
  public void open(Path folder) {
    clear();
    model.folder().set(folder);
    reading.submit(
        () -> Report.read(new RunFiles(folder).report()), model.report()::set, this::unreadable);
  }

  /** Shows no result. */
  public void clear() {
    reading.cancel();
    exporting.cancel();
    model.report().set(null);
    model.folder().set(null);
    model.problem().set("");
    model.export().set(ExportState.NONE);
  }

  /**
   * Exports the model on show; does nothing when there is none.
   *
   * @param chosen folder for the export, or around it when it holds something already
   */
  public void export(Path chosen) {
    if (!model.exportBlocked().get().isEmpty()) {
      return;
    }
    model.export().set(new ExportState(Stage.RUNNING, "Writing the model to " + chosen + "."));
    Path run = model.folder().get();
    exporting.submit(
        () -> write(run, ExportTarget.in(chosen, run)), this::exported, this::notExported);
  }

  private Exported write(Path run, Path target) {
    List<String> command =
        List.of("export", "--run", run.toString(), "--format", "djl", "--out", target.toString());
    return new Exported(commands.run(command), target);
  }

  private void exported(Exported export) {
    if (export.result().exitCode() == 0) {
      String done = "The model is in " + export.target() + ", ready for DJL.";
      model.export().set(new ExportState(Stage.DONE, done));
      return;
    }
    String reason =
        export.result().message().isBlank()
            ? "The export ended with code " + export.result().exitCode() + "."
            : export.result().message().strip();
    model.export().set(new ExportState(Stage.FAILED, reason));
  }

  private void notExported(Exception problem) {
    LOG.log(System.Logger.Level.WARNING, "The model could not be exported.", problem);
    String reason = "The model could not be exported: " + problem.getMessage();
    model.export().set(new ExportState(Stage.FAILED, reason));
  }

  private void unreadable(Exception problem) {
    if (problem instanceof BadJobException) {
      model.problem().set(problem.getMessage());
    } else {
      LOG.log(System.Logger.Level.WARNING, "A report could not be read.", problem);
      model.problem().set("The result could not be read: " + problem + ".");
    }
  }
}
