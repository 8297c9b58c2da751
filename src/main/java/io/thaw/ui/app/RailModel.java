package io.thaw.ui.app;

import io.thaw.ui.results.ResultsModel;
import io.thaw.ui.training.JobInputs;
import io.thaw.ui.training.RunModel;
import io.thaw.ui.training.RunStatus;
import io.thaw.ui.training.TrainingFormModel;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;

/**
 * The four steps of the work and how each stands. The first that is not done is the next one; it
 * opens by itself when it becomes the next, unless the user is at work on the pictures.
 */
public final class RailModel {
  private final StepModel model = new StepModel(1, "Model");
  private final StepModel images = new StepModel(2, "Images");
  private final StepModel training = new StepModel(3, "Training");
  private final StepModel export = new StepModel(4, "Export");
  private final JobInputs inputs;
  private final TrainingFormModel form;
  private final RunModel run;
  private final ResultsModel results;
  private StepModel next;

  /** Steps that follow what the screens hold. */
  public RailModel(JobInputs inputs, TrainingFormModel form, RunModel run, ResultsModel results) {
    this.inputs = inputs;
    this.form = form;
    this.run = run;
    this.results = results;
    InvalidationListener refresh = changed -> refresh();
    for (Observable source : sources()) {
      source.addListener(refresh);
    }
    refresh();
  }

  public StepModel model() {
    return model;
  }

  public StepModel images() {
    return images;
  }

  public StepModel training() {
    return training;
  }

  public StepModel export() {
    return export;
  }

  /** The steps from first to last. */
  public List<StepModel> steps() {
    return List.of(model, images, training, export);
  }

  /** Opens a step and closes the others, or closes it when it was open. */
  public void toggle(StepModel step) {
    boolean open = !step.open().get();
    steps().forEach(other -> other.open().set(other == step && open));
  }

  private List<Observable> sources() {
    return List.of(
        inputs.model(),
        inputs.modelTitle(),
        inputs.data(),
        inputs.dataTitle(),
        inputs.dataProblem(),
        form.summary(),
        form.problem(),
        run.status(),
        run.phase(),
        results.report(),
        results.export());
  }

  private void refresh() {
    setModel();
    setImages();
    setTraining();
    setExport();
    StepModel first =
        steps().stream()
            .filter(step -> step.state().get() != StepState.DONE)
            .findFirst()
            .orElse(null);
    if (first != null && first.state().get() == StepState.WAITING) {
      first.state().set(StepState.NEXT);
    }
    boolean stays = next == images && inputs.dataRevised().get();
    if (first != next && first != null && !first.open().get() && !stays) {
      toggle(first);
    }
    next = first;
  }

  private void setModel() {
    boolean picked = !inputs.model().get().isEmpty();
    model.set(
        picked ? StepState.DONE : StepState.WAITING,
        picked ? inputs.modelTitle().get() : "Pick a network to start from");
  }

  private void setImages() {
    if (!inputs.dataProblem().get().isEmpty()) {
      images.set(StepState.PROBLEM, inputs.dataProblem().get());
    } else if (inputs.data().get().isEmpty()) {
      images.set(StepState.WAITING, "Choose a folder of pictures");
    } else {
      images.set(StepState.DONE, inputs.dataTitle().get());
    }
  }

  private void setTraining() {
    RunStatus status = run.status().get();
    if (!form.problem().get().isEmpty()) {
      training.set(StepState.PROBLEM, form.problem().get());
    } else if (status.active()) {
      training.set(StepState.BUSY, run.phase().get());
    } else if (status == RunStatus.FAILED || status == RunStatus.CRASHED) {
      training.set(StepState.PROBLEM, run.phase().get());
    } else if (results.report().get() != null) {
      training.set(StepState.DONE, run.phase().get());
    } else {
      training.set(StepState.WAITING, form.summary().get());
    }
  }

  private void setExport() {
    switch (results.export().get().stage()) {
      case RUNNING -> export.set(StepState.BUSY, "Writing the model");
      case DONE -> export.set(StepState.DONE, "Exported");
      case FAILED -> export.set(StepState.PROBLEM, "The export failed");
      default -> export.set(StepState.WAITING, exportSummary());
    }
  }

  private String exportSummary() {
    return results.report().get() == null ? "After training" : "Take the trained model away";
  }
}
