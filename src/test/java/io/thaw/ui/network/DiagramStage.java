package io.thaw.ui.network;

import static io.thaw.ui.common.Waiting.await;

import io.thaw.network.Layer;
import io.thaw.network.Network;
import io.thaw.network.ResidualNetworks;
import io.thaw.network.TensorShape;
import io.thaw.ui.common.FxThread;
import io.thaw.ui.network.diagram.DiagramView;
import io.thaw.ui.theme.Theme;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** The network view in a window, with a small residual network and its diagram. */
final class DiagramStage implements AutoCloseable {
  private static final Network NETWORK = ResidualNetworks.small(List.of(8, 16), 10);

  final NetworkModel model = new NetworkModel();
  private final ExecutorService background = Executors.newSingleThreadExecutor();
  private final FxRobot robot = new FxRobot();
  private Scene scene;

  void show(Stage stage) {
    NetworkView view =
        new NetworkView(model, new WeightsModel(), new Region(), new ProbeModel(), () -> {});
    new DiagramController(model, background, FxThread.executor());
    model.show(LoadedNetwork.of(NETWORK, TensorShape.of(3, 32, 32)));
    scene = new Scene((Parent) view.node(), 1100, 760);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  /** Unfolds everything and shows it whole. */
  void unfold() throws TimeoutException {
    robot.interact(() -> model.folding().unfoldTo(model.networkProperty().get(), 9));
    await(() -> parts() == model.networkProperty().get().layers().list().size() + 2);
    robot.interact(() -> view().fit());
  }

  long parts() {
    return model.diagramProperty().get().parts().size();
  }

  DiagramView view() {
    return (DiagramView) scene.lookup("#diagram");
  }

  Layer layer(String name) {
    return model.networkProperty().get().layers().require(name);
  }

  /** Where on the screen a card's icon is. */
  Point2D icon(String layer) {
    Bounds card = card("layer-" + layer);
    return new Point2D(card.getMinX() + 0.08 * card.getWidth(), centre(card).getY());
  }

  /** Where on the screen a card's words are. */
  Point2D words(String layer) {
    return centre(card("layer-" + layer));
  }

  /** Where on the screen a card is, by its part's id. */
  Bounds card(String part) {
    Node handle = scene.lookup("#card-" + part);
    return handle.localToScreen(handle.getLayoutBounds());
  }

  /** Where on the screen the middle of the view is, at a height of the diagram. */
  Point2D height(double diagramY) {
    DiagramView view = view();
    return view.localToScreen(40, view.viewportProperty().get().viewY(diagramY));
  }

  private static Point2D centre(Bounds bounds) {
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
