package io.thaw.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.ModelCard;
import io.thaw.catalogue.ModelFolder;
import io.thaw.network.Layer;
import io.thaw.run.Fixtures;
import io.thaw.ui.theme.Theme;
import io.thaw.worker.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the inspector shows of a layer's weights. */
@ExtendWith(ApplicationExtension.class)
class WeightsViewTest {
  private static final LoadedNetwork NETWORK =
      LoadedNetwork.of(Fixtures.network(), Fixtures.INPUT.shape());

  @TempDir static Path folder;

  private final WeightsStandIn thaw = new WeightsStandIn(NETWORK);
  private final NetworkModel network = new NetworkModel();
  private final WeightsModel model = new WeightsModel();
  private final List<Runnable> waiting = new ArrayList<>();
  private Scene scene;

  @Start
  void start(Stage stage) throws IOException {
    Path tiny = Fixtures.model(Files.createTempDirectory(folder, "model").resolve("tiny"));
    ModelCard card = ModelFolder.read(tiny, "tiny");
    WeightsController controller =
        new WeightsController(network, model, thaw, waiting::add, Runnable::run);
    NetworkView view = new NetworkView(network, model, new Region(), new ProbeModel(), () -> {});
    network.show(NETWORK);
    controller.show(card);
    scene = new Scene((Parent) view.node(), 1000, 760);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void select(FxRobot robot, String... names) {
    List<Layer> layers = List.of(names).stream().map(NETWORK.layers()::require).toList();
    robot.interact(
        () -> {
          network.select(layers);
          network.currentProperty().set(new Part.Single(layers.get(0)));
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void work(FxRobot robot) {
    robot.interact(() -> waiting.remove(0).run());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static List<HistogramView> histograms(FxRobot robot) {
    return robot.lookup("#inspector .histogram").queryAllAs(HistogramView.class).stream().toList();
  }

  private static List<String> words(FxRobot robot) {
    return robot.lookup("#weights .label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  @Test
  void theSelectedLayerShowsAHistogramOfEachArray(FxRobot robot) {
    select(robot, "stem_relu");
    assertThat(words(robot)).isEmpty();
    select(robot, "stem_conv_fwd");
    assertThat(words(robot)).containsExactly("Looking at the weights…");
    work(robot);

    HistogramView weight = histograms(robot).get(0);
    assertThat(histograms(robot)).hasSize(1);
    assertThat(words(robot)).element(0).isEqualTo("Weight");
    assertThat(weight.getAccessibleText())
        .startsWith("Weight: 216 values, mean ")
        .contains("standard deviation", "None is zero.");
    assertThat(weight.getHeight()).isEqualTo(32);

    select(robot, "stem_batchnorm_fwd");
    assertThat(histograms(robot)).hasSize(4);
    assertThat(words(robot))
        .contains("Gamma", "all 1", "Beta", "1 value is not finite.", "Running variance");

    select(robot, "stem_batchnorm_fwd", "stem_conv_fwd");
    assertThat(histograms(robot)).as("several layers").isEmpty();
    assertThat(thaw.commands()).hasSize(1);
  }

  @Test
  void barsAreAsHighAsTheirBinsAreFullInBothLooks(FxRobot robot) {
    select(robot, "stem_conv_fwd");
    work(robot);
    Set<Color> surfaces = new java.util.HashSet<>();
    for (Theme theme : Theme.values()) {
      robot.interact(() -> theme.apply(scene));
      WritableImage image = picture(robot, histograms(robot).get(0));
      surfaces.add(image.getPixelReader().getColor(0, 0));
      assertBars(image, histograms(robot).get(0).values().histogram());
    }
    assertThat(surfaces).hasSize(Theme.values().length);
  }

  private static WritableImage picture(FxRobot robot, Node node) {
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage[] taken = new WritableImage[1];
    robot.interact(() -> taken[0] = node.getScene().snapshot(null));
    var area = node.localToScene(node.getLayoutBounds());
    return new WritableImage(
        taken[0].getPixelReader(),
        (int) area.getMinX(),
        (int) area.getMinY(),
        (int) area.getWidth(),
        (int) area.getHeight());
  }

  private static void assertBars(WritableImage image, List<Integer> bins) {
    double fullest = bins.stream().mapToInt(Integer::intValue).max().orElseThrow();
    int ground = (int) image.getHeight() - 1;
    Set<Long> heights = new TreeSet<>();
    for (int bin = 0; bin < bins.size(); bin++) {
      int x = (int) Math.round(bin * image.getWidth() / bins.size()) + 1;
      long height = Math.round(bins.get(bin) / fullest * ground);
      heights.add(height);
      for (int y = 0; y < ground; y++) {
        boolean bar = strong(image.getPixelReader().getColor(x, y));
        assertThat(bar).as("bin %d, row %d", bin, y).isEqualTo(y >= ground - height);
      }
    }
    assertThat(heights).as("it is worth looking at").hasSizeGreaterThan(5);
  }

  /** Whether a pixel has the accent's colour and not a grey of the theme. */
  private static boolean strong(Color colour) {
    return colour.getSaturation() > 0.3;
  }

  @Test
  void troubleIsAMutedSentenceAndTheFactsStay(FxRobot robot) {
    thaw.fail(new CommandRunner.Result(3, "", "The parameters are truncated."));
    select(robot, "stem_conv_fwd");
    work(robot);

    assertThat(words(robot)).containsExactly("The parameters are truncated.");
    assertThat(robot.lookup("#weights .muted").queryAll()).hasSize(1);
    assertThat(robot.lookup("#inspector-title").queryAs(Label.class).getText())
        .isEqualTo("stem_conv_fwd");
    assertThat(robot.lookup("#inspector .facts .label").queryAll()).hasSizeGreaterThan(5);
  }
}
