package io.thaw.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.thaw.job.JsonFiles;
import io.thaw.job.ProbeResult;
import io.thaw.worker.CommandRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeControllerTest {
  private final ProbeModel model = new ProbeModel();
  private final List<List<String>> commands = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private CommandRunner.Result answer = new CommandRunner.Result(0, "", "");
  private final ProbeController controller =
      new ProbeController(model, this::run, waiting::add, Runnable::run);

  private CommandRunner.Result run(List<String> command) {
    commands.add(command);
    return answer;
  }

  private void work() {
    List<Runnable> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(Runnable::run);
  }

  static ProbeResult result(String freeze, ProbeResult.Point... points) {
    return new ProbeResult(
        ProbeResult.VERSION,
        "m",
        "d",
        "e",
        100,
        0,
        0,
        List.of("a", "b"),
        0.5,
        5,
        List.of(points),
        freeze,
        "Because.",
        1);
  }

  @Test
  void asksTheCommandLineAndShowsWhatItFound() throws JsonProcessingException {
    ProbeResult found =
        result("until:relu", new ProbeResult.Point("relu", "stem", 8, 0.8, 0.7, 0.9));
    answer = new CommandRunner.Result(0, JsonFiles.mapper().writeValueAsString(found), "");

    controller.start("frost", "pictures", () -> null);

    assertThat(model.workingProperty().get()).isTrue();
    work();
    assertThat(model.workingProperty().get()).isFalse();
    assertThat(commands)
        .containsExactly(List.of("probe", "--model", "frost", "--data", "pictures", "--json"));
    assertThat(model.resultProperty().get()).isEqualTo(found);
  }

  @Test
  void aSecondClickStartsNothing() {
    controller.start("frost", "pictures", () -> null);
    controller.start("frost", "pictures", () -> null);

    assertThat(waiting).hasSize(1);
  }

  @Test
  void nothingStartsWhileSomethingIsMissing() {
    model.blockedProperty().set("Pick a model first.");

    controller.start("", "", () -> null);

    assertThat(waiting).isEmpty();
    assertThat(model.workingProperty().get()).isFalse();
  }

  @Test
  void aFailureIsSaidInTheCommandsWords() {
    answer = new CommandRunner.Result(3, "", "There is only one class.");

    controller.start("frost", "pictures", () -> null);
    work();

    assertThat(model.problemProperty().get()).isEqualTo("There is only one class.");
    assertThat(model.resultProperty().get()).isNull();
  }

  @Test
  void aKilledProbeIsSaidToo() {
    answer = new CommandRunner.Result(137, "", "");

    controller.start("frost", "pictures", () -> null);
    work();

    assertThat(model.problemProperty().get()).contains("ended before");
    assertThat(model.workingProperty().get()).isFalse();
  }

  @Test
  void damagedAnswersAreAProblemAndNoResult() {
    answer = new CommandRunner.Result(0, "{", "");

    controller.start("frost", "pictures", () -> null);
    work();

    assertThat(model.problemProperty().get()).contains("damaged");
    assertThat(model.workingProperty().get()).isFalse();
  }

  @Test
  void anAnswerForAnotherModelComesTooLate() throws JsonProcessingException {
    answer = new CommandRunner.Result(0, JsonFiles.mapper().writeValueAsString(result("all")), "");
    controller.start("frost", "pictures", () -> null);

    controller.clear();
    work();

    assertThat(model.resultProperty().get()).isNull();
    assertThat(model.workingProperty().get()).isFalse();
  }
}
