package io.thaw.engine;

import java.util.Map;

/**
 * The update rule of a tail.
 *
 * @param adam true for Adam (Kingma and Ba, 2015), false for SGD with momentum
 * @param momentum of SGD; Adam uses 0.9 and 0.999
 * @param weightDecay L2 penalty, on weights only
 * @param rates what the learning rate of a parameter is multiplied by, by the parameter's name; 1
 *     for those that are not named
 */
public record OptimizerSettings(
    boolean adam, double momentum, double weightDecay, Map<String, Double> rates) {

  public OptimizerSettings {
    rates = Map.copyOf(rates);
  }

  /** An update rule with one learning rate for all parameters. */
  public OptimizerSettings(boolean adam, double momentum, double weightDecay) {
    this(adam, momentum, weightDecay, Map.of());
  }

  /** What the learning rate of a parameter is multiplied by. */
  double rate(String parameter) {
    return rates.getOrDefault(parameter, 1.0);
  }
}
