package io.thaw.ui.network;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.PictureIndex;
import io.thaw.ui.common.FolderChooser;
import io.thaw.ui.common.FxThread;
import io.thaw.ui.images.ImagesController;
import io.thaw.ui.images.ImagesModel;
import io.thaw.ui.images.ImagesView;
import io.thaw.ui.images.ShortKeeper;
import io.thaw.ui.models.ModelsController;
import io.thaw.ui.models.ModelsModel;
import io.thaw.ui.models.ModelsView;
import io.thaw.ui.theme.Theme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * Shows the screens for looking at: {@code light|dark [CATALOGUE|- [MODEL|- [IMAGES|-]]]}, started
 * through {@link Start}.
 */
public final class ScreensPreview extends Application {
  private final ExecutorService background =
      Executors.newFixedThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
          });

  /** Starts JavaFX from the class path. */
  public static final class Start {
    private Start() {}

    public static void main(String[] arguments) {
      launch(ScreensPreview.class, arguments);
    }
  }

  @Override
  public void start(Stage stage) {
    ModelsModel models = new ModelsModel();
    Catalogue catalogue = new Catalogue(Path.of(argument(1, "none")));
    ModelsController modelsController =
        new ModelsController(models, catalogue, background, FxThread.executor());
    ImagesModel images = new ImagesModel();
    ImagesController imagesController =
        new ImagesController(
            images, new ShortKeeper(), PictureIndex::inMemory, background, FxThread.executor());
    NetworkModel network = new NetworkModel();
    NetworkController networkController =
        new NetworkController(network, background, FxThread.executor());
    new DiagramController(network, background, FxThread.executor());
    models.selectedProperty().addListener((p, was, now) -> networkController.show(now, () -> {}));
    network.classCountProperty().bind(images.classCountProperty());
    FolderChooser chooser = FolderChooser.system();
    ImagesView imagesView = new ImagesView(images, imagesController, chooser, background, () -> {});
    VBox rail =
        new VBox(new ModelsView(models, modelsController, chooser).node(), imagesView.node());
    rail.setStyle("-fx-padding: 16px; -fx-spacing: 24px;");
    ScrollPane scroll = new ScrollPane(rail);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("rail");
    BorderPane root =
        new BorderPane(
            new NetworkView(network, new WeightsModel(), new Region(), new ProbeModel(), () -> {})
                .node());
    root.setLeft(scroll);
    var screen = javafx.stage.Screen.getPrimary().getBounds();
    Scene scene = new Scene(root, screen.getWidth(), screen.getHeight());
    Theme.valueOf(argument(0, "light").toUpperCase(Locale.ROOT)).apply(scene);
    imagesView.acceptDropsOn(root);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    modelsController.loadCatalogue();
    if (!argument(2, "").isEmpty()) {
      modelsController.openFolder(Path.of(argument(2, "")));
    }
    if (!argument(3, "").isEmpty()) {
      imagesController.open(Path.of(argument(3, "")));
    }
  }

  private String argument(int index, String fallback) {
    var given = getParameters().getRaw();
    return index < given.size() && !given.get(index).equals("-") ? given.get(index) : fallback;
  }
}
