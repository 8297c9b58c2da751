package io.thaw.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.network.Network;
import io.thaw.network.ResidualNetworks;
import io.thaw.network.TensorShape;
import io.thaw.ui.theme.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class NetworkViewTest {
  private static final Network NETWORK = ResidualNetworks.small(List.of(8, 16), 10);

  private final NetworkModel model = new NetworkModel();

  @Start
  void start(Stage stage) {
    NetworkView view =
        new NetworkView(model, new WeightsModel(), new Region(), new ProbeModel(), () -> {});
    model.show(LoadedNetwork.of(NETWORK, TensorShape.of(3, 32, 32)));
    Scene scene = new Scene((javafx.scene.Parent) view.node(), 1000, 760);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
    ((ToggleButton) scene.lookup("#show-table")).fire();
    ((ToggleButton) scene.lookup("#show-diagram")).fire();
  }

  @Test
  void aClickOnASnowflakeThawsTheLayerAndTheTotalsFollow(FxRobot robot) {
    String before = text(robot, "#frozen-total");

    robot.clickOn("#freeze-stem_conv_fwd");

    assertThat(model.freezeSpec()).startsWith("layers:");
    assertThat(text(robot, "#trainable-total")).isEqualTo("216");
    assertThat(text(robot, "#frozen-total")).isNotEqualTo(before);
    assertThat(toggle(robot, "#freeze-stem_conv_fwd").getAccessibleText())
        .isEqualTo("stem_conv_fwd: trainable");
    assertThat(toggle(robot, "#freeze-group-stem").getAccessibleText())
        .isEqualTo("Stem: partly frozen");
  }

  @Test
  void aClickOnAGroupsSnowflakeChangesEveryLayerInIt(FxRobot robot) {
    robot.clickOn("#freeze-group-stem");

    assertThat(toggle(robot, "#freeze-stem_conv_fwd").getAccessibleText()).endsWith("trainable");
    assertThat(toggle(robot, "#freeze-stem_batchnorm_fwd").getAccessibleText())
        .endsWith("trainable");
    assertThat(toggle(robot, "#freeze-stage1_block1_conv1_fwd").getAccessibleText())
        .endsWith("frozen");
  }

  @Test
  void aLayerWithoutParametersHasNothingToClick(FxRobot robot) {
    robot.clickOn("#freeze-stem_relu");

    assertThat(model.freezeSpec()).isEqualTo("all");
    assertThat(toggle(robot, "#freeze-stem_relu").getAccessibleText())
        .isEqualTo("stem_relu: nothing to freeze");
  }

  @Test
  void arrowsAndSpaceWorkWithoutAMouse(FxRobot robot) {
    focusFirstRow(robot);

    robot.type(KeyCode.DOWN).type(KeyCode.SPACE);

    assertThat(text(robot, "#trainable-total")).isEqualTo("216");

    robot.type(KeyCode.SPACE);

    assertThat(text(robot, "#trainable-total")).isEqualTo("0");
  }

  @Test
  void spaceChangesAllSelectedLayersAtOnce(FxRobot robot) {
    focusFirstRow(robot);

    robot.type(KeyCode.DOWN);
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
    robot.type(KeyCode.SPACE);

    assertThat(text(robot, "#trainable-total")).isEqualTo(String.valueOf(216 + 16));
  }

  @Test
  void leftFoldsAGroup(FxRobot robot) {
    int rows = tree(robot).getExpandedItemCount();
    focusFirstRow(robot);

    robot.type(KeyCode.LEFT);

    assertThat(tree(robot).getExpandedItemCount()).isEqualTo(rows - 3);
  }

  @Test
  void freezesUpToTheSelectedLayer(FxRobot robot) {
    assertThat(robot.lookup("#freeze-until").queryButton().isDisabled()).isTrue();

    robot.clickOn("stage1_block1_relu2").clickOn("#freeze-until");

    assertThat(model.freezeSpec()).isEqualTo("until:stage1_block1_batchnorm2_fwd");
    assertThat(text(robot, "#cut-sentence")).contains("stage1_block1_relu2");
  }

  @Test
  void trainsFromTheSelectedLayerOn(FxRobot robot) {
    robot.clickOn("stage2_block1_conv1_fwd").clickOn("#train-from");

    assertThat(model.freezeSpec()).isEqualTo("until:stage1_block1_batchnorm2_fwd");
  }

  @Test
  void allAndNothing(FxRobot robot) {
    robot.clickOn("#presets").clickOn("Train everything");
    assertThat(model.freezeSpec()).isEqualTo("none");
    assertThat(text(robot, "#frozen-total")).isEqualTo("0");

    robot.clickOn("#presets").clickOn("Feature extraction");
    assertThat(model.freezeSpec()).isEqualTo("all");
    assertThat(text(robot, "#trainable-total")).isEqualTo("0");
  }

  @Test
  void theHeadFollowsTheNumberOfClasses(FxRobot robot) {
    robot.interact(() -> model.classCountProperty().set(5));

    assertThat(text(robot, "#trainable-total")).isEqualTo("85");
    robot.clickOn("#layer-search").write("new head");
    assertThat(robot.lookup("New head: 5 classes").tryQuery()).isPresent();
  }

  @Test
  void theSearchShowsOnlyMatchingLayersAndEscapeShowsAll(FxRobot robot) {
    int rows = tree(robot).getExpandedItemCount();

    robot.clickOn("#layer-search").write("shortcut");

    assertThat(robot.lookup("#freeze-stage2_block1_shortcut_conv_fwd").tryQuery()).isPresent();
    assertThat(robot.lookup("#freeze-stem_conv_fwd").tryQuery()).isEmpty();

    robot.type(KeyCode.ESCAPE);

    assertThat(tree(robot).getExpandedItemCount()).isEqualTo(rows);
    assertThat(robot.lookup("#freeze-stem_conv_fwd").tryQuery()).isPresent();
  }

  @Test
  void aLayerFoundStaysSelectedWhenTheSearchEnds(FxRobot robot) {
    robot.clickOn("#layer-search").write("shortcut_conv");
    robot.clickOn("stage2_block1_shortcut_conv_fwd");

    robot.clickOn("#layer-search").type(KeyCode.ESCAPE);

    assertThat(model.selection())
        .extracting(io.thaw.network.Layer::name)
        .containsExactly("stage2_block1_shortcut_conv_fwd");
  }

  private static void focusFirstRow(FxRobot robot) {
    TreeTableView<?> tree = tree(robot);
    robot.interact(
        () -> {
          tree.requestFocus();
          tree.getSelectionModel().selectFirst();
        });
  }

  private static TreeTableView<?> tree(FxRobot robot) {
    return robot.lookup("#layer-tree").queryAs(TreeTableView.class);
  }

  private static Button toggle(FxRobot robot, String id) {
    return robot.lookup(id).queryButton();
  }

  private static String text(FxRobot robot, String id) {
    Node node = robot.lookup(id).query();
    return ((Label) node).getText();
  }
}
