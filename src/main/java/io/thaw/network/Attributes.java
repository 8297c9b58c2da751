package io.thaw.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads an operator's settings, which symbol files write as text. */
public record Attributes(Node node) {

  /** The setting as it is written; empty when absent or {@code None}. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(node.attributes().get(key))
        .map(String::strip)
        .filter(value -> !value.isEmpty() && !value.equals("None"));
  }

  /** The setting as it is written. */
  public String text(String key, String fallback) {
    return text(key).orElse(fallback);
  }

  /** {@code True}, {@code true} and {@code 1} are true. */
  public boolean flag(String key, boolean fallback) {
    return text(key).map(v -> v.equalsIgnoreCase("true") || v.equals("1")).orElse(fallback);
  }

  /**
   * A whole number.
   *
   * @throws BadNetworkException when it is no number
   */
  public int integer(String key, int fallback) {
    return text(key).map(value -> number(key, value)).orElse(fallback);
  }

  /** A whole number of at least 1 that the operator cannot do without. */
  int count(String key) {
    int value =
        integer(
            key,
            text(key)
                .map(v -> 0)
                .orElseThrow(() -> bad("The layer '%s' does not say its %s.", node.name(), key)));
    if (value < 1) {
      throw bad("The layer '%s' has %s %d; it must be at least 1.", node.name(), key, value);
    }
    return value;
  }

  /** A tuple such as {@code (3, 3)}; one number counts as a tuple of one. */
  public Optional<List<Integer>> tuple(String key) {
    return text(key)
        .map(
            value ->
                Arrays.stream(value.replaceAll("[()\\[\\]L ]", "").split(","))
                    .filter(part -> !part.isEmpty())
                    .map(part -> number(key, part))
                    .toList());
  }

  /**
   * A tuple with one number per spatial axis; absent or empty, {@code fallback} for each.
   *
   * @throws BadNetworkException when it has another length
   */
  public List<Integer> spatial(String key, int axes, int fallback) {
    List<Integer> values = new ArrayList<>(tuple(key).orElse(List.of()));
    if (values.isEmpty()) {
      return Collections.nCopies(axes, fallback);
    }
    if (values.size() != axes) {
      throw bad(
          "The layer '%s' has %s %s, but its input has %d spatial axes.",
          node.name(), key, text(key, ""), axes);
    }
    return values;
  }

  private int number(String key, String value) {
    try {
      return (int) Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new BadNetworkException(
          "The layer '" + node.name() + "' has " + key + " '" + value + "', which is no number.",
          e);
    }
  }

  static BadNetworkException bad(String format, Object... values) {
    return new BadNetworkException(String.format(Locale.ROOT, format, values));
  }
}
