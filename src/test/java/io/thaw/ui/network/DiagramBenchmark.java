package io.thaw.ui.network;

import io.thaw.network.SymbolJson;
import io.thaw.network.TensorShape;
import io.thaw.ui.network.diagram.DiagramView;
import io.thaw.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * Times what a frame of panning, of zooming and of freezing costs the FX thread, with every group
 * of a network unfolded: {@code SYMBOL-FILE}, started through {@link Start}.
 */
public final class DiagramBenchmark extends Application {
  private static final int FRAMES = 300;

  private final NetworkModel model = new NetworkModel();
  private final List<Double> costs = new ArrayList<>();
  private int frame;

  /** Starts JavaFX from the class path. */
  public static final class Start {
    private Start() {}

    public static void main(String[] arguments) {
      launch(DiagramBenchmark.class, arguments);
    }
  }

  @Override
  public void start(Stage stage) throws IOException {
    NetworkView view =
        new NetworkView(model, new WeightsModel(), new Region(), new ProbeModel(), () -> {});
    new DiagramController(model, Runnable::run, Runnable::run);
    Path symbol = Path.of(getParameters().getRaw().get(0));
    model.show(LoadedNetwork.of(SymbolJson.read(symbol), TensorShape.of(3, 224, 224)));
    model.folding().unfoldTo(model.networkProperty().get(), 9);
    Scene scene = new Scene((Parent) view.node(), 1280, 800);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
    DiagramView diagram = (DiagramView) scene.lookup("#diagram");
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        step(scene, diagram);
      }
    }.start();
  }

  private void step(Scene scene, DiagramView diagram) {
    long start = System.nanoTime();
    String what = act(diagram);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    costs.add((System.nanoTime() - start) / 1e6);
    if (++frame % FRAMES == 0) {
      Collections.sort(costs);
      System.out.printf(
          Locale.ROOT,
          "%s: median %.2f ms, 95 %% %.2f ms, worst %.2f ms%n",
          what,
          costs.get(costs.size() / 2),
          costs.get(costs.size() * 95 / 100),
          costs.get(costs.size() - 1));
      costs.clear();
      if (frame == 3 * FRAMES) {
        Platform.exit();
      }
    }
  }

  private String act(DiagramView diagram) {
    if (frame < FRAMES) {
      Event.fireEvent(diagram, scroll(20, -30));
      return "panning";
    }
    if (frame < 2 * FRAMES) {
      Event.fireEvent(diagram, scroll(0, frame % 100 < 50 ? -30 : 30));
      return "zooming";
    }
    model.toggle(List.of(model.networkProperty().get().layers().list().get(frame - 2 * FRAMES)));
    return "freezing";
  }

  private static ScrollEvent scroll(double x, double y) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        300,
        300,
        300,
        300,
        false,
        false,
        false,
        false,
        true,
        false,
        x,
        y,
        x,
        y,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }
}
