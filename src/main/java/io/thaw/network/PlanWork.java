package io.thaw.network;

/**
 * What a network with a freeze plan and a new head asks of a machine, for one picture.
 *
 * @param complete whether the shape of every layer is known; if not, there is more to do than this
 *     says
 * @param hasPrefix whether frozen layers are cut off
 * @param frozen running the prefix once, with normalisations, activations and sums that follow a
 *     convolution done together with it
 * @param prefix running the prefix layer by layer
 * @param forward running the tail, the head included
 * @param backward gradients in the tail: with respect to a layer's inputs only where something
 *     before it learns, to its weights only where they learn
 * @param inputValues numbers in one picture
 * @param boundaryValues numbers in what the tail takes: the boundary tensor, or the picture
 * @param prefixParameters numbers in the prefix's arrays; one that layers share counts in each
 * @param tailParameters numbers in the tail's arrays, likewise
 * @param trainableParameters those of them that gradients change
 * @param tailLayers operators in the tail
 * @param prefixBytes the most that one layer of the prefix reads and writes
 * @param tailBytes the outputs of all layers of the tail
 */
public record PlanWork(
    boolean complete,
    boolean hasPrefix,
    Work frozen,
    Work prefix,
    Work forward,
    Work backward,
    long inputValues,
    long boundaryValues,
    long prefixParameters,
    long tailParameters,
    long trainableParameters,
    int tailLayers,
    long prefixBytes,
    long tailBytes) {}
