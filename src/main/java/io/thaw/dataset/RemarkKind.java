package io.thaw.dataset;

import java.util.Arrays;
import java.util.Locale;

/** What a deep look found out about pictures that can all be used, for programs. */
public enum RemarkKind {
  /** The same file twice or more in one class. */
  COPIES(false),
  /** The same file in several classes: at most one of its labels is right. */
  LABEL_CONFLICT(true),
  /** The same file on both sides of a split that the folder gives. */
  COPIES_ACROSS_SIDES(true),
  /** Pictures that look the same, such as one that was saved again or in another size. */
  NEAR_COPIES(false),
  /** Pictures that look the same in several classes. */
  NEAR_LABEL_CONFLICT(true),
  /** Pictures that look the same on both sides of a split that the folder gives. */
  NEAR_COPIES_ACROSS_SIDES(true),
  /** Pictures that the user keeps on one side of the split. */
  KEPT_TOGETHER(false),
  /** Pictures that a network takes for much the same, such as two of one scene. */
  NETWORK_ALIKE(false),
  /** Such pictures in several classes: perhaps a wrong label, and perhaps only alike. */
  NETWORK_ALIKE_CLASSES(false),
  /** Pictures of which there is too little to see. */
  TINY(true),
  /** Pictures that are many times longer than wide, or wider than long. */
  EXTREME_ASPECT(true),
  /** Pictures of one colour. */
  BLANK(true),
  /** The largest class has many times the pictures of the smallest. */
  IMBALANCE(true),
  /** Classes with so few pictures that their accuracy is a matter of luck. */
  FEW_PICTURES(true),
  /** Class folders whose names differ in nothing but case, spaces or separators. */
  SIMILAR_CLASS_NAMES(true);

  private final boolean warning;

  RemarkKind(boolean warning) {
    this.warning = warning;
  }

  /** Whether the user should do something about it; else it is good to know. */
  public boolean isWarning() {
    return warning;
  }

  /** The name in JSON and in files, which never changes: {@code label-conflict}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The kind with this {@link #jsonName}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static RemarkKind of(String jsonName) {
    return Arrays.stream(values())
        .filter(kind -> kind.jsonName().equals(jsonName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of remark: " + jsonName));
  }
}
