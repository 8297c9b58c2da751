package io.thaw.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What there is to say of groups of pictures that others than a deep look put together: the user,
 * or a network.
 */
public final class GroupRemarks {
  private GroupRemarks() {}

  /** A remark for each group that the user keeps together. */
  public static List<Remark> kept(ScanReport report) {
    Naming naming = new Naming(report);
    return report.together().stream()
        .map(
            group ->
                new Remark(
                    RemarkKind.KEPT_TOGETHER,
                    group,
                    naming.pictures(group) + " stay on one side of the split, as you decided."))
        .toList();
  }

  /**
   * Puts pictures into families that a network takes for alike.
   *
   * @param report with what a deep look put together; a family holds what belongs to its pictures
   *     by that, too
   * @param pairs that the network takes for alike
   * @return families that a deep look alone does not know; their pictures are in the order of the
   *     report
   */
  public static List<List<Path>> families(DeepReport report, Collection<List<Path>> pairs) {
    Families<Path> known = new Families<>();
    Families<Path> all = new Families<>();
    for (Remark remark : report.remarks()) {
      if (SplitPlan.SAME.contains(remark.kind()) || SplitPlan.ALIKE.contains(remark.kind())) {
        join(remark.files(), known);
        join(remark.files(), all);
      }
    }
    pairs.forEach(pair -> join(pair, all));
    List<Path> files = report.scan().images().stream().map(LabeledImage::file).toList();
    Set<List<Path>> old = new HashSet<>(known.of(files));
    return all.of(files).stream()
        .filter(family -> family.size() > 1 && !old.contains(family))
        .map(List::copyOf)
        .toList();
  }

  private static void join(List<Path> files, Families<Path> families) {
    files.forEach(file -> families.join(files.get(0), file));
  }

  /**
   * A remark for each family of pictures that a network takes for alike.
   *
   * @param report what is used now; pictures that are not are passed over, and so are families of
   *     which one is left
   */
  public static List<Remark> alike(ScanReport report, List<List<Path>> families) {
    Map<Path, LabeledImage> used =
        report.images().stream().collect(Collectors.toMap(LabeledImage::file, it -> it));
    Naming naming = new Naming(report);
    List<Remark> remarks = new ArrayList<>();
    for (List<Path> family : families) {
      List<Path> files = family.stream().filter(used::containsKey).toList();
      if (files.size() > 1) {
        Set<Integer> labels =
            files.stream().map(file -> used.get(file).label()).collect(Collectors.toSet());
        remarks.add(alike(naming, files, labels));
      }
    }
    return remarks;
  }

  private static Remark alike(Naming naming, List<Path> files, Set<Integer> labels) {
    String what =
        labels.size() > 1
            ? " look alike to the network, although they are filed under "
                + naming.classes(labels)
                + ": perhaps a label is wrong"
            : " look alike to the network: perhaps one thing, more than once";
    return new Remark(
        labels.size() > 1 ? RemarkKind.NETWORK_ALIKE_CLASSES : RemarkKind.NETWORK_ALIKE,
        files,
        naming.pictures(files) + what + ".");
  }
}
