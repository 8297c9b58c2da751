package io.thaw.engine;

import java.util.List;
import java.util.Map;

/**
 * Everything that decides what the next step of a {@link TrainableTail} does.
 *
 * @param parameters all parameters by name, running statistics included
 * @param optimizer by the name of the parameter that they move: its momentum, or Adam's two
 *     moments, each of the parameter's shape
 * @param steps that the optimiser has taken, which Adam's correction depends on
 */
public record TailState(
    Map<String, Tensor> parameters, Map<String, List<Tensor>> optimizer, long steps) {}
