package io.thaw.job;

/**
 * The figures of one epoch.
 *
 * @param epoch from 1
 * @param loss mean cross entropy over the training pictures as they were seen
 * @param accuracy share of right answers on them
 * @param valLoss mean cross entropy over the held-back pictures after the epoch
 * @param valAccuracy share of right answers on them
 * @param learningRate at the last step
 * @param seconds of training and validation
 * @param imagesPerSecond training pictures per second of training
 */
public record EpochRecord(
    int epoch,
    double loss,
    double accuracy,
    double valLoss,
    double valAccuracy,
    double learningRate,
    double seconds,
    double imagesPerSecond) {}
