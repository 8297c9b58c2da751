package io.thaw.ui.app;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.thaw.job.AugmentationKind;
import io.thaw.job.JobEvent;
import io.thaw.job.RunFiles;
import io.thaw.job.TrainingSettings;
import io.thaw.ui.theme.Theme;
import io.thaw.worker.CommandRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WorkbenchTest {
  @TempDir static Path folder;

  private WorkbenchDriver window;
  private Stage stage;

  @Start
  void start(Stage shown) throws IOException {
    stage = shown;
    window = new WorkbenchDriver(folder);
    window.show(shown);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static boolean disabled(FxRobot robot, String query) {
    return robot.lookup(query).query().isDisabled();
  }

  @Test
  void theSamplePicturesAreOneClickAway(FxRobot robot) throws TimeoutException {
    await(() -> window.text("#step-1-summary").equals("Small residual"));
    robot.clickOn("#try-samples");

    await(() -> window.text("#step-2-summary").contains("pictures"));
    await(() -> !disabled(robot, "#start"));
    assertThat(robot.lookup("#try-samples").query().isVisible()).isFalse();
  }

  @Test
  void startWaitsForPicturesAndSaysSo(FxRobot robot) throws TimeoutException {
    await(() -> window.text("#step-1-summary").equals("Small residual"));
    assertThat(disabled(robot, "#start")).isTrue();
    assertThat(robot.lookup("#start").query().getAccessibleHelp())
        .isEqualTo("Choose a folder of pictures first (step 2).");
    assertThat(window.text("#status-phase"))
        .isEqualTo("Choose a folder of pictures first (step 2).");

    robot.moveTo("#start");
    await(() -> robot.lookup(".tooltip").tryQuery().isPresent());

    window.prepare();
    assertThat(disabled(robot, "#start")).isFalse();
    assertThat(disabled(robot, "#stop")).isTrue();
    assertThat(window.text("#status-phase")).isEqualTo("Ready to start");
  }

  @Test
  void aRunFillsChartsAndFiguresAndStops(FxRobot robot) throws TimeoutException {
    window.prepare();
    robot.doubleClickOn("#epochs").write("4");
    robot.clickOn("#test").eraseText(1).write("80");
    await(() -> window.text("#test-problem").contains("must leave some to learn from"));
    assertThat(disabled(robot, "#start")).isTrue();
    robot.clickOn("#test").eraseText(2).write("15");
    await(() -> !disabled(robot, "#start"));
    HandDrivenRunner.Run run = window.start();
    assertThat(run.spec().test()).isEqualTo(0.15);
    assertThat(run.spec().model()).isEqualTo("residual");
    assertThat(run.spec().data()).isEqualTo(window.chosen.toString());
    assertThat(run.spec().freeze()).isEqualTo("all");
    assertThat(run.spec().training().epochs()).isEqualTo(4);
    assertThat(disabled(robot, "#start")).isTrue();

    run.say(Scripts.beginning(window.run));
    run.say(Scripts.epochs(1, 3, 4));
    await(() -> window.text("#status-phase").equals("Training, epoch 3 of 4"));
    assertThat(window.chart("#loss-chart").model().training().size()).isEqualTo(75);
    assertThat(window.chart("#accuracy-chart").model().validation().size()).isEqualTo(3);
    assertThat(window.text("#figure-epoch")).isEqualTo("3 of 4");
    assertThat(window.text("#figure-features")).startsWith("1,000 pictures: 880 known");
    assertThat(window.text("#figure-features-note")).startsWith("No room to keep 40");
    assertThat(window.text("#status-problems")).isEqualTo("1 picture left out");

    robot.clickOn("#stop");
    await(() -> run.asked().equals(List.of("stop")));
    assertThat(window.text("#status-phase")).startsWith("Stopping");
    assertThat(disabled(robot, "#stop")).isTrue();

    run.say(new JobEvent.Cancelled(window.run.toString(), false, 2));
    await(() -> window.text("#banner-sentence").contains("no model was kept"));
    assertThat(disabled(robot, "#start")).isFalse();
  }

  @Test
  void thePriceFollowsEveryClickAndStandsBesideWhatHappened(FxRobot robot)
      throws TimeoutException, IOException {
    await(() -> window.text("#price-missing").contains("step 2"));
    window.prepare();
    await(() -> !window.text("#price-later").isEmpty());
    String frozen = window.text("#price-later");
    await(() -> robot.lookup("#card-layer-stem_conv_fwd").tryQuery().isPresent());
    robot.clickOn("#card-layer-stem_conv_fwd");
    robot.interact(() -> rate(robot).setValue(0.1));
    await(() -> !window.text("#price-later").equals(frozen));
    assertThat(window.text("#price-cache")).isEqualTo("nothing");

    Scripts.report(2, 6).write(new RunFiles(window.run).report());
    HandDrivenRunner.Run run = window.start();
    run.say(Scripts.beginning(window.run));
    run.say(new JobEvent.Completed(window.run.toString(), 0.9, 0.4, 41));
    await(() -> robot.lookup("#show-result").tryQuery().isPresent());
    robot.clickOn("#show-result");
    await(() -> robot.lookup("#cost-total").tryQuery().isPresent());
    assertThat(tookAndExpected("first-epoch")).isEqualTo("9.6 s, 8.0 s");
    assertThat(tookAndExpected("later-epoch")).isEqualTo("2.5 s, 3.0 s");
    assertThat(tookAndExpected("total")).isEqualTo("42 s, 38 s");
    assertThat(window.text("#result-test")).isEqualTo("88.9 %");
    assertThat(robot.lookup("#result-test").queryAll()).hasSize(1);
    assertThat(tookAndExpected("memory")).isEqualTo("1.3 GB, 1.1 GB");
  }

  private String tookAndExpected(String figure) {
    String id = "#cost-" + figure;
    return window.text(id) + ", " + window.text(id + "-expected");
  }

  @Test
  void whatIsFrozenByHandReachesTheWorkerAndTheCardsShowHowFarLayersMove(FxRobot robot)
      throws TimeoutException {
    window.prepare();
    await(() -> robot.lookup("#card-layer-stem_conv_fwd").tryQuery().isPresent());
    robot.clickOn("#card-layer-stem_conv_fwd");
    robot.interact(() -> rate(robot).setValue(0.1));
    HandDrivenRunner.Run run = window.start();

    assertThat(run.spec().freeze()).startsWith("layers:").doesNotContain("stem_conv_fwd");
    assertThat(run.spec().rates()).containsExactly(entry("stem_conv_fwd", 0.1));

    run.say(Scripts.beginning(window.run));
    run.say(new JobEvent.LayersMoved(1, Map.of("stem_conv_fwd", 0.031)));
    window.press(KeyCode.DIGIT1);
    await(
        () ->
            robot
                .lookup("#card-layer-stem_conv_fwd")
                .query()
                .getAccessibleText()
                .endsWith("moved 3.1 %"));
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<Double> rate(FxRobot robot) {
    return robot.lookup("#rate").queryAs(ComboBox.class);
  }

  @Test
  void aCrashIsToldInPlaceAndCanBeStartedAgain(FxRobot robot) throws TimeoutException {
    window.prepare();
    HandDrivenRunner.Run first = window.start();
    first.say(Scripts.beginning(window.run));
    first.say(Scripts.epochs(1, 1, 10));
    first.say(new JobEvent.Crashed(137, "It was ended by the system.", List.of("Killed")));

    await(() -> robot.lookup("#banner").query().isVisible());
    assertThat(window.text("#banner-sentence")).isEqualTo("It was ended by the system.");
    assertThat(robot.lookup("#banner-detail").query().isVisible()).isFalse();
    robot.clickOn("#banner-more");
    assertThat(robot.lookup("#banner-detail").queryTextInputControl().getText())
        .isEqualTo("Exit code 137\nKilled");

    robot.clickOn("#start-again");
    await(() -> window.runner.runs().size() == 2);
    assertThat(robot.lookup("#banner").query().isVisible()).isFalse();
    assertThat(window.chart("#loss-chart").model().training().size()).isZero();
    window.runner.last().say(Scripts.epochs(1, 1, 10));
    await(() -> window.chart("#loss-chart").model().training().size() == 25);
  }

  @Test
  void aFinishedRunShowsItsResultAndExportsIt(FxRobot robot) throws TimeoutException {
    Scripts.report(5, 40).write(new RunFiles(window.run).report());
    window.prepare();
    assertThat(disabled(robot, "#rail-export")).isTrue();
    HandDrivenRunner.Run run = window.start();
    run.say(Scripts.beginning(window.run));
    run.say(new JobEvent.Completed(window.run.toString(), 0.925, 0.4, 41));

    await(() -> robot.lookup("#show-result").tryQuery().isPresent());
    robot.clickOn("#show-result");
    await(() -> robot.lookup("#result-accuracy").tryQuery().isPresent());
    assertThat(window.text("#result-accuracy")).isEqualTo("92.5 %");
    assertThat(window.text("#result-balanced")).isEqualTo("92.5 %");
    assertThat(window.text("#result-frozen")).isEqualTo("0 of 9,876,543");
    assertThat(window.text("#result-leaks")).isEqualTo("no picture");
    assertThat(window.text("#cost-from-cache")).isEqualTo("880 of 1,000");
    assertThat(window.text("#cost-memory")).isEqualTo("1.3 GB");
    assertThat(robot.lookup("#result-notices .label").queryAs(Labeled.class).getText())
        .startsWith("There is no room");

    robot.clickOn("#open-folder");
    assertThat(window.opened).containsExactly(window.run);

    window.answer = new CommandRunner.Result(4, "", "The disk is full.");
    robot.clickOn("#export");
    await(() -> window.text("#export-message").equals("The disk is full."));
    window.answer = new CommandRunner.Result(0, "", "");
    robot.clickOn("#export");
    await(() -> window.text("#export-message").contains("ready for DJL"));
    assertThat(window.commands.get(1))
        .containsExactly(
            "export",
            "--run",
            window.run.toString(),
            "--format",
            "djl",
            "--out",
            window.chosen.resolve("thaw-run").toString());
    assertThat(window.text("#step-4-summary")).isEqualTo("Exported");
  }

  @Test
  void closingDuringARunAsksAndWaitsForItsEnd(FxRobot robot) throws TimeoutException {
    window.prepare();
    HandDrivenRunner.Run run = window.start();
    askToClose(robot);
    robot.clickOn("#close-stay");
    assertThat(run.asked()).isEmpty();
    assertThat(stage.isShowing()).isTrue();

    askToClose(robot);
    robot.clickOn("#close-go");
    await(() -> run.asked().equals(List.of("stop")));
    assertThat(stage.isShowing()).isTrue();

    run.say(new JobEvent.Cancelled(window.run.toString(), false, 1));
    await(() -> !stage.isShowing());
  }

  private void askToClose(FxRobot robot) throws TimeoutException {
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    await(() -> robot.lookup("#close-stay").tryQuery().isPresent());
  }

  @Test
  void theLookChangesAndIsRemembered(FxRobot robot) {
    String before = stage.getScene().getStylesheets().get(0);
    robot.clickOn("#theme-toggle");

    assertThat(stage.getScene().getStylesheets().get(0)).isNotEqualTo(before).contains("dark");
    assertThat(window.memory.theme()).isEqualTo(Theme.DARK);
  }

  @Test
  void everythingHasAKey(FxRobot robot) throws TimeoutException {
    window.prepare();
    window.press(KeyCode.DIGIT4);
    assertThat(selectedTab(robot)).isEqualTo("tab-results");
    window.press(KeyCode.DIGIT1);
    assertThat(selectedTab(robot)).isEqualTo("tab-network");

    window.press(KeyCode.ENTER);
    await(() -> window.runner.runs().size() == 1);
    assertThat(selectedTab(robot)).isEqualTo("tab-training");
    robot.push(KeyCode.ESCAPE);
    await(() -> window.runner.last().asked().equals(List.of("stop")));

    robot.push(KeyCode.F1);
    await(() -> robot.lookup("#help-content").tryQuery().isPresent());
    robot.push(KeyCode.F1);
    await(() -> robot.lookup("#help-content").tryQuery().filter(Node::isVisible).isEmpty());
  }

  @Test
  void whatWasPickedIsThereAtTheNextStart(FxRobot robot) throws Exception {
    window.prepare();
    assertThat(window.memory.get().lastModel()).isEqualTo("residual");

    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          stage.hide();
          stage = new Stage();
          window.show(stage);
          return stage;
        });
    await(() -> window.text("#step-2-summary").equals("2 classes, 12 pictures"));
    await(() -> !disabled(robot, "#start"));
  }

  private static String selectedTab(FxRobot robot) {
    TabPane tabs = robot.lookup("#tabs").queryAs(TabPane.class);
    return tabs.getSelectionModel().getSelectedItem().getId();
  }

  @Test
  void aWindowFromALargerScreenFitsThisOne(FxRobot robot) {
    window.memory.update(last -> last.withWindowSize(20_000, 10_000));
    Stage[] second = new Stage[1];
    robot.interact(
        () -> {
          second[0] = new Stage();
          window.show(second[0]);
        });

    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    assertThat(second[0].getScene().getWidth()).isLessThanOrEqualTo(screen.getWidth());
    assertThat(second[0].getScene().getHeight()).isLessThanOrEqualTo(screen.getHeight());
    robot.interact(second[0]::close);
  }

  @Test
  void aWrongValueIsExplainedUnderItsField(FxRobot robot) throws TimeoutException {
    window.prepare();
    robot.doubleClickOn("#epochs").write("many");

    assertThat(window.text("#epochs-problem")).contains("whole number");
    assertThat(robot.lookup("#epochs-problem").query().isVisible()).isTrue();
    assertThat(disabled(robot, "#start")).isTrue();

    robot.doubleClickOn("#epochs").write("2");
    assertThat(robot.lookup("#epochs-problem").query().isVisible()).isFalse();
    assertThat(disabled(robot, "#start")).isFalse();
  }

  @Test
  void augmentationAndViewsReachTheJob(FxRobot robot) throws TimeoutException {
    window.prepare();
    assertThat(shown(robot.lookup("#views").query())).isFalse();
    robot.clickOn("#augmentation").clickOn("Standard");
    assertThat(shown(robot.lookup("#views").query())).isTrue();
    assertThat(window.text("#augmentation-what")).contains("brightness");

    robot.clickOn("#views").write("many");
    assertThat(disabled(robot, "#start")).isTrue();
    assertThat(robot.lookup("#start").query().getAccessibleHelp())
        .isEqualTo(window.text("#views-problem"))
        .isEqualTo("Views per picture must be a whole number from 0 to 64.");

    robot.doubleClickOn("#views").write("6");
    TrainingSettings settings = window.start().spec().training();
    assertThat(settings.augmentation()).isEqualTo(AugmentationKind.STANDARD);
    assertThat(settings.views()).isEqualTo(6);
  }

  @Test
  void aReportWithoutFeaturesStillShows(FxRobot robot) throws TimeoutException {
    Scripts.olderReport(5, 40).write(new RunFiles(window.run).report());
    window.prepare();
    window.start().say(new JobEvent.Completed(window.run.toString(), 0.925, 0.4, 41));

    await(() -> robot.lookup("#cost-decode").tryQuery().isPresent());
    assertThat(window.text("#cost-decode")).isEqualTo("6.2 s");
    assertThat(robot.lookup("#cost-intake").tryQuery()).isEmpty();
    assertThat(robot.lookup("#cost-memory").tryQuery()).isEmpty();
    assertThat(robot.lookup("#result-notices").tryQuery()).isEmpty();
  }

  private static boolean shown(Node node) {
    return node == null || node.isVisible() && shown(node.getParent());
  }
}
