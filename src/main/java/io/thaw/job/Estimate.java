package io.thaw.job;

/**
 * What a run is expected to cost on this machine, if nothing is known of its pictures from earlier
 * runs.
 *
 * @param intakeSeconds decoding, and running the frozen layers over every picture and view once
 * @param firstEpochSeconds the same and one epoch, validation included
 * @param laterEpochSeconds each epoch after the first, validation included; their mean where they
 *     differ
 * @param totalSeconds of the whole run, from the start of the worker's work to its report
 * @param memoryBytes the most memory that the worker has in use
 * @param cacheBytes what the frozen layers' outputs take on the disk where they can be kept as
 *     16-bit numbers, as most can; 0 where nothing is cut off
 */
public record Estimate(
    double intakeSeconds,
    double firstEpochSeconds,
    double laterEpochSeconds,
    double totalSeconds,
    long memoryBytes,
    long cacheBytes) {}
