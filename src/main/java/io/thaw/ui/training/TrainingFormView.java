package io.thaw.ui.training;

import io.thaw.job.AugmentationKind;
import io.thaw.job.ClassBalance;
import io.thaw.job.OptimizerKind;
import io.thaw.job.RateSchedule;
import io.thaw.ui.common.Explained;
import io.thaw.ui.common.FormField;
import io.thaw.ui.common.FormRow;
import io.thaw.ui.common.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The form of the training step. What is wrong with a field stands under it. */
public final class TrainingFormView {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final TrainingFormModel model;
  private final StackPane node;
  private final VBox fields = new VBox();

  /**
   * A view.
   *
   * @param locked true while a run is at work, whose settings cannot change
   */
  public TrainingFormView(TrainingFormModel model, ObservableValue<Boolean> locked) {
    this.model = model;
    fields.getStyleClass().add("form");
    addFields();
    node =
        Explained.whileLocked(
            fields, locked, "A run keeps the settings it began with; wait or stop it.");
  }

  /** The form. */
  public Region node() {
    return node;
  }

  private void addFields() {
    text("epochs", "Epochs", model.epochs(), "One epoch shows the network every picture once.");
    text(
        "batch",
        "Batch size",
        model.batch(),
        "How many pictures are looked at before the weights take one step.");
    TextField rate =
        text(
            "learning-rate",
            "Learning rate",
            model.learningRate(),
            "How large the steps are: too small learns slowly, too large forgets; blank fits one"
                + " to the network and the pictures.");
    rate.setPromptText("automatic");
    text(
        "validation",
        "Held back, %",
        model.validation(),
        "Share of the pictures kept out of training, to measure how well new pictures are"
            + " recognised.");
    text(
        "test",
        "For a test, %",
        model.test(),
        "Share of the pictures that nothing sees before the run ends, and that then tell once how"
            + " good the result is; 0 for none. Folders and tables with sides of their own keep"
            + " those.");
    choice(
        "optimizer",
        "Optimiser",
        model.optimizer(),
        List.of(OptimizerKind.values()),
        TrainingFormView::name,
        "The rule that turns errors into steps: SGD with momentum is steady, Adam adapts the step"
            + " of every weight.");
    choice(
        "schedule",
        "Rate over time",
        model.schedule(),
        List.of(RateSchedule.values()),
        TrainingFormView::name,
        "Constant keeps the rate; cosine warms up, then eases it down to zero, which usually ends"
            + " better.");
    addAugmentation();
    addBalance();
    text(
        "seed",
        "Seed",
        model.seed(),
        "The number that all chance starts from: the same seed gives the same run again.");
  }

  private void addAugmentation() {
    choice(
        "augmentation",
        "Augmentation",
        model.augmentation(),
        List.of(AugmentationKind.values()),
        AugmentationText::name,
        AugmentationText.EXPLANATION);
    Label what =
        Texts.wrapped(
            Texts.bound(
                "augmentation-what", model.augmentation().map(AugmentationText::what), "muted"));
    TextField views =
        text("views", "Views per picture", model.views(), AugmentationText.VIEWS_EXPLANATION);
    views.setPromptText("automatic");
    showWhile(what, model.augmented());
    showWhile(views.getParent().getParent(), model.augmented());
    fields.getChildren().add(fields.getChildren().size() - 1, what);
  }

  private void addBalance() {
    choice(
        "balance",
        "Class balance",
        model.balance(),
        List.of(ClassBalance.values()),
        BalanceText::name,
        BalanceText.EXPLANATION);
    Label why = Texts.wrapped(Texts.bound("balance-advice", model.balanceAdvice(), "muted"));
    Button apply = new Button("Use a weighted loss");
    apply.setId("balance-apply");
    apply.setOnAction(event -> model.balance().set(ClassBalance.WEIGHTED_LOSS));
    VBox advice = new VBox(why, apply);
    advice.getStyleClass().add("form-advice");
    showWhile(advice, model.balanceAdvice().isNotEmpty());
    fields.getChildren().add(advice);
  }

  private static void showWhile(Node part, ObservableValue<Boolean> shown) {
    part.visibleProperty().bind(shown);
    part.managedProperty().bind(shown);
  }

  private static String name(OptimizerKind kind) {
    return kind == OptimizerKind.SGD ? "SGD, momentum" : "Adam";
  }

  private static String name(RateSchedule schedule) {
    return schedule == RateSchedule.CONSTANT ? "Constant" : "Cosine";
  }

  private TextField text(String id, String name, FormField<?> field, String explanation) {
    TextField input = new TextField();
    input.setId(id);
    input.getStyleClass().add("figure-input");
    input.textProperty().bindBidirectional(field.text());
    field
        .problem()
        .addListener(
            (property, before, now) -> input.pseudoClassStateChanged(WRONG, !now.isEmpty()));
    Label problem = Texts.wrapped(Texts.bound(id + "-problem", field.problem(), "problem"));
    showWhile(problem, field.problem().isNotEmpty());
    fields.getChildren().add(new VBox(FormRow.of(name, input, explanation), problem));
    return input;
  }

  private <T> void choice(
      String id,
      String name,
      ObjectProperty<T> property,
      List<T> values,
      Function<T, String> words,
      String explanation) {
    ChoiceBox<T> input = FormRow.choice(id, words);
    input.getItems().setAll(values);
    input.valueProperty().bindBidirectional(property);
    fields.getChildren().add(FormRow.of(name, input, explanation));
  }
}
