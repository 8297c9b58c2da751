package io.thaw.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which pictures are learned from, which are only checked with, and which are kept for a test. No
 * picture, no copy of one, none that looks the same and none of a group that the user keeps
 * together is on two sides, unless the folder itself puts it there.
 *
 * @param train pictures to learn from, in scan order
 * @param validation pictures to check with, in scan order
 * @param test pictures that tell in the end what was learned, and serve nothing before; in scan
 *     order, and often there are none
 * @param notices what the user should know about it, in sentences
 */
public record SplitPlan(
    List<LabeledImage> train,
    List<LabeledImage> validation,
    List<LabeledImage> test,
    List<String> notices) {
  static final Set<RemarkKind> SAME =
      EnumSet.of(RemarkKind.COPIES, RemarkKind.LABEL_CONFLICT, RemarkKind.COPIES_ACROSS_SIDES);
  static final Set<RemarkKind> ALIKE =
      EnumSet.of(
          RemarkKind.NEAR_COPIES,
          RemarkKind.NEAR_LABEL_CONFLICT,
          RemarkKind.NEAR_COPIES_ACROSS_SIDES);
  private static final Set<RemarkKind> KEPT = EnumSet.of(RemarkKind.KEPT_TOGETHER);

  private static final String ALL_COPIES =
      "The pictures of class '%s' are copies of one picture; at least two different ones are needed.";
  private static final String ALL_KEPT =
      "Nearly all pictures of class '%s' are kept on one side of the split, as you decided, so that none are left for the other; let some of them apart.";

  public SplitPlan {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
    notices = List.copyOf(notices);
  }

  /** A split without a test that needs no words. */
  public SplitPlan(List<LabeledImage> train, List<LabeledImage> validation) {
    this(train, validation, List.of(), List.of());
  }

  /**
   * Splits without an index, after a deep look; see {@link #of(DeepReport, double, long,
   * PictureIndex)}.
   *
   * @throws BadDatasetException as there
   */
  public static SplitPlan of(ScanReport report, double validationFraction, long seed) {
    PictureIndex index = PictureIndex.inMemory(report.folder());
    return of(DeepLook.look(report, index), validationFraction, seed, index);
  }

  /**
   * Splits without a test; see {@link #of(DeepReport, double, double, long, PictureIndex)}.
   *
   * @throws BadDatasetException as there
   */
  public static SplitPlan of(
      DeepReport report, double validationFraction, long seed, PictureIndex index) {
    return of(report, validationFraction, 0, seed, index);
  }

  /**
   * Splits the pictures of each class in about the same proportion. The side of a picture follows
   * from the seed and its content, so it keeps its side when other pictures come and go, and when
   * it is renamed; see {@link HoldOut} for the limits of that. A split given by the folder is kept
   * as it is.
   *
   * @param report a usable report
   * @param validationFraction share of each class to check with, between 0 and 1, both excluded;
   *     has no effect when the folder gives the split
   * @param testFraction share of each class to test with; the pictures to check with are the same
   *     whatever it is. Together the shares are below 1
   * @param seed another seed gives another split
   * @param index of the report's folder, asked for hashes of contents
   * @throws BadDatasetException when the report is not usable, the fraction is out of range, or a
   *     class consists of copies of one picture, or of pictures that are kept together
   */
  public static SplitPlan of(
      DeepReport report,
      double validationFraction,
      double testFraction,
      long seed,
      PictureIndex index) {
    if (!(validationFraction > 0 && validationFraction < 1)) {
      throw new BadDatasetException(
          "The share of pictures to check with must lie between 0 and 1, not be "
              + validationFraction
              + ".");
    }
    if (!(testFraction >= 0 && validationFraction + testFraction < 1)) {
      throw new BadDatasetException(
          "The shares of pictures to check and to test with must leave some to learn from; they are %s and %s."
              .formatted(validationFraction, testFraction));
    }
    ScanReport scan = report.scan().requireUsable();
    if (scan.givenSplit()) {
      return given(report);
    }
    PictureHash hash = new PictureHash(scan.folder(), seed, index);
    SplitPlan plan = split(report, validationFraction, testFraction, hash);
    index.save();
    return plan;
  }

  private static SplitPlan given(DeepReport report) {
    List<LabeledImage> images = report.scan().images();
    long same = count(report, RemarkKind.COPIES_ACROSS_SIDES);
    long alike = count(report, RemarkKind.NEAR_COPIES_ACROSS_SIDES);
    List<String> notices = new ArrayList<>();
    if (same + alike > 0) {
      notices.add(
          ("%d pictures are on both sides of the folder's own split, and %d more look the"
                  + " same: the accuracy will look better than it is.")
              .formatted(same, alike));
    }
    SplitPlan plan = given(images, List.of());
    int apart = plan.shared(of(report, KEPT));
    if (apart > 0) {
      notices.add(
          "The folder's own split is kept as it is, so that %d of the groups of pictures that you keep together are on both sides."
              .formatted(apart));
    }
    return given(images, notices);
  }

  private static SplitPlan given(List<LabeledImage> images, List<String> notices) {
    return new SplitPlan(
        images.stream().filter(image -> image.side() == Side.TRAIN).toList(),
        images.stream().filter(image -> image.side() == Side.VALIDATION).toList(),
        images.stream().filter(image -> image.side() == Side.TEST).toList(),
        notices);
  }

  private static long count(DeepReport report, RemarkKind kind) {
    return report.remarks().stream().filter(remark -> remark.kind() == kind).count();
  }

  private static SplitPlan split(
      DeepReport report, double fraction, double testFraction, PictureHash hash) {
    ScanReport scan = report.scan();
    List<Remark> kept = of(report, KEPT);
    List<Remark> bound = Stream.of(of(report, SAME), kept).flatMap(List::stream).toList();
    List<Remark> alike = new ArrayList<>(of(report, ALIKE));
    List<String> notices = new ArrayList<>();
    if (!kept.isEmpty()) {
      notices.add(keptNotice(kept));
    }
    while (true) {
      List<List<LabeledImage>> families = families(scan, bound, alike);
      HoldOut holdOut = new HoldOut(scan, families, fraction, hash);
      List<Integer> stuck = holdOut.choose();
      if (stuck.isEmpty()) {
        HoldOut test = HoldOut.after(scan, families, holdOut, testFraction, hash);
        return plan(scan, holdOut.chosen(), test, testFraction > 0, notices);
      }
      String name = scan.classes().get(stuck.get(0));
      if (!alike.removeIf(remark -> speaksOf(remark, scan, stuck.get(0)))) {
        boolean decided = kept.stream().anyMatch(it -> speaksOf(it, scan, stuck.get(0)));
        throw new BadDatasetException((decided ? ALL_KEPT : ALL_COPIES).formatted(name));
      }
      notices.add(
          ("The pictures of class '%s' look so much the same that they could not be kept on one"
                  + " side of the split: its accuracy may look better than it is.")
              .formatted(name));
    }
  }

  private static String keptNotice(List<Remark> kept) {
    int pictures = kept.stream().mapToInt(it -> it.files().size()).sum();
    return kept.size() == 1
        ? "%,d pictures stay on one side of the split, as you decided.".formatted(pictures)
        : "%,d pictures in %,d groups stay on one side of the split, each group as a whole, as you decided."
            .formatted(pictures, kept.size());
  }

  private static SplitPlan plan(
      ScanReport scan, Set<LabeledImage> held, HoldOut test, boolean tested, List<String> notices) {
    for (int label : tested ? test.choose() : List.<Integer>of()) {
      notices.add(
          "Class '%s' has too few different pictures for some to be kept for the test."
              .formatted(scan.classes().get(label)));
    }
    Set<LabeledImage> kept = test.chosen();
    return new SplitPlan(
        scan.images().stream().filter(it -> !held.contains(it) && !kept.contains(it)).toList(),
        scan.images().stream().filter(held::contains).toList(),
        scan.images().stream().filter(kept::contains).toList(),
        notices);
  }

  private static boolean speaksOf(Remark remark, ScanReport scan, int label) {
    Set<Path> files = Set.copyOf(remark.files());
    return scan.images().stream()
        .anyMatch(image -> image.label() == label && files.contains(image.file()));
  }

  /** The pictures of a report, each family of those that must not be on two sides as one list. */
  public static List<List<LabeledImage>> families(DeepReport report) {
    return families(
        report.scan(),
        of(report, SAME),
        Stream.of(of(report, ALIKE), of(report, KEPT)).flatMap(List::stream).toList());
  }

  private static List<List<LabeledImage>> families(
      ScanReport scan, List<Remark> bound, List<Remark> alike) {
    Map<Path, LabeledImage> images =
        scan.images().stream().collect(Collectors.toMap(LabeledImage::file, Function.identity()));
    Families<LabeledImage> families = new Families<>();
    for (List<Remark> remarks : List.of(bound, alike)) {
      for (Remark remark : remarks) {
        List<LabeledImage> members = remark.files().stream().map(images::get).toList();
        members.forEach(member -> families.join(members.get(0), member));
      }
    }
    return families.of(scan.images());
  }

  /**
   * What the sides share; nothing, unless the folder gives the split or a class is nearly all
   * copies.
   *
   * @param report that was split
   */
  public Leaks leaks(DeepReport report) {
    return new Leaks(shared(of(report, SAME)), shared(of(report, ALIKE)), shared(of(report, KEPT)));
  }

  /** Of how many of these remarks some pictures are learned from and some are held back. */
  public int shared(Collection<Remark> families) {
    return new Leaks.Sides(this).shared(families);
  }

  private static List<Remark> of(DeepReport report, Set<RemarkKind> kinds) {
    return report.remarks().stream().filter(it -> kinds.contains(it.kind())).toList();
  }
}
