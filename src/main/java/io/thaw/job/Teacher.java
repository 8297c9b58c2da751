package io.thaw.job;

/**
 * A trained network whose outputs on the training pictures are learned beside the classes, after
 * Hinton et al., "Distilling the Knowledge in a Neural Network", 2015, {@code
 * https://arxiv.org/abs/1503.02531}. Its classes need not be those of the pictures: it is answered
 * by outputs of its own, which are cut off when the run ends.
 *
 * @param model an id of the catalogue or a model folder
 * @param weight share of the loss that is the teacher's, above 0 and below 1
 * @param temperature that both outputs are divided by before softmax, above 0
 */
public record Teacher(String model, double weight, double temperature) {
  /**
   * Checks the ranges.
   *
   * @throws BadJobException with one sentence naming the first value out of range
   */
  void requireValid() {
    BadJobException.unless(model != null && !model.isBlank(), "No teacher was named.");
    BadJobException.unless(
        weight > 0 && weight < 1,
        "The teacher's share of the loss must lie between 0 and 1; it is " + weight + ".");
    BadJobException.unless(
        temperature > 0 && Double.isFinite(temperature),
        "The teacher's temperature must be a positive number; it is " + temperature + ".");
  }
}
