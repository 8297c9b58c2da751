package io.thaw.ui.network;

import io.thaw.network.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An operator's settings in words: {@code 64 filters of 3×3, stride 2, padding 1}. */
final class AttributeText {
  private AttributeText() {}

  /** One phrase per setting that changes what the operator does; empty for none. */
  static String of(Node node) {
    List<String> phrases = new ArrayList<>();
    Map<String, String> attributes = node.attributes();
    add(phrases, filters(attributes));
    add(phrases, attribute(attributes, "num_hidden", "%s outputs"));
    add(phrases, notOne(attributes, "stride", "stride %s"));
    add(phrases, notZero(attributes, "pad", "padding %s"));
    add(phrases, notOne(attributes, "dilate", "dilation %s"));
    add(phrases, notOne(attributes, "num_group", "%s groups"));
    add(phrases, flag(attributes, "no_bias", "no bias"));
    add(phrases, flag(attributes, "global_pool", "over all positions"));
    add(phrases, attribute(attributes, "a_min", "from %s"));
    add(phrases, attribute(attributes, "a_max", "to %s"));
    add(phrases, flag(attributes, "fix_gamma", "scale fixed at 1"));
    add(phrases, attribute(attributes, "p", "drops a share of %s while training"));
    return String.join(", ", phrases);
  }

  private static void add(List<String> phrases, String phrase) {
    if (!phrase.isEmpty()) {
      phrases.add(phrase);
    }
  }

  private static String filters(Map<String, String> attributes) {
    String window = window(attributes.getOrDefault("kernel", ""));
    String filters = attributes.get("num_filter");
    boolean everywhere = flag(attributes, "global_pool", "x").equals("x");
    if (filters != null) {
      return filters + (filters.equals("1") ? " filter" : " filters") + " of " + window;
    }
    return window.isEmpty() || everywhere ? "" : "window " + window;
  }

  private static String attribute(Map<String, String> attributes, String key, String words) {
    String value = attributes.get(key);
    return value == null ? "" : words.formatted(size(value));
  }

  private static String notOne(Map<String, String> attributes, String key, String words) {
    return size(attributes.getOrDefault(key, "")).equals("1")
        ? ""
        : attribute(attributes, key, words);
  }

  private static String notZero(Map<String, String> attributes, String key, String words) {
    return size(attributes.getOrDefault(key, "")).equals("0")
        ? ""
        : attribute(attributes, key, words);
  }

  private static String flag(Map<String, String> attributes, String key, String words) {
    String value = attributes.getOrDefault(key, "");
    return value.equalsIgnoreCase("true") || value.equals("1") ? words : "";
  }

  /** {@code (2, 2)} reads {@code 2}, {@code (1, 7)} reads {@code 1×7}. */
  private static String size(String tuple) {
    List<String> sizes = sizes(tuple);
    return sizes.stream().distinct().count() == 1 ? sizes.get(0) : String.join("×", sizes);
  }

  /** {@code (3, 3)} reads {@code 3×3}. */
  private static String window(String tuple) {
    return String.join("×", sizes(tuple));
  }

  private static List<String> sizes(String tuple) {
    return Arrays.stream(tuple.replaceAll("[()\\[\\]\\s]", "").split(","))
        .filter(size -> !size.isEmpty())
        .toList();
  }
}
