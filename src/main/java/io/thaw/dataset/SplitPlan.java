package io.thaw.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which pictures are learned from and which are only checked with. No picture, no copy of one and
 * none that looks the same is on both sides, unless the folder itself puts it there.
 *
 * @param train pictures to learn from, in scan order
 * @param validation pictures to check with, in scan order
 * @param notices what the user should know about it, in sentences
 */
public record SplitPlan(
    List<LabeledImage> train, List<LabeledImage> validation, List<String> notices) {
  private static final Set<RemarkKind> SAME =
      EnumSet.of(RemarkKind.COPIES, RemarkKind.LABEL_CONFLICT, RemarkKind.COPIES_ACROSS_SIDES);
  private static final Set<RemarkKind> ALIKE =
      EnumSet.of(
          RemarkKind.NEAR_COPIES,
          RemarkKind.NEAR_LABEL_CONFLICT,
          RemarkKind.NEAR_COPIES_ACROSS_SIDES);

  public SplitPlan {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    notices = List.copyOf(notices);
  }

  /** A split that needs no words. */
  public SplitPlan(List<LabeledImage> train, List<LabeledImage> validation) {
    this(train, validation, List.of());
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
   * Splits the pictures of each class in about the same proportion. The side of a picture follows
   * from the seed and its content, so it keeps its side when other pictures come and go, and when
   * it is renamed; see {@link HoldOut} for the limits of that. A split given by the folder is kept
   * as it is.
   *
   * @param report a usable report
   * @param validationFraction share of each class to check with, between 0 and 1, both excluded;
   *     has no effect when the folder gives the split
   * @param seed another seed gives another split
   * @param index of the report's folder, asked for hashes of contents
   * @throws BadDatasetException when the report is not usable, the fraction is out of range, or a
   *     class consists of copies of one picture
   */
  public static SplitPlan of(
      DeepReport report, double validationFraction, long seed, PictureIndex index) {
    if (!(validationFraction > 0 && validationFraction < 1)) {
      throw new BadDatasetException(
          "The share of pictures to check with must lie between 0 and 1, not be "
              + validationFraction
              + ".");
    }
    ScanReport scan = report.scan().requireUsable();
    if (scan.givenSplit()) {
      return given(report);
    }
    PictureHash hash = new PictureHash(scan.folder(), seed, index);
    SplitPlan plan = split(report, validationFraction, hash);
    index.save();
    return plan;
  }

  private static SplitPlan given(DeepReport report) {
    List<LabeledImage> images = report.scan().images();
    long same = count(report, RemarkKind.COPIES_ACROSS_SIDES);
    long alike = count(report, RemarkKind.NEAR_COPIES_ACROSS_SIDES);
    List<String> notices =
        same + alike == 0
            ? List.of()
            : List.of(
                ("%d pictures are on both sides of the folder's own split, and %d more look the"
                        + " same: the accuracy will look better than it is.")
                    .formatted(same, alike));
    return new SplitPlan(
        images.stream().filter(image -> image.side() == Side.TRAIN).toList(),
        images.stream().filter(image -> image.side() == Side.VALIDATION).toList(),
        notices);
  }

  private static long count(DeepReport report, RemarkKind kind) {
    return report.remarks().stream().filter(remark -> remark.kind() == kind).count();
  }

  private static SplitPlan split(DeepReport report, double fraction, PictureHash hash) {
    ScanReport scan = report.scan();
    List<Remark> same = report.remarks().stream().filter(it -> SAME.contains(it.kind())).toList();
    List<Remark> alike =
        new ArrayList<>(report.remarks().stream().filter(it -> ALIKE.contains(it.kind())).toList());
    List<String> notices = new ArrayList<>();
    while (true) {
      HoldOut holdOut = new HoldOut(scan, families(scan, same, alike), fraction, hash);
      OptionalInt stuck = holdOut.choose();
      if (stuck.isEmpty()) {
        Set<LabeledImage> held = holdOut.chosen();
        return new SplitPlan(
            scan.images().stream().filter(image -> !held.contains(image)).toList(),
            scan.images().stream().filter(held::contains).toList(),
            notices);
      }
      String name = scan.classes().get(stuck.getAsInt());
      if (!alike.removeIf(remark -> speaksOf(remark, scan, stuck.getAsInt()))) {
        throw new BadDatasetException(
            "The pictures of class '%s' are copies of one picture; at least two different ones are needed."
                .formatted(name));
      }
      notices.add(
          ("The pictures of class '%s' look so much the same that they could not be kept on one"
                  + " side of the split: its accuracy may look better than it is.")
              .formatted(name));
    }
  }

  private static boolean speaksOf(Remark remark, ScanReport scan, int label) {
    Set<Path> files = Set.copyOf(remark.files());
    return scan.images().stream()
        .anyMatch(image -> image.label() == label && files.contains(image.file()));
  }

  private static List<List<LabeledImage>> families(
      ScanReport scan, List<Remark> same, List<Remark> alike) {
    Map<Path, LabeledImage> images =
        scan.images().stream().collect(Collectors.toMap(LabeledImage::file, Function.identity()));
    Families<LabeledImage> families = new Families<>();
    for (List<Remark> remarks : List.of(same, alike)) {
      for (Remark remark : remarks) {
        List<LabeledImage> members = remark.files().stream().map(images::get).toList();
        members.forEach(member -> families.join(members.get(0), member));
      }
    }
    return families.of(scan.images());
  }
}
