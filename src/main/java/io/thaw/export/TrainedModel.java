package io.thaw.export;

import io.thaw.catalogue.InputSpec;
import io.thaw.engine.Tensor;
import io.thaw.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A whole network with its weights, ready to be written.
 *
 * @param name base of the file names
 * @param network picture to probabilities
 * @param parameters a tensor for every parameter of the network
 * @param runningStatistics names of those that are running statistics
 * @param input what the network expects of a picture
 * @param classes names of the outputs, in order
 * @param origin where the model comes from, in words
 * @param licence of the model it was made from, or "not stated"
 */
public record TrainedModel(
    String name,
    Network network,
    Map<String, Tensor> parameters,
    Set<String> runningStatistics,
    InputSpec input,
    List<String> classes,
    String origin,
    String licence) {}
