package io.thaw.ui.app;

import io.thaw.catalogue.ModelCard;
import io.thaw.ui.common.FxThread;
import io.thaw.ui.images.ImagesController;
import io.thaw.ui.images.ImagesModel;
import io.thaw.ui.images.ImagesView;
import io.thaw.ui.models.ModelsController;
import io.thaw.ui.models.ModelsModel;
import io.thaw.ui.models.ModelsView;
import io.thaw.ui.network.NetworkController;
import io.thaw.ui.network.NetworkModel;
import io.thaw.ui.network.NetworkView;
import io.thaw.ui.training.JobInputs;
import javafx.beans.InvalidationListener;

/** The screens that say what is trained on what, and what they contribute to the job. */
final class Screens {
  private final ModelsModel models = new ModelsModel();
  private final ImagesModel images = new ImagesModel();
  private final NetworkModel network = new NetworkModel();
  private final ModelsController modelsController;
  private final ImagesController imagesController;
  private final NetworkController networkController;
  private final JobInputs inputs;

  Screens(Collaborators with, JobInputs inputs) {
    this.inputs = inputs;
    modelsController =
        new ModelsController(models, with.catalogue(), with.background(), FxThread.executor());
    imagesController = new ImagesController(images, with.background(), FxThread.executor());
    networkController = new NetworkController(network, with.background(), FxThread.executor());
    network.classCountProperty().bind(images.classCountProperty());
    models.selectedProperty().addListener((property, before, now) -> show(now));
    InvalidationListener pictures = changed -> showPictures();
    images.folderProperty().addListener(pictures);
    images.scanningProperty().addListener(pictures);
    images.reportProperty().addListener(pictures);
    images.problemProperty().addListener(pictures);
    images.usableProperty().addListener(pictures);
    InvalidationListener plan = changed -> inputs.freeze().set(network.freezeSpec());
    network.planProperty().addListener(plan);
    network.networkProperty().addListener(plan);
  }

  void load() {
    modelsController.loadCatalogue();
  }

  ModelsView modelsView(Collaborators with) {
    return new ModelsView(models, modelsController, with.folders());
  }

  ImagesView imagesView(Collaborators with) {
    return new ImagesView(images, imagesController, with.folders(), with.background());
  }

  NetworkView networkView() {
    return new NetworkView(network);
  }

  private void show(ModelCard card) {
    inputs.model().set(card == null ? "" : card.id());
    inputs.modelTitle().set(card == null ? "" : card.name());
    networkController.show(card);
  }

  private void showPictures() {
    boolean usable = images.usableProperty().get();
    inputs.data().set(usable ? images.folderProperty().get().toString() : "");
    inputs.dataTitle().set(usable ? JobTitles.of(images.reportProperty().get()) : "");
    inputs
        .dataProblem()
        .set(
            images.scanningProperty().get()
                ? "The pictures are still being looked through."
                : images.problemProperty().get());
  }
}
