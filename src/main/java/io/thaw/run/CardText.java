package io.thaw.run;

import io.thaw.catalogue.BuiltInArchitecture;
import io.thaw.catalogue.InputSpec;
import io.thaw.job.ClassBalance;
import io.thaw.job.EpochRecord;
import io.thaw.job.JobSpec;
import io.thaw.job.Report;
import io.thaw.job.TrainingSettings;
import io.thaw.network.LayerCost;
import io.thaw.network.Layers;
import io.thaw.network.NetworkCost;
import io.thaw.network.ShapeInference;
import java.nio.file.Path;
import java.util.Locale;

/** Tells how a model was made, as Markdown. */
final class CardText {
  private static final String TABLE =
      """
      # %s

      A network trained by Thaw from random weights.

      | | |
      |---|---|
      | architecture | %s: %,d values, %,d million multiply-adds |
      | input | %d x %d pixels, RGB, scaled to 0..1, mean and deviation of ImageNet |
      | made from | %s |
      | data | %,d pictures of %,d classes from `%s` |
      | recipe | `%s` |
      | seed | %d |
      | time and machine | %s on %d cores (%s) |
      | accuracy | top-1 %.3f on %,d pictures held back, the same in every epoch |
      | loss | %.3f on the pictures learned from, %.3f on those held back |

      Good for: fine-tuning on subjects like those it was trained on, at pictures of a similar size.
      Not for: subjects that it never saw, without new training.

      Licence: the weights belong to whoever trained them; the pictures have terms of their own.
      """;

  private CardText() {}

  static String of(PreparedJob job, Report report, String name) {
    JobSpec spec = job.spec();
    InputSpec input = job.model().input();
    LayerCost cost = cost(job);
    EpochRecord last = report.epochs().get(report.epochs().size() - 1);
    Machine machine = Machine.here();
    return String.format(
        Locale.ROOT,
        TABLE,
        name,
        job.model().name(),
        cost.parameters().orElse(0),
        cost.multiplyAdds().orElse(0) / 1_000_000,
        input.width(),
        input.height(),
        madeFrom(job),
        report.trainImages() + report.valImages(),
        report.classes().size(),
        Path.of(spec.data()).getFileName(),
        command(spec),
        spec.seed(),
        duration(report.seconds().total()),
        machine.cores(),
        machine.processor(),
        report.valAccuracy(),
        report.valImages(),
        last.loss(),
        report.valLoss());
  }

  private static LayerCost cost(PreparedJob job) {
    var network = job.result().network();
    var shapes = ShapeInference.infer(network, job.model().input().shape());
    return NetworkCost.of(network, Layers.of(network), shapes).total();
  }

  private static String madeFrom(PreparedJob job) {
    return "random weights (He)"
        + job.teacher()
            .map(it -> "; beside the classes it learned the outputs of " + it.model().name())
            .orElse(", nothing else");
  }

  private static String duration(double seconds) {
    long minutes = Math.round(seconds / 60);
    return minutes < 60
        ? minutes + " minutes"
        : "%d h %02d min".formatted(minutes / 60, minutes % 60);
  }

  /** What a user would type to make the same model again. */
  static String command(JobSpec spec) {
    TrainingSettings training = spec.training();
    StringBuilder text = new StringBuilder("thaw pretrain");
    BuiltInArchitecture own = BuiltInArchitecture.parse(spec.model()).orElseThrow();
    add(text, "--arch", own.architecture().id());
    add(text, "--size", own.size());
    if (training.firstSize() > 0) {
      add(text, "--first-size", training.firstSize());
    }
    add(text, "--data", Path.of(spec.data()).getFileName());
    if (spec.teacher() != null) {
      add(text, "--teacher", Path.of(spec.teacher().model()).getFileName());
      add(text, "--teacher-size", spec.teacher().size());
      add(text, "--teacher-weight", spec.teacher().weight());
      add(text, "--temperature", spec.teacher().temperature());
    }
    add(text, "--epochs", training.epochs());
    add(text, "--batch", training.batch());
    add(text, "--lr", training.learningRate());
    add(text, "--weight-decay", training.weightDecay());
    add(text, "--warm-up", training.warmUp());
    add(text, "--label-smoothing", training.labelSmoothing());
    add(text, "--augment", training.augmentation().name().toLowerCase(Locale.ROOT));
    if (training.balance() != ClassBalance.NONE) {
      add(text, "--balance", training.balance().word());
    }
    add(text, "--val", spec.validation());
    add(text, "--seed", spec.seed());
    add(text, "--out", Path.of(spec.publish()).getFileName());
    return text.toString();
  }

  private static void add(StringBuilder text, String option, Object value) {
    String word = value.toString();
    boolean quoted = word.isEmpty() || word.contains(" ");
    text.append(' ').append(option).append(' ').append(quoted ? '"' + word + '"' : word);
  }
}
