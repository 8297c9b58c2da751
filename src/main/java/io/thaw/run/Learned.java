package io.thaw.run;

import io.thaw.dataset.ImageProblem;
import io.thaw.engine.Tensor;
import io.thaw.tuning.Intake;
import io.thaw.tuning.TuningLoop;
import io.thaw.tuning.Validation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the tuning stage hands on.
 *
 * @param parameters every array of prefix and tail as the engine holds them after training
 * @param test what the tail makes of the pictures kept for a test, where there are any
 * @param problems pictures left out
 * @param trainImages pictures that were learned from
 * @param valImages pictures that were checked with
 */
record Learned(
    TuningLoop.Outcome outcome,
    Map<String, Tensor> parameters,
    Intake intake,
    Optional<Validation> test,
    List<ImageProblem> problems,
    double trainSeconds,
    int trainImages,
    int valImages) {}
