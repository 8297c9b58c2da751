package io.thaw.dataset;

import java.util.List;
import java.util.stream.IntStream;

/** The rules behind {@link ScanReport#requireUsable()}. */
final class UsableCheck {
  static final String OUTSIDE_CLASS = "lies outside the class folders";
  private static final String ARRANGE =
      "put the pictures of each class into a folder of their own, named after the class";

  private final ScanReport report;

  private UsableCheck(ScanReport report) {
    this.report = report;
  }

  static void of(ScanReport report) {
    UsableCheck check = new UsableCheck(report);
    check.classFolders();
    check.picturesPerClass();
    if (report.givenSplit()) {
      check.givenSplit();
    } else {
      check.twoPerClass();
    }
  }

  private void classFolders() {
    List<String> classes = report.classes();
    if (classes.isEmpty() && report.problems().stream().anyMatch(UsableCheck::isLoose)) {
      throw bad(
          "The pictures lie directly in "
              + PicturePaths.text(report.folder())
              + ": "
              + ARRANGE
              + ".");
    }
    if (classes.isEmpty()) {
      throw bad(
          "There are no pictures in " + PicturePaths.text(report.folder()) + ": " + ARRANGE + ".");
    }
    if (classes.size() == 1) {
      throw bad(
          "Only one class, '%s', was found in %s; at least two are needed to tell apart."
              .formatted(classes.get(0), PicturePaths.text(report.folder())));
    }
  }

  private static boolean isLoose(ImageProblem problem) {
    return problem.kind() == ProblemKind.OUTSIDE_CLASS;
  }

  private void picturesPerClass() {
    List<String> empty = classesWith(report.countsPerClass(), 0);
    if (!empty.isEmpty()) {
      throw bad(
          "%s %s no readable picture in %s."
              .formatted(
                  subject(empty),
                  empty.size() == 1 ? "has" : "have",
                  PicturePaths.text(report.folder())));
    }
  }

  private void givenSplit() {
    List<String> untrained = classesWith(report.countsPerClass(Side.TRAIN), 0);
    if (!untrained.isEmpty()) {
      throw bad(
          "%s %s pictures to check with but none to learn from: add some to the train folder."
              .formatted(subject(untrained), untrained.size() == 1 ? "has" : "have"));
    }
    if (IntStream.of(report.countsPerClass(Side.VALIDATION)).sum() == 0) {
      throw bad(
          "The validation folder in "
              + PicturePaths.text(report.folder())
              + " has no readable picture.");
    }
  }

  private void twoPerClass() {
    List<String> single = classesWith(report.countsPerClass(), 1);
    if (!single.isEmpty()) {
      throw bad(
          "%s %s one picture; each class needs at least two, one to learn from and one to check with."
              .formatted(subject(single), single.size() == 1 ? "has" : "have"));
    }
  }

  private List<String> classesWith(int[] counts, int count) {
    return IntStream.range(0, counts.length)
        .filter(label -> counts[label] == count)
        .mapToObj(report.classes()::get)
        .toList();
  }

  private static String subject(List<String> names) {
    return (names.size() == 1 ? "Class " : "Classes ") + ScanReport.names(names);
  }

  private static BadDatasetException bad(String message) {
    return new BadDatasetException(message);
  }
}
