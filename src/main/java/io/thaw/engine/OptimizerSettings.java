package io.thaw.engine;

/**
 * The update rule of a tail.
 *
 * @param adam true for Adam (Kingma and Ba, 2015), false for SGD with momentum
 * @param momentum of SGD; Adam uses 0.9 and 0.999
 * @param weightDecay L2 penalty, on weights only
 */
public record OptimizerSettings(boolean adam, double momentum, double weightDecay) {}
