package io.thaw.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a folder or a table of pictures holds.
 *
 * @param folder the scanned folder, or the one that the table lies in; every path in use begins
 *     with it unless the table itself names a file elsewhere
 * @param classes names of the classes, sorted by code point; a label is an index into this list
 * @param images every picture whose header is readable, sorted by class, then side, then path
 * @param problems every file that cannot be used, and why
 * @param notes what is worth a word of files that are used, such as that one was turned upright
 * @param givenSplit whether the layout ({@code train/} and {@code val/}) already splits the
 *     pictures
 * @param notices what the user should know about the way the folder was understood, in sentences
 * @param together groups of pictures, two or more each, that the user wants on one side of a split
 */
public record ScanReport(
    Path folder,
    List<String> classes,
    List<LabeledImage> images,
    List<ImageProblem> problems,
    List<ImageProblem> notes,
    boolean givenSplit,
    List<String> notices,
    List<List<Path>> together) {

  public ScanReport {
    classes = List.copyOf(classes);
    images = List.copyOf(images);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
    notices = List.copyOf(notices);
    together = together.stream().map(List::copyOf).toList();
  }

  /** A report of a folder that was understood without doubt. */
  public ScanReport(
      Path folder,
      List<String> classes,
      List<LabeledImage> images,
      List<ImageProblem> problems,
      List<ImageProblem> notes,
      boolean givenSplit) {
    this(folder, classes, images, problems, notes, givenSplit, List.of(), List.of());
  }

  /** The same report with pictures that turned out to have problems. */
  ScanReport without(List<ImageProblem> found) {
    if (found.isEmpty()) {
      return this;
    }
    Set<Path> bad = found.stream().map(ImageProblem::file).collect(Collectors.toSet());
    return new ScanReport(
        folder,
        classes,
        images.stream().filter(image -> !bad.contains(image.file())).toList(),
        Stream.concat(problems.stream(), found.stream()).toList(),
        notes.stream().filter(note -> !bad.contains(note.file())).toList(),
        givenSplit,
        notices,
        left(bad));
  }

  private List<List<Path>> left(Set<Path> bad) {
    return together.stream()
        .map(group -> group.stream().filter(file -> !bad.contains(file)).toList())
        .filter(group -> group.size() > 1)
        .toList();
  }

  /** The same report with some of its pictures only. */
  public ScanReport only(Collection<LabeledImage> wanted) {
    Set<LabeledImage> kept = Set.copyOf(wanted);
    Set<Path> others =
        images.stream()
            .filter(image -> !kept.contains(image))
            .map(LabeledImage::file)
            .collect(Collectors.toSet());
    return new ScanReport(
        folder,
        classes,
        images.stream().filter(kept::contains).toList(),
        problems,
        notes,
        givenSplit,
        notices,
        left(others));
  }

  /** The same report with a note on each of these pictures, whose files end early. */
  ScanReport endingEarly(List<LabeledImage> early) {
    if (early.isEmpty()) {
      return this;
    }
    Map<Path, LabeledImage> byFile =
        early.stream().collect(Collectors.toMap(LabeledImage::file, it -> it, (one, two) -> one));
    return new ScanReport(
        folder,
        classes,
        images.stream().map(image -> byFile.getOrDefault(image.file(), image)).toList(),
        problems,
        Stream.concat(notes.stream(), early.stream().map(ScanReport::early)).toList(),
        givenSplit,
        notices,
        together);
  }

  private static ImageProblem early(LabeledImage image) {
    return new ImageProblem(
        image.file(), ProblemKind.TRUNCATED, "ends early: what is missing of it is grey");
  }

  /** Number of usable pictures of each class, in the order of {@link #classes()}. */
  public int[] countsPerClass() {
    return counts(null);
  }

  /** Number of pictures of each class on {@code side}. */
  public int[] countsPerClass(Side side) {
    return counts(side);
  }

  /**
   * The pictures of each class that are learned from: all but those that the folder itself holds
   * back. A share that is held back later takes as much of each class.
   */
  public ClassCounts learnable() {
    int[] counts = givenSplit ? countsPerClass(Side.TRAIN) : countsPerClass();
    return new ClassCounts(classes, Arrays.stream(counts).boxed().toList());
  }

  /**
   * About how many pictures of a usable folder are held back to check with; copies of pictures,
   * which stay together, may change it by a few.
   *
   * @param fraction of each class; has no effect when the folder gives the split
   */
  public int heldBack(double fraction) {
    return givenSplit
        ? Arrays.stream(countsPerClass(Side.VALIDATION)).sum()
        : Arrays.stream(countsPerClass()).map(count -> HoldOut.share(fraction, count)).sum();
  }

  /**
   * About how many pictures of a usable folder are kept for a test, likewise.
   *
   * @param heldBack fraction of each class to check with, which is taken first
   * @param fraction of each class; 0 for none. Has no effect when the folder gives the split
   */
  public int tested(double heldBack, double fraction) {
    if (givenSplit) {
      return Arrays.stream(countsPerClass(Side.TEST)).sum();
    }
    return fraction == 0
        ? 0
        : Arrays.stream(countsPerClass())
            .map(count -> count - HoldOut.share(heldBack, count))
            .map(left -> left < 2 ? 0 : HoldOut.share(fraction / (1 - heldBack), left))
            .sum();
  }

  /**
   * Checks that a classifier can be trained on this folder.
   *
   * @return this report
   * @throws BadDatasetException with one sentence that says what is wrong
   */
  public ScanReport requireUsable() {
    UsableCheck.of(this);
    return this;
  }

  /**
   * The same report, where a file with a problem belongs to the class that it had as a picture of
   * {@code earlier}: whoever finds out that a picture cannot be decoded need not know its class.
   *
   * @param earlier what a first look found in the same folder
   */
  public ScanReport placedAs(ScanReport earlier) {
    if (problems.stream().noneMatch(problem -> problem.className() == null)) {
      return this;
    }
    Map<Path, LabeledImage> before =
        earlier.images.stream()
            .collect(Collectors.toMap(LabeledImage::file, it -> it, (one, other) -> one));
    List<ImageProblem> placed = new ArrayList<>();
    for (ImageProblem problem : problems) {
      LabeledImage image = problem.className() == null ? before.get(problem.file()) : null;
      placed.add(
          image == null ? problem : problem.in(earlier.classes.get(image.label()), image.side()));
    }
    return withProblems(placed);
  }

  /** The same report with these problems and no others. */
  ScanReport withProblems(List<ImageProblem> all) {
    return new ScanReport(folder, classes, images, all, notes, givenSplit, notices, together);
  }

  private int[] counts(Side side) {
    int[] counts = new int[classes.size()];
    images.stream()
        .filter(image -> side == null || image.side() == side)
        .forEach(image -> counts[image.label()]++);
    return counts;
  }

  /** Lists at most this many names in a sentence. */
  static String names(List<String> names) {
    String shown = String.join("', '", names.subList(0, Math.min(3, names.size())));
    return "'" + shown + "'" + (names.size() > 3 ? " and " + (names.size() - 3) + " more" : "");
  }
}
