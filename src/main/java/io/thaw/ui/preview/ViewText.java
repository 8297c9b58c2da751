package io.thaw.ui.preview;

import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.ViewTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Views in the user's words. */
final class ViewText {
  private ViewText() {}

  /** What is the matter with the views on show, one sentence. */
  static String sentence(PreviewQuestion question) {
    if (!question.varied()) {
      return "Pictures are learned from, and checked with, as they are.";
    }
    int kept = question.kept();
    if (kept == 0) {
      return "Every epoch makes new views; these %d are examples.".formatted(question.shown());
    }
    if (kept == 1) {
      return "This view is kept, and every epoch sees it.";
    }
    return question.shown() == kept
        ? "These %d are kept and drawn from: every epoch sees one of them.".formatted(kept)
        : "%d are kept and drawn from, one in every epoch; these are the first %d."
            .formatted(kept, question.shown());
  }

  /** What the views are made of, for those who want to know. */
  static String explanation(PreviewQuestion question) {
    InputSpec input = question.input();
    return "The pixels that enter the network, %d across and %d down, before they are normalised."
            .formatted(input.width(), input.height())
        + " A picture that is held back to check with is only ever seen plain.";
  }

  /**
   * One of the views.
   *
   * @param number from 0 on
   */
  static String view(Preview preview, int number) {
    String which =
        preview.question().kept() == 0
            ? "Example " + (number + 1)
            : "View %d of %d".formatted(number + 1, preview.question().kept());
    return which + ": " + words(preview.views().get(number).traits());
  }

  /** How a view differs from the plain one; always says something. */
  static String words(ViewTraits traits) {
    List<String> words = new ArrayList<>();
    if (traits.mirrored()) {
      words.add("mirrored");
    }
    addTurn(traits.degrees(), words);
    if (traits.share() < 0.995) {
      words.add("cropped to %.0f %%".formatted(100 * traits.share()));
    }
    addMove(traits.right(), "right", "left", words);
    addMove(traits.down(), "down", "up", words);
    addFactor(traits.brightness(), "brighter", "darker", words);
    addFactor(traits.contrast(), "more contrast", "less contrast", words);
    addFactor(traits.saturation(), "more colour", "less colour", words);
    return words.isEmpty() ? "as the picture is" : String.join(", ", words);
  }

  private static void addTurn(double degrees, List<String> words) {
    long whole = Math.round(Math.abs(degrees));
    if (whole > 0) {
      words.add(
          "turned %s to the %s".formatted(count(whole, "degree"), degrees > 0 ? "right" : "left"));
    }
  }

  private static void addMove(int pixels, String ahead, String back, List<String> words) {
    if (pixels != 0) {
      words.add("moved " + count(Math.abs(pixels), "pixel") + " " + (pixels > 0 ? ahead : back));
    }
  }

  private static void addFactor(double factor, String more, String less, List<String> words) {
    long percent = Math.round(100 * (factor - 1));
    if (percent != 0) {
      words.add(
          String.format(Locale.ROOT, "%d %% %s", Math.abs(percent), percent > 0 ? more : less));
    }
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
