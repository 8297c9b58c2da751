package io.thaw.ui.price;

import io.thaw.ui.images.ImagesModel;
import io.thaw.ui.network.NetworkModel;
import io.thaw.ui.training.TrainingFormModel;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;

/**
 * What the price of a run depends on.
 *
 * @param busy whether something is at work that would be disturbed if this machine were measured,
 *     and would disturb that
 */
public record PriceInputs(
    NetworkModel network,
    ImagesModel images,
    TrainingFormModel form,
    ObservableValue<Boolean> busy) {

  /** All that a question depends on. */
  Stream<Observable> observables() {
    return Stream.concat(
        Stream.of(
            network.networkProperty(),
            network.planProperty(),
            images.reportProperty(),
            images.usableProperty()),
        Stream.of(form.values()));
  }

  /** The run that the window describes now; empty when {@link #missing} says why. */
  Optional<PriceQuestion> question() {
    return missing().isEmpty()
        ? Optional.of(
            new PriceQuestion(
                network.networkProperty().get(),
                network.planProperty().get(),
                images.reportProperty().get(),
                form.validation().value(),
                form.test().value(),
                form.settings()))
        : Optional.empty();
  }

  /** What has to be there before a price can be told, one sentence; empty when all is there. */
  String missing() {
    if (network.networkProperty().get() == null) {
      return "Known once a model is picked (step 1).";
    }
    if (!network.networkProperty().get().problem().isEmpty()) {
      return "Nothing can be trained on this network.";
    }
    if (!images.usableProperty().get()) {
      return "Known once your pictures are chosen (step 2).";
    }
    return form.problem().get();
  }
}
