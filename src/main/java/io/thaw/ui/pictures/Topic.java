package io.thaw.ui.pictures;

import io.thaw.dataset.ProblemKind;
import io.thaw.dataset.RemarkKind;

/**
 * What pictures have in common, to look at those only.
 *
 * @param key names it
 * @param words the same for the user
 */
public record Topic(String key, String words) {
  /** Every file. */
  public static final Topic ALL = new Topic("all", "All pictures");

  /** What is learned from and checked with. */
  public static final Topic USED = new Topic("used", "Used");

  /** What is not, whoever decided it. */
  public static final Topic LEFT_OUT = new Topic("left-out", "Left out");

  /** What shows another class than its folder says. */
  public static final Topic RELABELLED = new Topic("relabelled", "Class changed by you");

  /** What is used although it ends early. */
  public static final Topic PARTIAL = new Topic("partial", "Used although cut short");

  static Topic of(ProblemKind kind) {
    return new Topic("problem-" + kind.jsonName(), words(kind));
  }

  static Topic of(RemarkKind kind) {
    return new Topic("remark-" + kind.jsonName(), words(kind));
  }

  /** Whether it is about what a network takes for alike. */
  boolean isOfNetwork() {
    return equals(of(RemarkKind.NETWORK_ALIKE)) || equals(of(RemarkKind.NETWORK_ALIKE_CLASSES));
  }

  /** The same in so few words that they fit below a thumbnail. */
  String brief() {
    return switch (key) {
      case "problem-excluded" -> "Left out";
      case "problem-outside-class" -> "Outside";
      case "problem-exif-rotated" -> "Rotated";
      case "problem-unsupported-format" -> "Not read";
      case "problem-no-memory" -> "No memory";
      case "problem-wrong-extension" -> "Wrong name";
      case "problem-folder" -> "Not used";
      case "remark-label-conflict" -> "Two classes";
      case "remark-copies-across-sides" -> "Two sides";
      case "remark-near-label-conflict" -> "Alike, class";
      case "remark-near-copies-across-sides" -> "Alike, side";
      case "remark-kept-together" -> "Kept together";
      case "remark-network-alike" -> "Look-alike";
      case "remark-network-alike-classes" -> "Two classes?";
      case "remark-extreme-aspect" -> "Very long";
      default -> words;
    };
  }

  private static String words(ProblemKind kind) {
    return switch (kind) {
      case EMPTY -> "Empty file";
      case TRUNCATED -> "Cut short";
      case DAMAGED -> "Damaged";
      case UNSUPPORTED_FORMAT -> "Format not read";
      case NOT_A_PICTURE -> "Not a picture";
      case TOO_LARGE -> "Too large";
      case NO_MEMORY -> "No memory for it";
      case MISSING -> "Missing";
      case UNREADABLE -> "Cannot be read";
      case FOLDER -> "Folder not used";
      case OUTSIDE_CLASS -> "Outside the classes";
      case EXCLUDED -> "Left out by you";
      case WRONG_EXTENSION -> "Misleading name";
      case ANIMATED -> "Animated";
      case EXIF_ROTATED -> "Turned upright";
      case NO_LABEL -> "Without a class";
      case NOT_A_FILE -> "Not a file";
      case CONFLICTING_ROWS -> "Rows disagree";
      case NO_SIDE -> "On no side";
      case REPEATED_ROW -> "Repeated row";
    };
  }

  private static String words(RemarkKind kind) {
    return switch (kind) {
      case COPIES -> "Copies";
      case LABEL_CONFLICT -> "In several classes";
      case COPIES_ACROSS_SIDES -> "On both sides";
      case NEAR_COPIES -> "Alike";
      case NEAR_LABEL_CONFLICT -> "Alike, other class";
      case NEAR_COPIES_ACROSS_SIDES -> "Alike, other side";
      case KEPT_TOGETHER -> "Kept on one side";
      case NETWORK_ALIKE -> "Alike to the network";
      case NETWORK_ALIKE_CLASSES -> "Alike to it, other class";
      case TINY -> "Tiny";
      case EXTREME_ASPECT -> "Very long or wide";
      case BLANK -> "One colour";
      case IMBALANCE -> "Classes of unlike size";
      case FEW_PICTURES -> "Few pictures";
      case SIMILAR_CLASS_NAMES -> "Similar class names";
    };
  }
}
