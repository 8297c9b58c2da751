package io.thaw.ui.models;

import io.thaw.catalogue.BadModelException;
import io.thaw.catalogue.Catalogue;
import io.thaw.catalogue.ModelCard;
import io.thaw.ui.common.LatestTask;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/** Reads models away from the FX thread. */
public final class ModelsController {
  private static final System.Logger LOG = System.getLogger(ModelsController.class.getName());

  private final ModelsModel model;
  private final Catalogue catalogue;
  private final LatestTask<List<ModelCard>> listing;
  private final LatestTask<ModelCard> opening;
  private boolean isListing;
  private boolean isOpening;

  /**
   * A controller; nothing is read before {@link #loadCatalogue}.
   *
   * @param background where files are read
   * @param foreground where {@code model} may be changed
   */
  public ModelsController(
      ModelsModel model, Catalogue catalogue, Executor background, Executor foreground) {
    this.model = model;
    this.catalogue = catalogue;
    this.listing = new LatestTask<>(background, foreground);
    this.opening = new LatestTask<>(background, foreground);
  }

  /** Lists the bundled models and picks the first unless one is picked already. */
  public void loadCatalogue() {
    setListing(true);
    listing.submit(catalogue::list, this::listed, this::listingFailed);
  }

  /** Opens a model folder (or a run folder) and picks its model; tells the problem if it has. */
  public void openFolder(Path folder) {
    setOpening(true);
    opening.submit(() -> catalogue.resolve(folder.toString()), this::opened, this::openingFailed);
  }

  private void listed(List<ModelCard> cards) {
    setListing(false);
    model.models().addAll(0, cards);
    if (model.selectedProperty().get() == null && !cards.isEmpty()) {
      model.selectedProperty().set(cards.get(0));
    }
  }

  private void opened(ModelCard card) {
    setOpening(false);
    model.add(card);
  }

  private void listingFailed(Exception problem) {
    setListing(false);
    failed(problem);
  }

  private void openingFailed(Exception problem) {
    setOpening(false);
    failed(problem);
  }

  private void setListing(boolean now) {
    isListing = now;
    model.loadingProperty().set(isListing || isOpening);
  }

  private void setOpening(boolean now) {
    isOpening = now;
    model.loadingProperty().set(isListing || isOpening);
  }

  private void failed(Exception problem) {
    LOG.log(System.Logger.Level.WARNING, "A model could not be opened.", problem);
    model.problemProperty().set(sentence(problem));
  }

  private static String sentence(Exception problem) {
    return problem instanceof BadModelException
        ? problem.getMessage()
        : "The model could not be read: " + problem + ".";
  }
}
