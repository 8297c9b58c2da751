package io.thaw.ui.preview;

import io.thaw.catalogue.ModelCard;
import io.thaw.dataset.ScanReport;
import io.thaw.job.AugmentationKind;
import io.thaw.job.TrainingSettings;
import io.thaw.ui.images.ImagesModel;
import io.thaw.ui.network.NetworkModel;
import io.thaw.ui.training.TrainingFormModel;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;

/**
 * What the views of a picture depend on.
 *
 * @param card the picked model; null while there is none
 * @param network its layers, and where they are cut
 */
public record PreviewInputs(
    ObservableValue<ModelCard> card,
    NetworkModel network,
    ImagesModel images,
    TrainingFormModel form) {

  /** All that a question depends on. */
  Stream<Observable> observables() {
    return Stream.of(
        card,
        network.loadingProperty(),
        network.boundaryProperty(),
        images.folderProperty(),
        images.scanningProperty(),
        images.reportProperty(),
        images.usableProperty(),
        images.problemProperty(),
        form.augmentation(),
        form.views().text());
  }

  /**
   * What is asked for.
   *
   * @param turn which picture, see {@link Turn}
   * @param all whether kept views are shown however many there are
   * @return empty when {@link #missing} says why
   */
  Optional<PreviewQuestion> question(int turn, boolean all) {
    if (!missing().isEmpty()) {
      return Optional.empty();
    }
    ScanReport report = images.reportProperty().get();
    boolean hasPrefix = !network.boundaryProperty().get().isEmpty();
    AugmentationKind kind = form.augmentation().get();
    int kept =
        kind == AugmentationKind.NONE
            ? 0
            : TrainingSettings.DEFAULT
                .withAugmentation(kind, form.views().value())
                .keptViews(hasPrefix);
    return Turn.of(report)
        .at(turn)
        .map(
            image ->
                new PreviewQuestion(
                    image,
                    report.classes().get(image.label()),
                    card.getValue().input(),
                    kind,
                    kept,
                    hasPrefix,
                    all));
  }

  /** What has to be there before views can be shown, one sentence; empty when all is there. */
  String missing() {
    if (card.getValue() == null) {
      return "Pick a model first (step 1).";
    }
    if (network.loadingProperty().get()) {
      return "The model is still being looked at.";
    }
    if (images.scanningProperty().get()) {
      return "The pictures are still being looked through.";
    }
    if (!images.usableProperty().get()) {
      String problem = images.problemProperty().get();
      return problem.isEmpty() ? "Choose a folder of pictures first (step 2)." : problem;
    }
    return form.augmented().get() ? form.views().problem().get() : "";
  }
}
