package io.thaw.ui.app;

import io.thaw.catalogue.ModelCard;
import io.thaw.dataset.ClassCounts;
import io.thaw.dataset.PictureSource;
import io.thaw.dataset.ScanReport;
import io.thaw.project.SavedPlan;
import io.thaw.project.Settings;
import io.thaw.ui.common.FxThread;
import io.thaw.ui.images.Decisions;
import io.thaw.ui.images.DeepLookController;
import io.thaw.ui.images.EditsKeeper;
import io.thaw.ui.images.ImagesController;
import io.thaw.ui.images.ImagesModel;
import io.thaw.ui.images.ImagesView;
import io.thaw.ui.models.ModelsController;
import io.thaw.ui.models.ModelsModel;
import io.thaw.ui.models.ModelsView;
import io.thaw.ui.network.DiagramController;
import io.thaw.ui.network.NetworkController;
import io.thaw.ui.network.NetworkModel;
import io.thaw.ui.network.NetworkView;
import io.thaw.ui.network.ProbeController;
import io.thaw.ui.network.ProbeModel;
import io.thaw.ui.network.WeightsController;
import io.thaw.ui.network.WeightsModel;
import io.thaw.ui.pictures.AlikeController;
import io.thaw.ui.pictures.PicturesController;
import io.thaw.ui.pictures.PicturesModel;
import io.thaw.ui.pictures.PicturesView;
import io.thaw.ui.pictures.Topic;
import io.thaw.ui.preview.PreviewController;
import io.thaw.ui.preview.PreviewInputs;
import io.thaw.ui.preview.PreviewModel;
import io.thaw.ui.preview.PreviewView;
import io.thaw.ui.price.PriceController;
import io.thaw.ui.price.PriceInputs;
import io.thaw.ui.price.PriceModel;
import io.thaw.ui.price.PricePane;
import io.thaw.ui.training.JobInputs;
import io.thaw.ui.training.RunModel;
import io.thaw.ui.training.RunStatus;
import io.thaw.ui.training.TrainingFormModel;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;

/** The screens that say what is trained on what, and what they contribute to the job. */
final class Screens {
  private final ModelsModel models = new ModelsModel();
  private final ImagesModel images = new ImagesModel();
  private final PicturesModel pictures = new PicturesModel();
  private final NetworkModel network = new NetworkModel();
  private final ProbeModel probe = new ProbeModel();
  private final ProbeController probes;
  private final WeightsModel weights = new WeightsModel();
  private final ModelsController modelsController;
  private final ImagesController imagesController;
  private final PicturesController picturesController;
  private final AlikeController comparison;
  private final NetworkController networkController;
  private final WeightsController weightsController;
  private final PriceModel price = new PriceModel();
  private final PriceController prices;
  private final PreviewModel preview = new PreviewModel();
  private final PreviewController previews;
  private final JobInputs inputs;
  private final Memory memory;
  private String trained = "";

  /** The model whose plan is on show; empty while another is being loaded. */
  private String planned = "";

  Screens(Collaborators with, JobInputs inputs, TrainingFormModel form, RunModel run) {
    this.inputs = inputs;
    this.memory = with.memory();
    modelsController =
        new ModelsController(models, with.catalogue(), with.background(), FxThread.executor());
    imagesController =
        new ImagesController(
            images, with.memory().edits(), with.indices(), with.background(), FxThread.executor());
    ObservableValue<Boolean> running = run.status().map(RunStatus::active);
    new DeepLookController(
        images,
        with.memory().edits(),
        split(form),
        running,
        with.commands(),
        with.background(),
        FxThread.executor());
    picturesController =
        new PicturesController(pictures, images, with.background(), FxThread.executor());
    networkController = new NetworkController(network, with.background(), FxThread.executor());
    weightsController =
        new WeightsController(
            network, weights, with.commands(), with.background(), FxThread.executor());
    new DiagramController(network, with.background(), FxThread.executor());
    probes = new ProbeController(probe, with.commands(), with.background(), FxThread.executor());
    probe.blockedProperty().bind(Bindings.createStringBinding(this::whyNoProbe, probeNeeds()));
    InvalidationListener other = changed -> probes.clear();
    inputs.model().addListener(other);
    inputs.data().addListener(other);
    inputs.edits().addListener(other);
    inputs.columns().addListener(other);
    comparison =
        new AlikeController(
            pictures.alike(),
            images,
            with.memory().edits(),
            inputs.model(),
            split(form),
            Bindings.createBooleanBinding(
                () -> running.getValue() || probe.workingProperty().get(),
                run.status(),
                probe.workingProperty()),
            with.commands(),
            with.background(),
            FxThread.executor());
    pictures
        .alike()
        .blockedProperty()
        .bind(
            Bindings.createStringBinding(
                this::whyNoComparison,
                inputs.model(),
                inputs.data(),
                inputs.dataProblem(),
                images.lookingProperty()));
    images.samplesProperty().set(with.samples());
    prices =
        new PriceController(
            price,
            new PriceInputs(network, images, form, busy(run)),
            with.machine(),
            with.commands(),
            with.background(),
            FxThread.executor());
    previews =
        new PreviewController(
            preview,
            new PreviewInputs(models.selectedProperty(), network, images, form),
            with.background(),
            FxThread.executor());
    follow(run);
    form.classCounts()
        .bind(
            Bindings.createObjectBinding(
                this::classCounts, images.reportProperty(), images.usableProperty()));
    network.classCountProperty().bind(images.classCountProperty());
    models.selectedProperty().addListener((property, before, now) -> show(now));
    InvalidationListener folder = changed -> showPictures();
    images.folderProperty().addListener(folder);
    images.scanningProperty().addListener(folder);
    images.reportProperty().addListener(folder);
    images.problemProperty().addListener(folder);
    images.usableProperty().addListener(folder);
    images.editsProperty().addListener(folder);
    images.columnsProperty().addListener(folder);
    InvalidationListener plan = changed -> showPlan();
    network.ratesProperty().addListener(plan);
    network.planProperty().addListener(plan);
    network.networkProperty().addListener(plan);
  }

  /** Lists the models, and picks what was picked last as far as it is still there. */
  void load(Settings last) {
    String model = last.lastModel();
    if (model != null) {
      models.models().addListener((ListChangeListener<ModelCard>) change -> pick(change, model));
      if (isFolder(model)) {
        modelsController.openFolder(Path.of(model));
      }
    }
    modelsController.loadCatalogue();
    String pictures = last.lastDataFolder();
    if (pictures != null && PictureSource.isThere(Path.of(pictures))) {
      imagesController.open(Path.of(pictures));
    }
  }

  private static boolean isFolder(String path) {
    return path != null && Files.isDirectory(Path.of(path));
  }

  private void pick(ListChangeListener.Change<? extends ModelCard> change, String id) {
    while (change.next()) {
      change.getAddedSubList().stream()
          .filter(card -> card.id().equals(id) && models.selectedProperty().get() == null)
          .findFirst()
          .ifPresent(models.selectedProperty()::set);
    }
  }

  ModelsView modelsView(Collaborators with) {
    return new ModelsView(models, modelsController, with.folders());
  }

  /**
   * The rail's section.
   *
   * @param openPictures brings the tab with the pictures to the front
   */
  ImagesView imagesView(Collaborators with, Runnable openPictures) {
    Runnable lookAtProblems =
        () -> {
          picturesController.show(Topic.LEFT_OUT);
          openPictures.run();
        };
    return new ImagesView(
        images, imagesController, with.folders(), with.background(), lookAtProblems);
  }

  PicturesView picturesView(Collaborators with) {
    return new PicturesView(pictures, images, picturesController, comparison, with.background());
  }

  NetworkView networkView() {
    PricePane tag = new PricePane(price, prices::measure);
    return new NetworkView(network, weights, tag.node(), probe, this::probe);
  }

  private void probe() {
    Path folder = images.folderProperty().get();
    boolean plain = new Decisions(inputs.edits().get(), inputs.columns().get()).none();
    EditsKeeper keeper = memory.edits();
    probes.start(
        inputs.model().get(), inputs.data().get(), () -> plain ? null : keeper.file(folder));
  }

  PreviewView previewView() {
    return new PreviewView(preview, previews);
  }

  private void show(ModelCard card) {
    inputs.model().set(card == null ? "" : card.id());
    inputs.modelTitle().set(card == null ? "" : card.name());
    planned = "";
    networkController.show(card, this::restorePlan);
    weightsController.show(card);
    if (card != null) {
      memory.update(it -> it.withLastModel(card.id()));
    }
  }

  /**
   * A run, a probe or a look at the pictures is at work, which takes all cores and would be
   * measured with the machine.
   */
  private ObservableValue<Boolean> busy(RunModel run) {
    return Bindings.createBooleanBinding(
        () ->
            run.status().getValue().active()
                || probe.workingProperty().get()
                || images.lookingProperty().get()
                || pictures.alike().workingProperty().get(),
        run.status(),
        probe.workingProperty(),
        images.lookingProperty(),
        pictures.alike().workingProperty());
  }

  private Observable[] probeNeeds() {
    return new Observable[] {inputs.model(), inputs.data(), inputs.dataProblem()};
  }

  private String whyNoProbe() {
    if (inputs.model().get().isEmpty()) {
      return "Pick a model first (step 1).";
    }
    if (!inputs.dataProblem().get().isEmpty()) {
      return inputs.dataProblem().get();
    }
    return inputs.data().get().isEmpty() ? "Choose a folder of pictures first (step 2)." : "";
  }

  private String whyNoComparison() {
    String reason = whyNoProbe();
    return reason.isEmpty() && images.lookingProperty().get()
        ? "The pictures are still being looked at, which takes a moment."
        : reason;
  }

  private void showPlan() {
    inputs.freeze().set(network.freezeSpec());
    inputs.rates().set(network.rateSpec());
    if (!planned.isEmpty()) {
      SavedPlan plan = new SavedPlan(network.freezeSpec(), network.ratesProperty().get());
      memory.update(settings -> settings.withPlan(planned, plan));
    }
  }

  /** A model picked again is frozen as it was left. */
  private void restorePlan() {
    SavedPlan plan = memory.get().plans().get(inputs.model().get());
    if (plan != null) {
      network.restore(plan.freeze(), plan.rates());
    }
    planned = inputs.model().get();
  }

  /** Shows in the network how far its layers moved, while it is the one that is trained. */
  private void follow(RunModel run) {
    run.status()
        .addListener(
            (property, before, now) -> {
              if (now == RunStatus.RUNNING) {
                trained = inputs.model().get();
              }
            });
    run.moved()
        .addListener(
            (property, before, now) -> {
              if (inputs.model().get().equals(trained)) {
                network.movedProperty().set(now);
              }
            });
  }

  /** Null while no pictures are on show that can be learned from. */
  private ClassCounts classCounts() {
    ScanReport report = images.reportProperty().get();
    return report != null && images.usableProperty().get() ? report.learnable() : null;
  }

  private void showPictures() {
    boolean usable = images.usableProperty().get();
    if (usable) {
      memory.update(it -> it.withLastDataFolder(images.folderProperty().get().toString()));
    }
    inputs.dataRevised().set(images.revisedProperty().get());
    inputs.edits().set(images.editsProperty().get());
    inputs.columns().set(images.columnsProperty().get());
    inputs.data().set(usable ? images.folderProperty().get().toString() : "");
    inputs.dataTitle().set(usable ? JobTitles.of(images.reportProperty().get()) : "");
    inputs
        .dataProblem()
        .set(
            images.scanningProperty().get()
                ? "The pictures are still being looked through."
                : images.problemProperty().get());
  }

  /** The split that the form asks for; null while it is not filled in well. */
  private static ObservableValue<DeepLookController.Split> split(TrainingFormModel form) {
    return Bindings.createObjectBinding(
        () -> {
          try {
            return new DeepLookController.Split(
                form.validation().value(), form.test().value(), form.seed().value());
          } catch (IllegalArgumentException e) {
            // The form says what is wrong.
            return null;
          }
        },
        form.validation().text(),
        form.test().text(),
        form.seed().text());
  }
}
