package io.thaw.engine.onnx;

/**
 * A normalisation in inference, {@code factor * x + shift} per channel, with {@code factor = gamma
 * / sqrt(variance + epsilon)} and {@code shift = beta - factor * mean} (Ioffe and Szegedy, 2015,
 * "Batch Normalization").
 */
record ChannelScale(double[] factor, double[] shift) {}
