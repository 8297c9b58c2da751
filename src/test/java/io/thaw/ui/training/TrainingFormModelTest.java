package io.thaw.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.dataset.ClassCounts;
import io.thaw.dataset.TableColumns;
import io.thaw.job.AugmentationKind;
import io.thaw.job.ClassBalance;
import io.thaw.job.JobSpec;
import io.thaw.job.OptimizerKind;
import io.thaw.job.RateSchedule;
import io.thaw.job.TrainingSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingFormModelTest {
  private final TrainingFormModel form = new TrainingFormModel();
  private final JobInputs inputs = new JobInputs();

  @Test
  void anUntouchedFormIsTheDefaultJob() {
    inputs.model().set("residual");
    inputs.data().set("/pictures");

    assertThat(form.problem().get()).isEmpty();
    assertThat(form.job(inputs)).isEqualTo(JobSpec.of("residual", "/pictures"));
  }

  @Test
  void everyFieldReachesTheJob() {
    inputs.freeze().set("until:stage2");
    form.epochs().text().set(" 3 ");
    form.batch().text().set("8");
    form.learningRate().text().set("0,05");
    form.validation().text().set("12.5 %");
    form.test().text().set("7,5 %");
    form.seed().text().set("-4");
    inputs.columns().set(TableColumns.AUTOMATIC.withLabel("species"));
    form.optimizer().set(OptimizerKind.ADAM);
    form.schedule().set(RateSchedule.CONSTANT);
    form.augmentation().set(AugmentationKind.STANDARD);
    form.views().text().set("7");
    form.balance().set(ClassBalance.BALANCED_SAMPLING);

    JobSpec job = form.job(inputs);

    assertThat(job.freeze()).isEqualTo("until:stage2");
    assertThat(job.training().epochs()).isEqualTo(3);
    assertThat(job.training().batch()).isEqualTo(8);
    assertThat(job.training().learningRate()).isEqualTo(0.05);
    assertThat(job.validation()).isEqualTo(0.125);
    assertThat(job.test()).isEqualTo(0.075);
    assertThat(job.seed()).isEqualTo(-4);
    assertThat(job.tableColumns().label()).isEqualTo("species");
    assertThat(job.training().optimizer()).isEqualTo(OptimizerKind.ADAM);
    assertThat(job.training().schedule()).isEqualTo(RateSchedule.CONSTANT);
    assertThat(job.training().augmentation()).isEqualTo(AugmentationKind.STANDARD);
    assertThat(job.training().views()).isEqualTo(7);
    assertThat(job.training().balance()).isEqualTo(ClassBalance.BALANCED_SAMPLING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "ten", "1.5", "99999999999"})
  void epochsMustBeAWholeNumber(String text) {
    form.epochs().text().set(text);

    assertThat(form.epochs().problem().get())
        .isEqualTo("Epochs must be a whole number from 1 to 10,000.");
    assertThat(form.problem().get()).isEqualTo(form.epochs().problem().get());
    assertThatThrownBy(() -> form.job(inputs)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "0", "fast", "NaN", "11"})
  void aLearningRateIsPositiveOrBlank(String text) {
    form.learningRate().text().set(text);
    assertThat(form.problem().get()).contains("learning rate").contains("blank");

    form.learningRate().text().set("  ");
    assertThat(form.problem().get()).isEmpty();
    assertThat(form.job(inputs).training().learningRate()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "91", "most", ""})
  void heldBackIsAShare(String text) {
    form.validation().text().set(text);

    assertThat(form.problem().get()).contains("between 1 and 90 percent");
    assertThat(form.summary().get()).isEqualTo(form.problem().get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "91", "most", "NaN"})
  void testPicturesAreAShare(String text) {
    form.test().text().set(text);

    assertThat(form.problem().get()).contains("between 0 and 90 percent");
    assertThatThrownBy(() -> form.job(inputs)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"20, 80, 10", "90, 10, 9.9", "29, 71, 70"})
  void somethingIsLeftToLearnFrom(String heldBack, String tooMuch, String fine) {
    form.validation().text().set(heldBack);
    form.test().text().set(tooMuch);
    assertThat(form.problem().get())
        .isEqualTo("Held-back and test pictures together must leave some to learn from.");

    form.test().text().set(fine);
    assertThat(form.problem().get()).isEmpty();
    inputs.model().set("m");
    inputs.data().set("d");
    form.job(inputs).requireValid();
  }

  @Test
  void theTestShareIsJudgedAnewWhenTheOtherChanges() {
    form.test().text().set("50");
    assertThat(form.test().problem().get()).isEmpty();
    form.validation().text().set("50");
    assertThat(form.test().problem().get()).contains("together");
    form.validation().text().set("49");
    assertThat(form.test().problem().get()).isEmpty();
    form.test().text().set("");
    assertThat(form.test().value()).isZero();
  }

  @Test
  void balancingIsAdvisedForUnevenClassesThatAreNotBalanced() {
    assertThat(form.balanceAdvice().get()).isEmpty();
    form.classCounts().set(new ClassCounts(List.of("a", "b"), List.of(30, 10)));
    assertThat(form.balanceAdvice().get()).isEmpty();
    form.classCounts().set(new ClassCounts(List.of("a", "b"), List.of(31, 10)));
    assertThat(form.balanceAdvice().get()).contains("31 of 'a' but 10 of 'b'");

    form.balance().set(ClassBalance.BALANCED_SAMPLING);
    assertThat(form.balanceAdvice().get()).isEmpty();
  }

  @Test
  void theSummaryFollows() {
    assertThat(form.summary().get()).isEqualTo("10 epochs, batch 32");
    form.epochs().text().set("1");
    assertThat(form.summary().get()).isEqualTo("1 epoch, batch 32");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65", "few", "1.5"})
  void viewsAreAWholeNumberWhereThereAreAny(String text) {
    form.views().text().set(text);
    assertThat(form.problem().get()).as("nothing is changed").isEmpty();
    assertThat(form.job(inputs).training()).isEqualTo(TrainingSettings.DEFAULT);

    form.augmentation().set(AugmentationKind.LIGHT);
    assertThat(form.problem().get())
        .isEqualTo("Views per picture must be a whole number from 0 to 64.");
    assertThatThrownBy(() -> form.job(inputs)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"'', -1", "0, 0", "64, 64"})
  void blankLeavesTheViewsToTheRun(String text, int views) {
    form.augmentation().set(AugmentationKind.LIGHT);
    form.views().text().set(text);

    assertThat(form.problem().get()).isEmpty();
    assertThat(form.job(inputs).training().views()).isEqualTo(views);
  }
}
