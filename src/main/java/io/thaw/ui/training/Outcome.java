package io.thaw.ui.training;

import io.thaw.job.JobEvent;
import io.thaw.ui.common.Figures;

/**
 * How a run ended, for the banner.
 *
 * @param status one of the four ends
 * @param title a few words
 * @param sentence for the user
 * @param detail technical cause, may be empty
 * @param hasResult whether a model and a report were written
 */
public record Outcome(
    RunStatus status, String title, String sentence, String detail, boolean hasResult) {

  /** The outcome that a terminal event tells. */
  public static Outcome of(JobEvent.Terminal end) {
    if (end instanceof JobEvent.Completed it) {
      String share = Figures.percent(it.valAccuracy());
      return new Outcome(
          RunStatus.COMPLETED,
          "Training finished",
          share + " of the held-back pictures are classified rightly.",
          "",
          true);
    }
    if (end instanceof JobEvent.Cancelled it) {
      return new Outcome(RunStatus.CANCELLED, "Training stopped", kept(it), "", it.modelKept());
    }
    if (end instanceof JobEvent.Failed it) {
      return new Outcome(
          RunStatus.FAILED,
          it.badInput() ? "The job could not be run" : "Training failed",
          it.message(),
          it.detail() == null ? "" : it.detail(),
          false);
    }
    JobEvent.Crashed it = (JobEvent.Crashed) end;
    return new Outcome(
        RunStatus.CRASHED,
        "The training process ended unexpectedly",
        it.message(),
        detail(it),
        false);
  }

  private static String kept(JobEvent.Cancelled it) {
    return it.modelKept()
        ? "What was learned so far was kept; the model is in the run folder."
        : "It was stopped before anything was learned, so no model was kept.";
  }

  private static String detail(JobEvent.Crashed it) {
    return "Exit code " + it.exitCode() + "\n" + String.join("\n", it.errorTail());
  }
}
