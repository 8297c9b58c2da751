package io.thaw.ui.network;

import static io.thaw.ui.common.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thaw.network.Layer;
import io.thaw.ui.network.diagram.Box;
import io.thaw.ui.network.diagram.DiagramView;
import io.thaw.ui.network.diagram.Viewport;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.ZoomEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Freezing by hand in the diagram: mouse, keyboard, and the line. */
@ExtendWith(ApplicationExtension.class)
class DiagramTest {
  private static final String CONV = "stem_conv_fwd";
  private static final String NORM = "stem_batchnorm_fwd";
  private static final String RELU = "stem_relu";
  private static final String FIRST = "stage1_block1_conv1_fwd";

  private final DiagramStage window = new DiagramStage();
  private final NetworkModel model = window.model;

  @Start
  void start(Stage stage) {
    window.show(stage);
  }

  @BeforeEach
  void unfold() throws TimeoutException {
    window.unfold();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aClickOnASnowflakeThawsTheLayer(FxRobot robot) {
    robot.clickOn(window.icon(CONV));

    assertThat(model.stateOf(window.layer(CONV))).isEqualTo(LayerState.TRAINABLE);
    assertThat(model.stateOf(window.layer(NORM))).isEqualTo(LayerState.FROZEN);

    robot.clickOn(window.icon(CONV));

    assertThat(model.freezeSpec()).isEqualTo("all");
  }

  @Test
  void aClickOnTheWordsSelectsAndChangesNothing(FxRobot robot) {
    robot.clickOn(window.words(NORM));

    assertThat(model.selection()).containsExactly(window.layer(NORM));
    assertThat(model.freezeSpec()).isEqualTo("all");
    assertThat(robot.lookup("#inspector-title").queryLabeled().getText()).isEqualTo(NORM);
  }

  @Test
  void shiftClickChangesEverythingFromTheClickBefore(FxRobot robot) {
    robot.clickOn(window.icon(CONV));
    robot.press(KeyCode.SHIFT).clickOn(window.icon(FIRST)).release(KeyCode.SHIFT);

    assertThat(trainable()).containsExactly(CONV, NORM, FIRST);
  }

  @Test
  void shiftClickOnTheWordsSelectsARange(FxRobot robot) {
    robot.clickOn(window.words(CONV));
    robot.press(KeyCode.SHIFT).clickOn(window.words(RELU)).release(KeyCode.SHIFT);

    assertThat(model.selection()).extracting(Layer::name).containsExactly(CONV, NORM, RELU);
  }

  @Test
  void theKeyboardAloneFreezesAndTakesBack(FxRobot robot) {
    robot.clickOn(window.words(NORM));

    robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.SPACE);
    assertThat(trainable()).containsExactly(CONV);

    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT).type(KeyCode.SPACE);
    assertThat(trainable()).isEmpty();

    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(trainable()).containsExactly(CONV);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(model.freezeSpec()).isEqualTo("all");
    robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
    assertThat(trainable()).containsExactly(CONV);
  }

  @Test
  void endGoesToTheHead(FxRobot robot) {
    robot.clickOn(window.words(NORM)).type(KeyCode.END);

    assertThat(model.currentProperty().get()).isEqualTo(new Part.Head());
    assertThat(window.view().getAccessibleText()).startsWith("New head");
  }

  @Test
  void theLineIsDraggedToWhereTrainingBegins(FxRobot robot) {
    Box relu = model.diagramProperty().get().layout().cards().get("layer-" + RELU);
    double line = new FreezeLine(model.diagramProperty().get()).line(model).y();

    robot.moveTo(window.height(line)).press(MouseButton.PRIMARY);
    robot.moveTo(window.height(relu.centreY() + 1)).release(MouseButton.PRIMARY);

    assertThat(model.freezeSpec()).isEqualTo("until:" + NORM);
    assertThat(model.boundaryProperty().get()).isEqualTo(RELU);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(model.freezeSpec()).isEqualTo("all");
    assertThat(model.history().undoableProperty().get()).isFalse();
  }

  @Test
  void theLineLiesRightAboveTheFirstLayerThatLearns(FxRobot robot) {
    robot.interact(() -> model.trainFrom(window.layer(FIRST)));

    Box first = model.diagramProperty().get().layout().cards().get("layer-" + FIRST);
    assertThat(new FreezeLine(model.diagramProperty().get()).line(model).y())
        .isCloseTo(first.y() - 10, within(1e-9));
  }

  @Test
  void theMenuTrainsFromACardOn(FxRobot robot) {
    robot.rightClickOn(window.words(FIRST)).clickOn("Train from here on");

    assertThat(model.freezeSpec()).isEqualTo("until:" + NORM);
  }

  @Test
  void theMenuTrainsOnlyBatchNorm(FxRobot robot) {
    robot.rightClickOn(window.words(FIRST)).clickOn("Train only BatchNorm");

    assertThat(trainable()).isNotEmpty().allMatch(name -> name.contains("batchnorm"));
    assertThat(model.stateOf(window.layer(NORM))).isEqualTo(LayerState.TRAINABLE);
  }

  @Test
  void aFramesTitleFoldsAndTheChevronUnfolds(FxRobot robot) throws TimeoutException {
    Box frame = model.diagramProperty().get().layout().frames().get("group-stem");
    long before = window.parts();

    robot.clickOn(
        window
            .view()
            .localToScreen(
                window.view().viewportProperty().get().viewX(frame.centreX()),
                window.view().viewportProperty().get().viewY(frame.y() + 16)));
    await(() -> window.parts() == before - 2);
    Bounds card = window.card("group-stem");
    robot.clickOn(card.getMaxX() - 0.08 * card.getWidth(), card.getCenterY());

    await(() -> window.parts() == before);
  }

  @Test
  void enterInTheSearchJumpsAndUnfolds(FxRobot robot) throws TimeoutException {
    robot.interact(() -> model.folding().unfoldTo(model.networkProperty().get(), 0));

    robot.clickOn("#layer-search").write("shortcut_conv").type(KeyCode.ENTER);

    await(
        () ->
            model
                .diagramProperty()
                .get()
                .parts()
                .containsKey("layer-stage2_block1_shortcut_conv_fwd"));
    assertThat(model.selection())
        .extracting(Layer::name)
        .containsExactly("stage2_block1_shortcut_conv_fwd");
    await(() -> robot.lookup("#card-layer-stage2_block1_shortcut_conv_fwd").tryQuery().isPresent());
  }

  @Test
  void theWheelZoomsAroundThePointer(FxRobot robot) {
    double before = window.view().viewportProperty().get().scale();

    robot.moveTo(window.words(CONV)).scroll(9, VerticalDirection.UP);
    double zoomed = window.view().viewportProperty().get().scale();
    robot.clickOn("#fit");

    assertThat(zoomed).isNotCloseTo(before, within(1e-4));
    assertThat(window.view().viewportProperty().get().scale()).isCloseTo(before, within(1e-6));
  }

  @Test
  void twoFingersZoomAndWhatIsUnderThemStays(FxRobot robot) {
    robot.interact(() -> pinch(0.25));
    Viewport before = window.view().viewportProperty().get();

    robot.interact(() -> pinch(2));

    Viewport after = window.view().viewportProperty().get();
    assertThat(after.scale()).isCloseTo(2 * before.scale(), within(1e-9));
    assertThat(after.diagramX(40)).isCloseTo(before.diagramX(40), within(1e-6));
    assertThat(after.diagramY(300)).isCloseTo(before.diagramY(300), within(1e-6));
  }

  /** As a touch pad reports it, between fingers at (40, 300) of the view. */
  private void pinch(double factor) {
    DiagramView view = window.view();
    Point2D scene = view.localToScene(40, 300);
    Point2D screen = view.localToScreen(40, 300);
    PickResult under = new PickResult(view, scene.getX(), scene.getY());
    view.fireEvent(
        new ZoomEvent(
            ZoomEvent.ZOOM,
            scene.getX(),
            scene.getY(),
            screen.getX(),
            screen.getY(),
            false,
            false,
            false,
            false,
            true,
            false,
            factor,
            factor,
            under));
  }

  @Test
  void theDiagramStaysInTheMiddleWhenTheTableTakesRoom(FxRobot robot) {
    double before = fromTheMiddle();

    robot.clickOn("#show-table");

    assertThat(fromTheMiddle()).isCloseTo(before, within(1.0));
  }

  private double fromTheMiddle() {
    return window.view().viewportProperty().get().viewX(0) - window.view().getWidth() / 2;
  }

  @Test
  void everyCardHasWordsForScreenReaders(FxRobot robot) {
    robot.interact(() -> model.setFrozen(List.of(window.layer(CONV)), false));

    assertThat(robot.lookup("#card-layer-" + CONV).query().getAccessibleText())
        .isEqualTo("stem_conv_fwd, Convolution, output 8 × 16 × 16, 216 parameters, trainable");
    assertThat(robot.lookup("#card-layer-" + NORM).query().getAccessibleText())
        .endsWith("frozen, running statistics kept");
  }

  private List<String> trainable() {
    return model.networkProperty().get().layers().list().stream()
        .filter(layer -> model.stateOf(layer) == LayerState.TRAINABLE)
        .map(Layer::name)
        .toList();
  }
}
