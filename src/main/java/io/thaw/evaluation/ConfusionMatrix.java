package io.thaw.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was taken for what.
 *
 * @param classes names of the classes; a label is an index into this list
 * @param counts number of pictures, {@code [actual][predicted]}
 */
public record ConfusionMatrix(List<String> classes, int[][] counts) {
  public ConfusionMatrix {
    classes = List.copyOf(classes);
    counts = copy(counts);
    int size = classes.size();
    if (counts.length != size || Arrays.stream(counts).anyMatch(row -> row.length != size)) {
      throw new IllegalArgumentException("counts are not " + size + " x " + size);
    }
  }

  /**
   * Counts predictions.
   *
   * @param labels the true class of each picture
   * @param predictions the predicted class of each picture, in the same order
   * @throws IllegalArgumentException when the lengths differ or a label is out of range
   */
  public static ConfusionMatrix of(int[] labels, int[] predictions, List<String> classes) {
    if (labels.length != predictions.length) {
      throw new IllegalArgumentException(
          labels.length + " labels, " + predictions.length + " predictions");
    }
    int[][] counts = new int[classes.size()][classes.size()];
    for (int i = 0; i < labels.length; i++) {
      counts[check(labels[i], classes)][check(predictions[i], classes)]++;
    }
    return new ConfusionMatrix(classes, counts);
  }

  private static int check(int label, List<String> classes) {
    if (label < 0 || label >= classes.size()) {
      throw new IllegalArgumentException("label " + label + " of " + classes.size() + " classes");
    }
    return label;
  }

  /** A copy of the counts, {@code [actual][predicted]}. */
  @Override
  public int[][] counts() {
    return copy(counts);
  }

  /** Number of pictures. */
  public int total() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /** Number of pictures whose prediction is right. */
  public int correct() {
    return IntStream.range(0, counts.length).map(label -> counts[label][label]).sum();
  }

  /** Share of right predictions, between 0 and 1; 0 when there are no pictures. */
  public double accuracy() {
    return ratio(correct(), total());
  }

  /** The 95 % interval around {@link #accuracy()}. */
  public ConfidenceInterval accuracyInterval() {
    return ConfidenceInterval.wilson(correct(), total());
  }

  /**
   * The mean recall of the classes, whatever their sizes; classes without pictures do not count,
   * and 0 when there are no pictures (Brodersen et al., "The Balanced Accuracy and Its Posterior
   * Distribution", 2010).
   */
  public double balancedAccuracy() {
    return perClass().stream()
        .filter(score -> score.support() > 0)
        .mapToDouble(ClassScore::recall)
        .average()
        .orElse(0);
  }

  /** Precision, recall and F1 of each class, in the order of {@link #classes()}. */
  public List<ClassScore> perClass() {
    return IntStream.range(0, counts.length).mapToObj(this::score).toList();
  }

  private ClassScore score(int label) {
    int right = counts[label][label];
    int actual = Arrays.stream(counts[label]).sum();
    int predicted = Arrays.stream(counts).mapToInt(row -> row[label]).sum();
    double f1 = ratio(2 * right, actual + predicted);
    return new ClassScore(
        classes.get(label), ratio(right, predicted), ratio(right, actual), f1, actual);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static int[][] copy(int[][] counts) {
    return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix matrix
        && classes.equals(matrix.classes)
        && Arrays.deepEquals(counts, matrix.counts);
  }

  @Override
  public int hashCode() {
    return 31 * classes.hashCode() + Arrays.deepHashCode(counts);
  }
}
