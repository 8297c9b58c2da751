package io.thaw.network;

import java.util.Optional;
import java.util.Set;

/**
 * A network split along a freeze plan, with a new head.
 *
 * @param prefix picture to boundary tensor, all of it frozen; see {@link #hasPrefix}
 * @param boundaryLayer the layer whose output the prefix ends in; empty without a prefix
 * @param boundary shape of one sample at the boundary, without the batch axis
 * @param features shape of one sample's features, which the new head reads, without batch axis
 * @param tail boundary tensor (variable {@code data}) to logits {@code [N, classes]}
 * @param whole picture (variable {@code data}) to probabilities {@code [N, classes]}: prefix,
 *     suffix, head and softmax
 * @param frozenParameters parameters, running statistics included, that must not change
 * @param trainableParameters parameters that gradients change, those of the head included
 * @param adaptedStatistics running statistics that follow the new pictures
 * @param prefixParameters all parameters of {@code prefix}
 * @param tailParameters all parameters of {@code tail}, those of the head included
 * @param headParameters the new parameters, which the source network does not have
 */
public record NetworkSplit(
    Network prefix,
    Optional<String> boundaryLayer,
    TensorShape boundary,
    TensorShape features,
    Network tail,
    Network whole,
    Set<String> frozenParameters,
    Set<String> trainableParameters,
    Set<String> adaptedStatistics,
    Set<String> prefixParameters,
    Set<String> tailParameters,
    Set<String> headParameters) {

  /** Whether anything is computed before the boundary; if not, the boundary is the picture. */
  public boolean hasPrefix() {
    return boundaryLayer.isPresent();
  }

  /**
   * Splits a network.
   *
   * @param source picture to old classes
   * @param plan what is frozen
   * @param input shape of one picture, {@code [C, H, W]}
   * @param classes number of new classes, at least 2
   * @throws BadNetworkException if the network has no classifier that could be replaced, or if the
   *     pictures do not fit it
   */
  public static NetworkSplit of(Network source, FreezePlan plan, TensorShape input, int classes) {
    throw new UnsupportedOperationException();
  }
}
