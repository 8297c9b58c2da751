package io.thaw.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.ui.results.ExportState;
import io.thaw.ui.results.ResultsModel;
import io.thaw.ui.training.JobInputs;
import io.thaw.ui.training.RunModel;
import io.thaw.ui.training.RunStatus;
import io.thaw.ui.training.TrainingFormModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class RailModelTest {
  private final JobInputs inputs = new JobInputs();
  private final TrainingFormModel form = new TrainingFormModel();
  private final RunModel run = new RunModel();
  private final ResultsModel results = new ResultsModel();
  private final RailModel rail = new RailModel(inputs, form, run, results);

  private List<StepState> states() {
    return rail.steps().stream().map(step -> step.state().get()).toList();
  }

  private List<Boolean> open() {
    return rail.steps().stream().map(step -> step.open().get()).toList();
  }

  @Test
  void theFirstThingToDoIsToPickAModel() {
    assertThat(states())
        .containsExactly(StepState.NEXT, StepState.WAITING, StepState.WAITING, StepState.WAITING);
    assertThat(open()).containsExactly(true, false, false, false);
  }

  @Test
  void whatIsNextMovesAlongAndOpens() {
    inputs.modelTitle().set("Residual");
    inputs.model().set("residual");
    assertThat(states())
        .containsExactly(StepState.DONE, StepState.NEXT, StepState.WAITING, StepState.WAITING);
    assertThat(open()).containsExactly(false, true, false, false);
    assertThat(rail.model().summary().get()).isEqualTo("Residual");

    inputs.data().set("/pictures");
    assertThat(states())
        .containsExactly(StepState.DONE, StepState.DONE, StepState.NEXT, StepState.WAITING);

    run.status().set(RunStatus.RUNNING);
    assertThat(states().get(2)).isEqualTo(StepState.BUSY);

    run.status().set(RunStatus.COMPLETED);
    results.report().set(Scripts.report(3, 10));
    assertThat(states())
        .containsExactly(StepState.DONE, StepState.DONE, StepState.DONE, StepState.NEXT);
    assertThat(open()).containsExactly(false, false, false, true);

    results.export().set(new ExportState(ExportState.Stage.DONE, "there"));
    assertThat(states()).containsOnly(StepState.DONE);
  }

  @Test
  void aProblemStandsOutWhereItIs() {
    inputs.model().set("residual");
    inputs.dataProblem().set("The folder holds one class only.");
    form.epochs().text().set("none");

    assertThat(states())
        .containsExactly(StepState.DONE, StepState.PROBLEM, StepState.PROBLEM, StepState.WAITING);
    assertThat(rail.images().summary().get()).isEqualTo("The folder holds one class only.");
  }

  @Test
  void picturesThatAreBeingWorkedOnStayInSight() {
    inputs.model().set("residual");
    inputs.data().set("/pictures");
    assertThat(open()).containsExactly(false, false, true, false);

    rail.toggle(rail.images());
    inputs.dataRevised().set(true);
    inputs.data().set("");
    inputs.dataProblem().set("The pictures are still being looked through.");
    inputs.data().set("/pictures");
    inputs.dataProblem().set("");
    assertThat(states()).contains(StepState.DONE, StepState.NEXT);
    assertThat(open()).containsExactly(false, true, false, false);

    inputs.dataRevised().set(false);
    inputs.data().set("");
    inputs.data().set("/others");
    assertThat(open()).containsExactly(false, false, true, false);
  }

  @Test
  void theUserMayOpenAnyStep() {
    rail.toggle(rail.training());
    assertThat(open()).containsExactly(false, false, true, false);

    rail.toggle(rail.training());
    assertThat(open()).containsOnly(false);
  }
}
