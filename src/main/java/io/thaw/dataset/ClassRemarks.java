package io.thaw.dataset;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What there is to say about the classes as a whole. */
final class ClassRemarks {
  /** A larger ratio of the largest class to the smallest calls for a remedy. */
  static final int IMBALANCED = 3;

  /** With a fifth held back, fewer leave less than four pictures to check a class with. */
  private static final int FEW = 20;

  private ClassRemarks() {}

  static List<Remark> of(ScanReport report) {
    List<Remark> remarks = new ArrayList<>();
    similarNames(report.classes())
        .forEach(
            names ->
                remarks.add(
                    remark(
                        RemarkKind.SIMILAR_CLASS_NAMES,
                        "The classes %s differ in nothing but case, spaces or separators; are they"
                            + " one?",
                        ScanReport.names(names))));
    int[] counts = report.countsPerClass();
    if (counts.length > 1) {
      imbalance(report.classes(), counts, remarks);
      few(report.classes(), counts, remarks);
    }
    return remarks;
  }

  private static void imbalance(List<String> classes, int[] counts, List<Remark> remarks) {
    int largest = largest(counts);
    int smallest = largest(IntStream.of(counts).map(count -> -count).toArray());
    if (counts[largest] > IMBALANCED * counts[smallest]) {
      remarks.add(
          remark(
              RemarkKind.IMBALANCE,
              "Class '%s' has %d pictures and class '%s' only %d; balance them in training, or"
                  + " rare classes will be overlooked.",
              classes.get(largest),
              counts[largest],
              classes.get(smallest),
              counts[smallest]));
    }
  }

  private static int largest(int[] counts) {
    return IntStream.range(0, counts.length)
        .reduce((one, other) -> counts[other] > counts[one] ? other : one)
        .orElseThrow();
  }

  private static void few(List<String> classes, int[] counts, List<Remark> remarks) {
    List<String> few =
        IntStream.range(0, counts.length)
            .filter(label -> counts[label] < FEW)
            .mapToObj(classes::get)
            .toList();
    if (!few.isEmpty()) {
      remarks.add(
          remark(
              RemarkKind.FEW_PICTURES,
              "%s %s fewer than %d pictures, too few to tell how well %s recognised.",
              (few.size() == 1 ? "Class " : "Classes ") + ScanReport.names(few),
              few.size() == 1 ? "has" : "have",
              FEW,
              few.size() == 1 ? "it is" : "they are"));
    }
  }

  private static Collection<List<String>> similarNames(List<String> classes) {
    Map<String, List<String>> byName =
        classes.stream()
            .collect(
                Collectors.groupingBy(
                    ClassRemarks::plain, LinkedHashMap::new, Collectors.toList()));
    return byName.values().stream().filter(names -> names.size() > 1).toList();
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_.-]+", "");
  }

  private static Remark remark(RemarkKind kind, String sentence, Object... arguments) {
    return new Remark(kind, List.of(), String.format(Locale.ROOT, sentence, arguments));
  }
}
