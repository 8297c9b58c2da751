package io.thaw.ui.pictures;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.GroupRemarks;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.Remark;
import io.thaw.dataset.RemarkKind;
import io.thaw.dataset.ScanReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts together what is known of every file of a folder. */
final class PictureRows {
  private final ScanReport edited;
  private final DatasetEdits edits;
  private final Map<Path, String> folderClasses = new HashMap<>();
  private final Map<Path, LabeledImage> used = new HashMap<>();
  private final Map<Path, List<ImageProblem>> notes = new HashMap<>();
  private final Map<Path, List<Remark>> remarks = new HashMap<>();

  private PictureRows(ScanReport raw, ScanReport edited, DatasetEdits edits) {
    this.edited = edited;
    this.edits = edits;
    raw.images().forEach(it -> folderClasses.put(it.file(), raw.classes().get(it.label())));
    raw.problems().forEach(it -> folderClasses.put(it.file(), it.className()));
    edited.images().forEach(it -> used.put(it.file(), it));
    edited.notes().forEach(it -> listed(notes, it.file()).add(it));
  }

  /**
   * One row for each picture and each problem, in the order of their paths.
   *
   * @param raw what the folder holds
   * @param edited the same as the user wants it
   * @param deep what a look at every pixel found; null while it is not known
   * @param alike groups that a network takes for alike, by their paths
   */
  static List<PictureRow> of(
      ScanReport raw,
      ScanReport edited,
      DatasetEdits edits,
      DeepReport deep,
      List<List<String>> alike) {
    PictureRows rows = new PictureRows(raw, edited, edits);
    if (deep != null) {
      deep.remarks().stream().filter(rows::stillCounts).forEach(rows::attach);
    }
    GroupRemarks.alike(edited, rows.files(alike)).forEach(rows::attach);
    GroupRemarks.kept(edited).forEach(rows::attach);
    return rows.list();
  }

  private List<List<Path>> files(List<List<String>> groups) {
    if (groups.isEmpty()) {
      return List.of();
    }
    Map<String, Path> files = new HashMap<>();
    used.keySet().forEach(file -> files.put(DatasetEdits.path(edited.folder(), file), file));
    return groups.stream()
        .map(group -> group.stream().map(files::get).filter(Objects::nonNull).toList())
        .toList();
  }

  private static <T> List<T> listed(Map<Path, List<T>> lists, Path file) {
    return lists.computeIfAbsent(file, it -> new ArrayList<>());
  }

  /**
   * Copies of which one is left are none any more, and a conflict ends with one class. What the
   * user keeps together is told from the decisions, which the look may not know yet.
   */
  private boolean stillCounts(Remark remark) {
    if (remark.kind() == RemarkKind.KEPT_TOGETHER) {
      return false;
    }
    List<LabeledImage> left =
        remark.files().stream().map(used::get).filter(Objects::nonNull).toList();
    boolean conflict =
        remark.kind() == RemarkKind.LABEL_CONFLICT
            || remark.kind() == RemarkKind.NEAR_LABEL_CONFLICT;
    return conflict
        ? left.stream().mapToInt(LabeledImage::label).distinct().count() > 1
        : left.size() >= Math.min(2, remark.files().size());
  }

  private void attach(Remark remark) {
    remark.files().stream()
        .filter(used::containsKey)
        .forEach(file -> listed(remarks, file).add(remark));
  }

  private List<PictureRow> list() {
    List<PictureRow> rows = new ArrayList<>();
    for (LabeledImage image : edited.images()) {
      rows.add(row(image.file(), edited.classes().get(image.label()), null, image.partial()));
    }
    for (ImageProblem problem : edited.problems()) {
      rows.add(row(problem.file(), text(problem.className()), problem, false));
    }
    rows.sort(Comparator.comparing(PictureRow::path));
    return List.copyOf(rows);
  }

  private PictureRow row(Path file, String className, ImageProblem problem, boolean partial) {
    String path = DatasetEdits.path(edited.folder(), file);
    return new PictureRow(
        file,
        path,
        className,
        text(folderClasses.get(file)),
        problem,
        edits.excluded().contains(path),
        partial,
        notes.getOrDefault(file, List.of()),
        remarks.getOrDefault(file, List.of()));
  }

  private static String text(String name) {
    return name == null ? "" : name;
  }
}
