package io.thaw.job;

/**
 * A trained network whose outputs on the training pictures are learned beside the classes, after
 * Hinton et al., "Distilling the Knowledge in a Neural Network", 2015, {@code
 * https://arxiv.org/abs/1503.02531}. Its classes need not be those of the pictures: it is answered
 * by outputs of its own, which are cut off when the run ends.
 *
 * @param model an id of the catalogue or a model folder
 * @param size side of the square that it is shown of each picture, in pixels; 0 for its own. Small
 *     pictures tell it more at half its size than stretched to the whole
 * @param weight share of the loss that is the teacher's, above 0 and below 1
 * @param temperature that both outputs are divided by before softmax, above 0
 */
public record Teacher(String model, int size, double weight, double temperature) {
  private static final int LARGEST = 1024;

  /**
   * Checks the ranges.
   *
   * @throws BadJobException with one sentence naming the first value out of range
   */
  void requireValid() {
    BadJobException.unless(model != null && !model.isBlank(), "No teacher was named.");
    BadJobException.unless(
        size >= 0 && size <= LARGEST,
        "The teacher's pictures must have from 1 to %d pixels a side, or 0 for its own; it is %d."
            .formatted(LARGEST, size));
    BadJobException.unless(
        weight > 0 && weight < 1,
        "The teacher's share of the loss must lie between 0 and 1; it is " + weight + ".");
    BadJobException.unless(
        temperature > 0 && Double.isFinite(temperature),
        "The teacher's temperature must be a positive number; it is " + temperature + ".");
  }
}
