package io.thaw.engine.onnx;

import io.thaw.network.Attributes;
import io.thaw.network.Node;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An operator's settings; remembers which were read, so that none is overlooked. */
final class Settings {
  /** They choose an algorithm, or say something of training only. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of("cudnn_off", "cudnn_tune", "workspace", "num_args", "ctx_group", "lr_mult", "wd_mult");

  private final Node node;
  private final Attributes attributes;
  private final Set<String> read = new HashSet<>();

  Settings(Node node) {
    this.node = node;
    this.attributes = new Attributes(node);
  }

  Optional<String> text(String key) {
    read.add(key);
    return attributes.text(key);
  }

  String text(String key, String fallback) {
    return text(key).orElse(fallback);
  }

  boolean flag(String key, boolean fallback) {
    read.add(key);
    return attributes.flag(key, fallback);
  }

  int integer(String key, int fallback) {
    read.add(key);
    return attributes.integer(key, fallback);
  }

  Optional<List<Integer>> tuple(String key) {
    read.add(key);
    return attributes.tuple(key);
  }

  /** One number per axis of a picture. */
  long[] spatial(String key, int fallback) {
    read.add(key);
    return attributes.spatial(key, 2, fallback).stream().mapToLong(Integer::longValue).toArray();
  }

  double number(String key, double fallback) {
    return text(key).map(value -> parsed(key, value)).orElse(fallback);
  }

  double number(String key) {
    return number(key, parsed(key, text(key, "missing")));
  }

  private double parsed(String key, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw refusal(key);
    }
  }

  /** Settings that say nothing here. */
  void ignore(String... keys) {
    read.addAll(Arrays.asList(keys));
  }

  /** Refuses the operator unless a setting is absent or has one of these values. */
  void require(String key, String... allowed) {
    text(key)
        .filter(value -> !Arrays.asList(allowed).contains(value))
        .ifPresent(
            value -> {
              throw refusal(key);
            });
  }

  /** Refuses the operator when it has a setting that the translation did not look at. */
  void requireAllRead() {
    for (String key : node.attributes().keySet()) {
      boolean hidden = key.startsWith("__") && key.endsWith("__");
      if (!hidden && !read.contains(key) && !WITHOUT_EFFECT.contains(key)) {
        throw refusal(key);
      }
    }
  }

  /** What to throw when a setting has no exact translation. */
  UnsupportedOperatorException refusal(String key) {
    return new UnsupportedOperatorException(
        "The layer '%s' (%s) has %s=%s, which has no exact ONNX form."
            .formatted(node.name(), node.operator(), key, attributes.text(key, "none")));
  }

  /** What to throw for another reason. */
  UnsupportedOperatorException refuse(String why) {
    return new UnsupportedOperatorException(
        "The layer '%s' (%s) has no exact ONNX form: %s."
            .formatted(node.name(), node.operator(), why));
  }
}
