package io.thaw.network;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A network split along a freeze plan, with a new head.
 *
 * <p>The prefix is the largest part, cut at a single tensor at or before the features, in which no
 * value may change. Layers without parameters (activation, pooling, dropout, which does nothing in
 * inference) are taken into it as far as the next layer that is trained. A batch normalisation
 * whose statistics adapt is not frozen in this sense, so {@link BatchNormRule#ADAPT_STATISTICS}
 * ends the prefix before the first of them.
 *
 * <p>In {@code tail} each batch normalisation has the attribute {@code use_global_stats}: {@code
 * True} where its running statistics must not change, {@code False} where they adapt. In {@code
 * prefix} and {@code whole} attributes are those of the source.
 *
 * <p>Every parameter of {@code whole} is in exactly one of {@code frozenParameters}, {@code
 * trainableParameters} and {@code adaptedStatistics}. A parameter that a frozen and a trainable
 * layer share is frozen. The scale of a batch normalisation with {@code fix_gamma=True} is frozen
 * too: MXNet takes it as 1, whatever the file says.
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

  /** Whether there is a batch normalisation in the tail. */
  public boolean normalises() {
    return tail.nodes().stream().anyMatch(BatchNorms::isBatchNorm);
  }

  public NetworkSplit {
    frozenParameters = copy(frozenParameters);
    trainableParameters = copy(trainableParameters);
    adaptedStatistics = copy(adaptedStatistics);
    prefixParameters = copy(prefixParameters);
    tailParameters = copy(tailParameters);
    headParameters = copy(headParameters);
  }

  /**
   * Splits a network.
   *
   * @param source picture to old classes
   * @param plan what is frozen
   * @param input shape of one picture, {@code [C, H, W]}
   * @param classes number of new classes, at least 2
   * @throws BadNetworkException if the network has no classifier that could be replaced, if the
   *     pictures do not fit it, or if an operator that is not known hides the features' shape
   */
  public static NetworkSplit of(Network source, FreezePlan plan, TensorShape input, int classes) {
    return of(source, plan, ShapeInference.infer(source, input), classes);
  }

  /**
   * Splits a network whose shapes are known from elsewhere, for example from an engine.
   *
   * @param shapes shapes of the source's nodes, with a batch axis
   * @throws BadNetworkException as {@link #of(Network, FreezePlan, TensorShape, int)}
   */
  public static NetworkSplit of(
      Network source, FreezePlan plan, InferredShapes shapes, int classes) {
    return new Splitter(source, plan).split(shapes, classes);
  }

  /** In the order of the network, so that everything made from it is the same in each run. */
  private static Set<String> copy(Set<String> names) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }
}
