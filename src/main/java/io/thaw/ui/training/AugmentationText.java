package io.thaw.ui.training;

import io.thaw.job.AugmentationKind;

/** Augmentation in the user's words. */
final class AugmentationText {
  static final String EXPLANATION =
      "Random changes to the training pictures, so that the network learns what stays the same"
          + " about them.\nNone: "
          + lower(what(AugmentationKind.NONE))
          + "\nLight: "
          + lower(what(AugmentationKind.LIGHT))
          + "\nStandard: "
          + lower(what(AugmentationKind.STANDARD));

  static final String VIEWS_EXPLANATION =
      "How many changed versions of each picture are made once and kept; 0 makes fresh ones each"
          + " epoch, which runs the frozen layers again each time; blank keeps 4 where layers are"
          + " frozen.";

  private AugmentationText() {}

  static String name(AugmentationKind kind) {
    return switch (kind) {
      case NONE -> "None";
      case LIGHT -> "Light";
      case CROPS -> "Crops";
      case STANDARD -> "Standard";
    };
  }

  /** What it does, in one sentence. */
  static String what(AugmentationKind kind) {
    return switch (kind) {
      case NONE -> "Pictures are learned as they are.";
      case LIGHT -> "Half of the views are mirrored, and a little is cropped off the edges.";
      case CROPS ->
          "Half of the views are mirrored, and each shows another part of a half or more.";
      case STANDARD ->
          "Mirrors, crops more, turns a little, and changes brightness, contrast and colour.";
    };
  }

  private static String lower(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
