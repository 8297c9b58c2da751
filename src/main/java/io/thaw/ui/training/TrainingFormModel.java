package io.thaw.ui.training;

import io.thaw.dataset.ClassCounts;
import io.thaw.job.AugmentationKind;
import io.thaw.job.ClassBalance;
import io.thaw.job.JobSpec;
import io.thaw.job.OptimizerKind;
import io.thaw.job.RateSchedule;
import io.thaw.job.TrainingSettings;
import io.thaw.ui.common.FormField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How long and how fast to learn, as the form shows it. */
public final class TrainingFormModel {
  private static final JobSpec INITIAL = JobSpec.of("", "");
  private static final TrainingSettings DEFAULTS = TrainingSettings.DEFAULT;

  private final FormField<Integer> epochs =
      new FormField<>(
          "epochs",
          Integer.toString(DEFAULTS.epochs()),
          text -> NumberText.wholeNumber(text, "Epochs", 1, 10_000));
  private final FormField<Integer> batch =
      new FormField<>(
          "batch",
          Integer.toString(DEFAULTS.batch()),
          text -> NumberText.wholeNumber(text, "The batch size", 1, 4_096));
  private final FormField<Double> learningRate =
      new FormField<>("learningRate", "", NumberText::learningRate);
  private final FormField<Double> validation =
      new FormField<>(
          "validation",
          String.format(Locale.ROOT, "%.0f", 100 * INITIAL.validation()),
          NumberText::share);
  private final FormField<Double> test =
      new FormField<>("test", "0", this::testShare, validation.text());
  private final FormField<Long> seed =
      new FormField<>("seed", Long.toString(INITIAL.seed()), NumberText::seed);
  private final ObjectProperty<OptimizerKind> optimizer =
      new SimpleObjectProperty<>(this, "optimizer", DEFAULTS.optimizer());
  private final ObjectProperty<RateSchedule> schedule =
      new SimpleObjectProperty<>(this, "schedule", DEFAULTS.schedule());
  private final ObjectProperty<AugmentationKind> augmentation =
      new SimpleObjectProperty<>(this, "augmentation", DEFAULTS.augmentation());
  private final ObjectProperty<ClassBalance> balance =
      new SimpleObjectProperty<>(this, "balance", DEFAULTS.balance());
  private final ObjectProperty<ClassCounts> classCounts =
      new SimpleObjectProperty<>(this, "classCounts");
  private final StringBinding balanceAdvice =
      Bindings.createStringBinding(this::adviseBalance, balance, classCounts);
  private final FormField<Integer> views = new FormField<>("views", "", NumberText::views);
  private final BooleanBinding augmented = augmentation.isNotEqualTo(AugmentationKind.NONE);
  private final StringBinding problem = Bindings.createStringBinding(this::check, problems());
  private final StringBinding summary =
      Bindings.createStringBinding(this::summarise, epochs.text(), batch.text(), problem);

  public FormField<Integer> epochs() {
    return epochs;
  }

  public FormField<Integer> batch() {
    return batch;
  }

  /** 0 stands for the optimiser's own rate and is written as blank. */
  public FormField<Double> learningRate() {
    return learningRate;
  }

  /** Share of the pictures that is held back; the text is a percentage. */
  public FormField<Double> validation() {
    return validation;
  }

  /** Share of the pictures that is kept for a test at the end; the text is a percentage. */
  public FormField<Double> test() {
    return test;
  }

  public FormField<Long> seed() {
    return seed;
  }

  public ObjectProperty<OptimizerKind> optimizer() {
    return optimizer;
  }

  public ObjectProperty<RateSchedule> schedule() {
    return schedule;
  }

  public ObjectProperty<AugmentationKind> augmentation() {
    return augmentation;
  }

  public ObjectProperty<ClassBalance> balance() {
    return balance;
  }

  /** The pictures that can be learned from; null while there are none. */
  public ObjectProperty<ClassCounts> classCounts() {
    return classCounts;
  }

  /** Why classes should be balanced, one sentence; empty when they need not, or already are. */
  public StringBinding balanceAdvice() {
    return balanceAdvice;
  }

  /** Whether pictures are changed at all; without that, views mean nothing. */
  public BooleanBinding augmented() {
    return augmented;
  }

  /** {@link TrainingSettings#AUTOMATIC_VIEWS} is written as blank. */
  public FormField<Integer> views() {
    return views;
  }

  /** The first problem in the form; empty when there is none. */
  public StringBinding problem() {
    return problem;
  }

  /** The form in a few words. */
  public StringBinding summary() {
    return summary;
  }

  /**
   * How the form says that a run shall learn.
   *
   * @throws IllegalArgumentException when a field of the form has a problem
   */
  public TrainingSettings settings() {
    return new TrainingSettings(
            epochs.value(),
            batch.value(),
            learningRate.value(),
            optimizer.get(),
            DEFAULTS.momentum(),
            DEFAULTS.weightDecay(),
            schedule.get(),
            augmentation.get(),
            augmented.get() ? views.value() : DEFAULTS.views())
        .withBalance(balance.get());
  }

  /** All that {@link #settings} and the shares of pictures to check and test with depend on. */
  public Observable[] values() {
    return Stream.concat(
            fields().stream().map(FormField::text),
            Stream.of(optimizer, schedule, augmentation, balance))
        .toArray(Observable[]::new);
  }

  /**
   * The job that the form and the other screens describe.
   *
   * @throws IllegalArgumentException when a field of the form has a problem
   */
  public JobSpec job(JobInputs inputs) {
    return JobSpec.of(inputs.model().get(), inputs.data().get())
        .withFreeze(inputs.freeze().get())
        .withRates(inputs.rates().get())
        .withEdits(inputs.edits().get())
        .withColumns(inputs.columns().get())
        .withTraining(settings())
        .withValidation(validation.value())
        .withTest(test.value())
        .withSeed(seed.value());
  }

  /** A validation share that is wrong has a sentence of its own. */
  private double testShare(String text) {
    return NumberText.testShare(
        text, validation.problem().get().isEmpty() ? validation.value() : 0);
  }

  private List<FormField<?>> fields() {
    return List.of(epochs, batch, learningRate, validation, test, views, seed);
  }

  private Observable[] problems() {
    return Stream.concat(fields().stream().map(FormField::problem), Stream.of(augmented))
        .toArray(Observable[]::new);
  }

  private String check() {
    return fields().stream()
        .filter(field -> field != views || augmented.get())
        .map(field -> field.problem().get())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String adviseBalance() {
    ClassCounts counts = classCounts.get();
    return counts != null && counts.imbalanced() && balance.get() == ClassBalance.NONE
        ? BalanceText.recommendation(counts)
        : "";
  }

  private String summarise() {
    if (!problem.get().isEmpty()) {
      return problem.get();
    }
    int count = epochs.value();
    return count + (count == 1 ? " epoch" : " epochs") + ", batch " + batch.value();
  }
}
