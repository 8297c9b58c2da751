package io.thaw.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Works out what there is to say about pictures that were all decoded. */
final class Remarks {
  /** Shorter side below which a picture holds next to nothing, in pixels. */
  private static final int TINY = 32;

  /** Longer side over shorter side. */
  private static final double EXTREME_ASPECT = 4;

  private final ScanReport report;
  private final List<DeepLook.Seen> seen;
  private final Naming naming;
  private final List<Remark> remarks = new ArrayList<>();

  private Remarks(ScanReport report, List<DeepLook.Seen> seen) {
    this.report = report;
    this.seen = seen;
    this.naming = new Naming(report);
  }

  /** All remarks, the gravest first. */
  static List<Remark> of(ScanReport report, List<DeepLook.Seen> seen) {
    return new Remarks(report, seen).all();
  }

  private List<Remark> all() {
    List<List<DeepLook.Seen>> copies = copies();
    copies.stream().filter(group -> group.size() > 1).forEach(this::addCopies);
    List<DeepLook.Seen> first = copies.stream().map(group -> group.get(0)).toList();
    Map<DeepLook.Seen, List<DeepLook.Seen>> all =
        copies.stream().collect(Collectors.toMap(group -> group.get(0), group -> group));
    NearCopies.families(first).stream()
        .filter(family -> family.size() > 1)
        .map(family -> family.stream().flatMap(it -> all.get(it).stream()).toList())
        .forEach(this::addNearCopies);
    addEach(RemarkKind.TINY, Remarks::isTiny, "is very small: %d x %d pixels");
    addEach(RemarkKind.EXTREME_ASPECT, Remarks::isStrip, "is a strip: %d x %d pixels");
    addEach(RemarkKind.BLANK, it -> it.look().isBlank(), "shows one colour only");
    remarks.addAll(GroupRemarks.kept(report));
    remarks.addAll(ClassRemarks.of(report));
    remarks.sort(Comparator.comparing((Remark remark) -> !remark.kind().isWarning()));
    return remarks;
  }

  private List<List<DeepLook.Seen>> copies() {
    Map<String, List<DeepLook.Seen>> byContent =
        seen.stream().collect(Collectors.groupingBy(DeepLook.Seen::content));
    // In the order of the pictures, not of their hashes.
    return seen.stream().map(it -> byContent.get(it.content())).distinct().toList();
  }

  private void addCopies(List<DeepLook.Seen> group) {
    if (classes(group).size() > 1) {
      add(
          RemarkKind.LABEL_CONFLICT,
          group,
          "are the same file, filed under %s; it can only be one of them".formatted(names(group)));
    } else if (sides(group) > 1) {
      add(
          RemarkKind.COPIES_ACROSS_SIDES,
          group,
          "are the same file on both sides of the split: the accuracy will look better than it is");
    } else {
      add(RemarkKind.COPIES, group, "are the same file");
    }
  }

  private void addNearCopies(List<DeepLook.Seen> group) {
    if (classes(group).size() > 1) {
      add(
          RemarkKind.NEAR_LABEL_CONFLICT,
          group,
          "look the same, but are filed under %s".formatted(names(group)));
    } else if (sides(group) > 1) {
      add(
          RemarkKind.NEAR_COPIES_ACROSS_SIDES,
          group,
          "look the same on both sides of the split: the accuracy will look better than it is");
    } else {
      add(RemarkKind.NEAR_COPIES, group, "look the same; they stay on one side of the split");
    }
  }

  private void add(RemarkKind kind, List<DeepLook.Seen> group, String what) {
    List<Path> files = group.stream().map(it -> it.image().file()).toList();
    remarks.add(new Remark(kind, files, naming.pictures(files) + " " + what + "."));
  }

  private void addEach(RemarkKind kind, Predicate<DeepLook.Seen> when, String what) {
    seen.stream()
        .filter(when)
        .forEach(
            it -> add(kind, List.of(it), what.formatted(it.look().width(), it.look().height())));
  }

  private static Set<Integer> classes(List<DeepLook.Seen> group) {
    return group.stream().map(it -> it.image().label()).collect(Collectors.toSet());
  }

  private static long sides(List<DeepLook.Seen> group) {
    return group.stream().map(it -> it.image().side()).distinct().count();
  }

  private String names(List<DeepLook.Seen> group) {
    return naming.classes(classes(group));
  }

  private static boolean isTiny(DeepLook.Seen it) {
    return Math.min(it.look().width(), it.look().height()) < TINY;
  }

  private static boolean isStrip(DeepLook.Seen it) {
    int shorter = Math.min(it.look().width(), it.look().height());
    return Math.max(it.look().width(), it.look().height()) > EXTREME_ASPECT * shorter;
  }
}
