package io.thaw.run;

import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.engine.TrainableTail;
import io.thaw.evaluation.ConfidenceInterval;
import io.thaw.tuning.Intake;
import io.thaw.tuning.Prefix;
import io.thaw.tuning.Validation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows a network that has learned the pictures that were kept for the end, once. */
final class FinalTest {
  private final PreparedJob job;
  private final FeatureStore features;
  private final long memory;
  private final RunContext context;
  private List<ImageProblem> problems = List.of();

  /**
   * A test.
   *
   * @param memory bytes for tensors that the cache has no room for
   */
  FinalTest(PreparedJob job, FeatureStore features, long memory, RunContext context) {
    this.job = job;
    this.features = features;
    this.memory = memory;
    this.context = context;
  }

  /**
   * Runs it; empty where no pictures are kept for a test, none can be read, or the run is stopped
   * before they all were.
   *
   * @param intake one of its own, to be closed by the caller
   */
  Optional<Validation> run(TrainableTail tail, Prefix prefix, Intake intake) {
    List<LabeledImage> pictures = job.pictures().test();
    if (pictures.isEmpty()) {
      return Optional.empty();
    }
    try (Intake.Sets sets = takeIn(pictures, prefix, intake)) {
      problems = intake.problems();
      if (context.cancel().isCancelled()) {
        context.notice("The run was stopped before the test pictures were looked at.");
        return Optional.empty();
      }
      if (sets.validation().count() == 0) {
        context.notice("None of the pictures kept for the test could be read.");
        return Optional.empty();
      }
      Validation result = Validation.of(tail, sets.validation(), job.scan().classes());
      tell(result);
      return Optional.of(result);
    }
  }

  private Intake.Sets takeIn(List<LabeledImage> pictures, Prefix prefix, Intake intake) {
    return job.split().hasPrefix()
        ? intake.features(List.of(), pictures, prefix, features.shelf(job), memory, job.index())
        : intake.pictures(List.of(), pictures, context.files().folder());
  }

  private void tell(Validation result) {
    ConfidenceInterval interval = result.confusion().accuracyInterval();
    // The report has it in figures.
    context.tell(
        String.format(
            Locale.ROOT,
            "Accuracy on %,d test pictures: %.3f (95 %%: %.3f to %.3f).",
            result.confusion().total(),
            result.confusion().accuracy(),
            interval.low(),
            interval.high()));
  }

  /** Test pictures that could not be read. */
  List<ImageProblem> problems() {
    return problems;
  }
}
