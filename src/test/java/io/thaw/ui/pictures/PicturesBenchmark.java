package io.thaw.ui.pictures;

import io.thaw.dataset.PictureIndex;
import io.thaw.ui.common.FxThread;
import io.thaw.ui.images.ImagesController;
import io.thaw.ui.images.ImagesModel;
import io.thaw.ui.images.ShortKeeper;
import io.thaw.ui.theme.Theme;
import io.thaw.worker.CommandRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

/**
 * Times what a frame of scrolling through a folder's pictures costs the FX thread, thumbnails being
 * decoded meanwhile, and a key that selects the next: {@code FOLDER}, started through {@link
 * Start}.
 */
public final class PicturesBenchmark extends Application {
  private static final int FRAMES = 600;

  private final ExecutorService background = Executors.newCachedThreadPool();
  private final ImagesModel images = new ImagesModel();
  private final PicturesModel model = new PicturesModel();
  private final List<Double> costs = new ArrayList<>();
  private int frame;

  /** Starts JavaFX from the class path. */
  public static final class Start {
    private Start() {}

    public static void main(String[] arguments) {
      launch(PicturesBenchmark.class, arguments);
    }
  }

  @Override
  public void start(Stage stage) {
    PicturesController controller =
        new PicturesController(model, images, background, FxThread.executor());
    AlikeController comparison =
        new AlikeController(
            model.alike(),
            images,
            new ShortKeeper(),
            new SimpleStringProperty(""),
            new SimpleObjectProperty<>(),
            new SimpleBooleanProperty(),
            command -> new CommandRunner.Result(0, "", ""),
            background,
            FxThread.executor());
    PicturesView view = new PicturesView(model, images, controller, comparison, background);
    Scene scene = new Scene((Parent) view.node(), 1280, 800);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
    new ImagesController(
            images, new ShortKeeper(), PictureIndex::inMemory, background, FxThread.executor())
        .open(Path.of(getParameters().getRaw().get(0)));
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (!model.listingProperty().get().shown().isEmpty()) {
          step(scene);
        }
      }
    }.start();
  }

  @Override
  public void stop() {
    background.shutdownNow();
  }

  private void step(Scene scene) {
    long start = System.nanoTime();
    String what = act(scene);
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
      if (frame == 2 * FRAMES) {
        Platform.exit();
      }
    }
  }

  private String act(Scene scene) {
    VirtualFlow<?> flow = (VirtualFlow<?>) scene.lookup(".virtual-flow");
    if (frame < FRAMES) {
      if (flow != null) {
        flow.scrollPixels(40);
      }
      return "scrolling";
    }
    model.selection().select(frame - FRAMES);
    return "selecting";
  }
}
