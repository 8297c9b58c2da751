package io.thaw.ui.images;

import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.ScanReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One class of a folder.
 *
 * @param name the class
 * @param count number of its pictures
 * @param share its count in proportion to the largest class, 0 to 1
 * @param samples a few of its pictures, spread over all of them
 */
record ClassSummary(String name, int count, double share, List<Path> samples) {

  ClassSummary {
    samples = List.copyOf(samples);
  }

  /** One summary per class, in the report's order. */
  static List<ClassSummary> of(ScanReport report, int samplesPerClass) {
    int[] counts = report.countsPerClass();
    int most = Math.max(1, IntStream.of(counts).max().orElse(1));
    List<List<Path>> files = filesPerClass(report);
    return IntStream.range(0, counts.length)
        .mapToObj(
            label ->
                new ClassSummary(
                    report.classes().get(label),
                    counts[label],
                    (double) counts[label] / most,
                    spread(files.get(label), samplesPerClass)))
        .toList();
  }

  private static List<List<Path>> filesPerClass(ScanReport report) {
    List<List<Path>> files = new ArrayList<>();
    report.classes().forEach(name -> files.add(new ArrayList<>()));
    for (LabeledImage image : report.images()) {
      files.get(image.label()).add(image.file());
    }
    return files;
  }

  private static List<Path> spread(List<Path> files, int wanted) {
    int taken = Math.min(wanted, files.size());
    return IntStream.range(0, taken)
        .mapToObj(i -> files.get((int) ((long) i * files.size() / taken)))
        .toList();
  }
}
