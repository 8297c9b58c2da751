package io.thaw.ui.pictures;

import java.util.Locale;

/**
 * Which pictures to look at.
 *
 * @param classKey a key of {@link #keyOf}, or {@link #ANY_CLASS}
 * @param topic what they have in common
 * @param search part of their paths, in any case; empty for all
 */
public record Filter(String classKey, Topic topic, String search) {
  /** Of whatever class. */
  public static final String ANY_CLASS = "";

  /** Everything. */
  public static final Filter NONE = new Filter(ANY_CLASS, Topic.ALL, "");

  /** The key of a class; the empty name stands for no class. */
  public static String keyOf(String className) {
    return "=" + className;
  }

  /** The same for another class. */
  public Filter withClass(String key) {
    return new Filter(key, topic, search);
  }

  /** The same for another topic. */
  public Filter withTopic(Topic value) {
    return new Filter(classKey, value, search);
  }

  /** The same for another search. */
  public Filter withSearch(String text) {
    return new Filter(classKey, topic, text);
  }

  boolean takesClass(PictureRow row) {
    return classKey.equals(ANY_CLASS) || classKey.equals(keyOf(row.className()));
  }

  boolean takesTopic(PictureRow row) {
    return row.topics().contains(topic);
  }

  boolean takesPath(PictureRow row) {
    return search.isBlank()
        || row.path().toLowerCase(Locale.ROOT).contains(search.strip().toLowerCase(Locale.ROOT));
  }
}
