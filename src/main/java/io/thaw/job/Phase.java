package io.thaw.job;

/** The parts of a run, in order. */
public enum Phase {
  /** Engine start and reading of the model. */
  PREPARE("Preparing"),
  /** Looking through the folder of pictures. */
  SCAN("Looking through the pictures"),
  /** Decoding pictures and running the frozen prefix over them. */
  PREFIX("Taking in the pictures"),
  /** Epochs of training and validation. */
  TRAIN("Training"),
  /** Writing and proving the result. */
  FINISH("Writing the model");

  private final String title;

  Phase(String title) {
    this.title = title;
  }

  /** Words for the user. */
  public String title() {
    return title;
  }
}
