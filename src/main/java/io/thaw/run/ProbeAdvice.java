package io.thaw.run;

import io.thaw.evaluation.ConfidenceInterval;
import io.thaw.evaluation.LinearProbe;
import io.thaw.evaluation.SufficientPoint;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layer;
import io.thaw.network.ProbeNetwork;
import java.util.List;
import java.util.Locale;

/**
 * What a probe means for freezing.
 *
 * @param freeze which layers to freeze
 * @param reason one sentence
 */
record ProbeAdvice(FreezeSpec freeze, String reason) {

  /**
   * The advice.
   *
   * @param outcomes one for each point
   * @param guess share of the most frequent class
   */
  static ProbeAdvice of(
      List<ProbeNetwork.Point> points, List<LinearProbe.Outcome> outcomes, double guess) {
    SufficientPoint choice = SufficientPoint.of(outcomes, guess);
    if (choice.poor()) {
      return new ProbeAdvice(
          new FreezeSpec.None(),
          poor(points.get(choice.best()), outcomes.get(choice.best()), guess));
    }
    ProbeNetwork.Point point = points.get(choice.point());
    String figures = figures(outcomes.get(choice.point()));
    if (choice.point() == points.size() - 1) {
      return new ProbeAdvice(
          new FreezeSpec.All(),
          "The classes can be told apart best by the features that the classifier reads (%s), so all"
                  .formatted(figures)
              + " layers can stay frozen.");
    }
    String equal =
        "After %s the classes can be told apart as well as anywhere later (%s)"
            .formatted(place(point.layer()), figures);
    return point.last()
        ? new ProbeAdvice(
            new FreezeSpec.All(),
            equal + " and nothing that could learn follows it, so all layers can stay frozen.")
        : new ProbeAdvice(
            new FreezeSpec.Until(point.layer().name()),
            equal + ", so the layers up to here can stay frozen.");
  }

  private static String poor(ProbeNetwork.Point best, LinearProbe.Outcome outcome, double guess) {
    return String.format(
        Locale.ROOT,
        "Even after %s, where the classes can be told apart best, that is barely better than always"
            + " naming the most frequent class (%s, against %.2f): the network's features do not"
            + " suit these pictures, so more layers should be trained.",
        place(best.layer()),
        figures(outcome),
        guess);
  }

  private static String place(Layer layer) {
    String group = String.join("/", layer.group());
    return group.isEmpty() ? layer.name() : group + " (" + layer.name() + ")";
  }

  private static String figures(LinearProbe.Outcome outcome) {
    ConfidenceInterval interval = outcome.interval();
    return String.format(
        Locale.ROOT,
        "%.2f, 95 %% between %.2f and %.2f",
        outcome.accuracy(),
        interval.low(),
        interval.high());
  }
}
