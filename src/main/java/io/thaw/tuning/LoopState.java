package io.thaw.tuning;

import io.thaw.engine.TailState;

/**
 * All that a {@link TuningLoop} needs to go on as if it had never stopped.
 *
 * @param position how far it is
 * @param tail what it learned
 */
public record LoopState(LoopPosition position, TailState tail) {}
