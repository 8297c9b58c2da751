package io.thaw.tuning.checkpoint;

import io.thaw.tuning.LoopState;

/**
 * One moment of a run.
 *
 * @param fingerprint of what the run works on
 * @param history of the run until then
 * @param state of its training
 */
public record Checkpoint(Fingerprint fingerprint, History history, LoopState state) {}
