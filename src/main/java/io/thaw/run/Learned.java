package io.thaw.run;

import io.thaw.engine.Tensor;
import io.thaw.tuning.Intake;
import io.thaw.tuning.TuningLoop;
import java.util.Map;

/**
 * What the tuning stage hands on.
 *
 * @param parameters every array of prefix and tail as the engine holds them after training
 * @param trainImages pictures that were learned from
 * @param valImages pictures that were checked with
 */
record Learned(
    TuningLoop.Outcome outcome,
    Map<String, Tensor> parameters,
    Intake intake,
    double trainSeconds,
    int trainImages,
    int valImages) {}
