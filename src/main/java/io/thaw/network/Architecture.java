package io.thaw.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Networks of our own that can be trained from random weights: residual, with BatchNorm, in groups
 * {@code stem}, {@code stage1} to {@code stage4} and {@code classifier}. All average over positions
 * before the classifier and so take pictures of any size.
 */
public enum Architecture {
  /** One block a stage: 1.3 million parameters with 200 classes. */
  FROST_SMALL(List.of(32, 64, 128, 256), List.of(1, 1, 1, 1)),
  /** Two blocks in the last two stages, which are cheap to compute: 2.8 million. */
  FROST_DEEP(List.of(32, 64, 128, 256), List.of(1, 1, 2, 2)),
  /** One block a stage, wider in the last two: 2.1 million. */
  FROST_WIDE(List.of(32, 64, 160, 320), List.of(1, 1, 1, 1)),
  /** One block a stage, the last half as wide again: 2.3 million. */
  FROST_BROAD(List.of(32, 64, 128, 384), List.of(1, 1, 1, 1));

  /** Parameters of the classifier. */
  public static final List<String> CLASSIFIER = List.of("classifier_weight", "classifier_bias");

  private final List<Integer> widths;
  private final List<Integer> blocks;

  Architecture(List<Integer> widths, List<Integer> blocks) {
    this.widths = widths;
    this.blocks = blocks;
  }

  /** The name that the command line takes, for example {@code frost-deep}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The network up to the probabilities {@code [N, classes]}. */
  public Network network(int classes) {
    return ResidualNetworks.staged(widths, blocks, classes);
  }

  /** The architecture of that name. */
  public static Optional<Architecture> named(String id) {
    return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
  }
}
