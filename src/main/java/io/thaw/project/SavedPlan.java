package io.thaw.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What was frozen in a model.
 *
 * @param freeze as a job has it: {@code all}, {@code none}, {@code until:LAYER}, {@code layers:A,B}
 * @param rates what the learning rate is multiplied by, by the layer's name, where it is not 1
 */
public record SavedPlan(String freeze, Map<String, Double> rates) {
  public SavedPlan {
    Objects.requireNonNull(freeze, "freeze");
    rates = rates == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(rates));
  }
}
