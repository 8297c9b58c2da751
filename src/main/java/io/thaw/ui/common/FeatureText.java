package io.thaw.ui.common;

import io.thaw.job.JobEvent;
import io.thaw.job.Report;

/**
 * Where the inputs of the layers that learn came from, in words.
 *
 * @param features what the run says about them
 * @param fresh whether training pictures get new views each epoch, so that none of theirs is kept
 */
public record FeatureText(Report.Features features, boolean fresh) {

  /** What the event tells. */
  public static FeatureText of(JobEvent.FeaturesReady it, boolean fresh) {
    return new FeatureText(
        new Report.Features(it.engine(), it.views(), it.fromCache(), it.computed(), it.notKept()),
        fresh);
  }

  /** How many there are and which of them earlier runs had computed. */
  public String origin() {
    if (features.engine() == null) {
      return count() + " taken in; every layer runs in every epoch";
    }
    if (features.fromCache() == 0) {
      return "%s computed by %s".formatted(count(), features.engine());
    }
    return features.computed() == 0
        ? count() + ", all known from earlier runs"
        : "%s: %s known from earlier runs, %s computed by %s"
            .formatted(
                count(),
                Figures.count(features.fromCache()),
                Figures.count(features.computed()),
                features.engine());
  }

  /** What each epoch computes again; empty when nothing. */
  public String note() {
    if (features.notKept() > 0) {
      return "No room to keep %s of them: every epoch computes those again."
          .formatted(Figures.count(features.notKept()));
    }
    return fresh && features.engine() != null
        ? "Fresh views of the training pictures: the frozen layers run for them in every epoch."
        : "";
  }

  private String count() {
    String records = Figures.count(features.fromCache() + features.computed());
    if (features.views() > 0) {
      return "%s views (%s of each training picture)"
          .formatted(records, Figures.count(features.views()));
    }
    return records + (fresh ? " held-back pictures" : " pictures");
  }
}
