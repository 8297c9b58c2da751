package io.thaw.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Some pictures of a folder that stand for all that can be learned from: each class in its
 * proportion, each picture once however many exact copies of it there are, in whatever classes.
 * Where the folder itself says what to check with, those pictures are not touched.
 *
 * @param images in scan order
 * @param copies how many exact copies of other pictures were passed over in the whole folder
 */
public record PictureSample(List<LabeledImage> images, int copies) {
  private static final int LEAST_PER_CLASS = 2;

  public PictureSample {
    images = List.copyOf(images);
  }

  /**
   * Takes a sample. Which pictures are in it follows from the seed and their paths.
   *
   * @param report a usable report
   * @param most pictures in the sample
   * @param seed another seed gives another sample
   * @param index of the report's folder, asked for hashes of contents; it is brought up to date and
   *     saved
   * @throws BadDatasetException when the report is not usable, a class has fewer than two different
   *     pictures, or two of each class are more than {@code most}
   */
  public static PictureSample of(ScanReport report, int most, long seed, PictureIndex index) {
    report.requireUsable();
    int classes = report.classes().size();
    if (most < LEAST_PER_CLASS * classes) {
      throw new BadDatasetException(
          "%d pictures are too few for %d classes; two of each are needed, so at least %d."
              .formatted(most, classes, LEAST_PER_CLASS * classes));
    }
    List<LabeledImage> candidates =
        report.images().stream()
            .filter(image -> image.side() != Side.VALIDATION && image.side() != Side.TEST)
            .toList();
    PictureHash hash = new PictureHash(report.folder(), seed, index);
    // Copies have the same hash; the first of them stands for all.
    Map<Double, LabeledImage> byHash = new TreeMap<>();
    candidates.forEach(image -> byHash.putIfAbsent(hash.of(image), image));
    index.save();
    List<LabeledImage> different = List.copyOf(byHash.values());
    Set<LabeledImage> chosen = choose(different, most, report.classes());
    return new PictureSample(
        candidates.stream().filter(chosen::contains).toList(),
        candidates.size() - different.size());
  }

  private static Set<LabeledImage> choose(
      List<LabeledImage> different, int most, List<String> classes) {
    List<List<LabeledImage>> byClass = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      int label = i;
      byClass.add(different.stream().filter(image -> image.label() == label).toList());
      requireTwo(byClass.get(label), classes.get(label));
    }
    int[] shares = shares(byClass.stream().mapToInt(List::size).toArray(), most);
    Set<LabeledImage> chosen = new HashSet<>();
    for (int label = 0; label < shares.length; label++) {
      chosen.addAll(byClass.get(label).subList(0, shares[label]));
    }
    return chosen;
  }

  private static void requireTwo(List<LabeledImage> images, String name) {
    if (images.size() < LEAST_PER_CLASS) {
      throw new BadDatasetException(
          "Class '%s' has fewer than two different pictures to learn from; each class needs at least two."
              .formatted(name));
    }
  }

  /** In proportion, rounded down, at least two; what is left goes where most was cut off. */
  static int[] shares(int[] counts, int most) {
    int all = IntStream.of(counts).sum();
    if (all <= most) {
      return counts.clone();
    }
    double[] exact = Arrays.stream(counts).mapToDouble(it -> (double) it * most / all).toArray();
    int[] shares =
        Arrays.stream(exact).mapToInt(it -> Math.max(LEAST_PER_CLASS, (int) it)).toArray();
    while (IntStream.of(shares).sum() != most) {
      int step = IntStream.of(shares).sum() < most ? 1 : -1;
      shares[furthest(exact, shares, counts, step)] += step;
    }
    return shares;
  }

  private static int furthest(double[] exact, int[] shares, int[] counts, int step) {
    return IntStream.range(0, shares.length)
        .filter(i -> step > 0 ? shares[i] < counts[i] : shares[i] > LEAST_PER_CLASS)
        .boxed()
        .max(Comparator.comparingDouble(i -> step * (exact[i] - shares[i])))
        .orElseThrow();
  }
}
