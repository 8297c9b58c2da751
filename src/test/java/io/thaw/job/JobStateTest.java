package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobStateTest {
  private static final JobEvent.Started STARTED = new JobEvent.Started(1, "0.1.0", 1, "r");
  private static final JobEvent.DataReady DATA = new JobEvent.DataReady(List.of("a", "b"), 8, 2, 1);
  private static final JobEvent.PlanReady PLAN = new JobEvent.PlanReady("pool", 9, 1, 10, 90);
  private static final JobEvent.Progress PROGRESS = new JobEvent.Progress(Phase.SCAN, 1, 10, 0, -1);
  private static final JobEvent.ProblemFound PROBLEM =
      new JobEvent.ProblemFound("x", "it is empty", "empty");
  private static final JobEvent.BatchDone BATCH = new JobEvent.BatchDone(1, 1, 2, 1, 0, 0.1, 5, 1);
  private static final EpochRecord EPOCH = new EpochRecord(1, 1, 0.5, 1, 0.5, 0.1, 2, 5);
  private static final JobEvent.Completed END = new JobEvent.Completed("r", 0.5, 1, 3);

  private final JobState state = new JobState();

  @Test
  void knowsNothingBeforeTheFirstEvent() {
    assertThat(state.started()).isEmpty();
    assertThat(state.phase()).isEqualTo(Phase.PREPARE);
    assertThat(state.progress()).isEmpty();
    assertThat(state.data()).isEmpty();
    assertThat(state.plan()).isEmpty();
    assertThat(state.end()).isEmpty();
  }

  @Test
  void keepsWhatTheEventsSay() {
    List.of(
            STARTED,
            new JobEvent.PhaseStarted(Phase.SCAN),
            PROBLEM,
            PROGRESS,
            DATA,
            PLAN,
            new JobEvent.Unknown("gpu"),
            new JobEvent.Notice("slow"),
            BATCH,
            new JobEvent.EpochDone(EPOCH, 1),
            moved(1),
            END)
        .forEach(state::apply);
    assertThat(state.started()).contains(STARTED);
    assertThat(state.phase()).isEqualTo(Phase.SCAN);
    assertThat(state.progress()).contains(PROGRESS);
    assertThat(state.data()).contains(DATA);
    assertThat(state.plan()).contains(PLAN);
    assertThat(state.problems()).containsExactly(PROBLEM);
    assertThat(state.notices()).containsExactly("slow");
    assertThat(state.batches()).containsExactly(BATCH);
    assertThat(state.epochs()).containsExactly(EPOCH);
    assertThat(state.moved()).contains(moved(1));
    assertThat(state.end()).contains(END);
  }

  @Test
  void aNewPhaseForgetsTheProgressOfTheLast() {
    state.apply(PROGRESS);
    state.apply(new JobEvent.PhaseStarted(Phase.TRAIN));
    assertThat(state.progress()).isEmpty();
    assertThat(state.phase()).isEqualTo(Phase.TRAIN);
  }

  @Test
  void nothingHappensAfterTheEnd() {
    state.apply(END);
    state.apply(BATCH);
    state.apply(new JobEvent.Failed(false, "late", null));
    assertThat(state.batches()).isEmpty();
    assertThat(state.end()).contains(END);
  }

  private static JobEvent.BatchDone batch(int epoch, long step, double loss) {
    return new JobEvent.BatchDone(epoch, step, 30, loss, 0, 0.1, 5, 1);
  }

  private static EpochRecord epoch(int epoch, double loss) {
    return new EpochRecord(epoch, loss, 0.5, 1, 0.5, 0.1, 2, 5);
  }

  private static JobEvent.LayersMoved moved(int epoch) {
    return new JobEvent.LayersMoved(epoch, Map.of("stem", 0.1 * epoch));
  }

  private void twoEpochsAndTheirEnd() {
    List.of(
            STARTED,
            PROBLEM,
            DATA,
            batch(1, 5, 1),
            batch(1, 10, 1),
            new JobEvent.EpochDone(epoch(1, 1), 3),
            batch(2, 17, 1),
            batch(2, 20, 1),
            new JobEvent.EpochDone(epoch(2, 1), 3),
            moved(2),
            batch(3, 22, 1),
            new JobEvent.Cancelled("r", true, 3))
        .forEach(state::apply);
  }

  @Test
  void aResumedRunKeepsWhatCameBeforeTheStepItGoesOnFrom() {
    twoEpochsAndTheirEnd();
    JobEvent.Started again = new JobEvent.Started(1, "0.1.0", 2, "r");

    List.of(again, PROBLEM).forEach(state::apply);
    assertThat(state.started()).contains(again);
    assertThat(state.end()).isEmpty();
    assertThat(state.data()).isEmpty();
    assertThat(state.problems()).containsExactly(PROBLEM);
    assertThat(state.epochs()).hasSize(2);
    assertThat(state.moved()).contains(moved(2));

    state.apply(new JobEvent.Resumed(1, 13));
    assertThat(state.moved()).isEmpty();
    assertThat(state.batches()).extracting(JobEvent.BatchDone::step).containsExactly(5L, 10L);
    assertThat(state.epochs()).containsExactly(epoch(1, 1));

    List.of(batch(2, 14, 2), new JobEvent.EpochDone(epoch(2, 2), 3), END).forEach(state::apply);
    assertThat(state.batches()).extracting(JobEvent.BatchDone::step).containsExactly(5L, 10L, 14L);
    assertThat(state.epochs()).containsExactly(epoch(1, 1), epoch(2, 2));
    assertThat(state.end()).contains(END);
  }

  @Test
  void theLaterWordOnAStepOrAnEpochCounts() {
    twoEpochsAndTheirEnd();

    List.of(STARTED, batch(1, 4, 2)).forEach(state::apply);
    assertThat(state.moved()).isEmpty();
    assertThat(state.batches()).containsExactly(batch(1, 4, 2));
    assertThat(state.epochs()).isEmpty();

    List.of(new JobEvent.EpochDone(epoch(1, 2), 3), new JobEvent.EpochDone(epoch(1, 3), 3))
        .forEach(state::apply);
    assertThat(state.epochs()).containsExactly(epoch(1, 3));
  }
}
