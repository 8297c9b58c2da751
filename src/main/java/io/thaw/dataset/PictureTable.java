package io.thaw.dataset;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A table that names files and the classes they show. */
final class PictureTable {
  private final String name;
  private final TableFiles files;
  private final TableColumns columns;
  private final Path table;
  private final List<TableText.Row> rows;
  private final TableLayout layout;
  private final Set<Side> sides;
  private final Map<Path, Said> said = new LinkedHashMap<>();
  private final List<ImageProblem> problems = new ArrayList<>();
  private final List<ImageProblem> notes = new ArrayList<>();
  private final Set<String> classes = new TreeSet<>(Names.ORDER);

  /** What the rows say of one file. */
  private record Said(
      Map.Entry<Path, BasicFileAttributes> file, String label, Side side, List<Long> lines) {}

  private PictureTable(Path table, TableColumns columns) {
    this.table = table;
    this.columns = columns;
    this.name = table.getFileName().toString();
    this.files = new TableFiles(folder(table));
    List<TableText.Row> all = TableText.read(table).rows();
    if (all.isEmpty()) {
      throw new BadDatasetException("The table " + PicturePaths.text(table) + " is empty.");
    }
    this.layout = TableLayout.of(all, columns, files, PicturePaths.text(table));
    this.rows = all.subList(layout.header() ? 1 : 0, all.size());
    this.sides = sides();
  }

  /** The folder that a table lies in, which paths are told from. */
  static Path folder(Path table) {
    Path parent = table.getParent();
    return parent == null ? table.toAbsolutePath().getParent() : parent;
  }

  /**
   * What a table lists.
   *
   * @throws BadDatasetException in one sentence when the table cannot be read, its columns cannot
   *     be told, or none of its files exists
   */
  static Listing listing(Path table, TableColumns columns) {
    return new PictureTable(table, columns).listing();
  }

  private Set<Side> sides() {
    Set<Side> found = EnumSet.noneOf(Side.class);
    if (layout.split() >= 0) {
      rows.forEach(row -> Side.named(row.cell(layout.split())).ifPresent(found::add));
      if (found.isEmpty()) {
        throw new BadDatasetException(
            "Column %s of the table %s says of no picture whether it is for train, val or test."
                .formatted(layout.name(layout.split()), PicturePaths.text(table)));
      }
    }
    return found;
  }

  private boolean givenSplit() {
    return Side.areSplit(sides);
  }

  private Listing listing() {
    rows.forEach(this::take);
    Map<String, Map<Side, List<Said>>> groups = new LinkedHashMap<>();
    said.values().stream()
        .filter(this::isAgreed)
        .sorted(Comparator.comparing(it -> relative(it.file().getKey()), Names.ORDER))
        .forEach(
            it ->
                groups
                    .computeIfAbsent(it.label(), label -> new LinkedHashMap<>())
                    .computeIfAbsent(it.side(), side -> new ArrayList<>())
                    .add(it));
    requireClasses();
    requireFiles();
    List<Listing.Group> listed = new ArrayList<>();
    for (String label : groups.keySet().stream().sorted(Names.ORDER).toList()) {
      for (Side side : Side.values()) {
        List<Said> group = groups.get(label).getOrDefault(side, List.of());
        List<Map.Entry<Path, BasicFileAttributes>> found = group.stream().map(Said::file).toList();
        if (!found.isEmpty()) {
          listed.add(new Listing.Group(label, side, trouble -> found));
        }
      }
    }
    return new Listing(
        files.folder(), listed, List.of(), problems, notes, notices(groups.keySet()), givenSplit());
  }

  private String relative(Path file) {
    return PicturePaths.relative(files.folder(), file);
  }

  private void take(TableText.Row row) {
    String file = row.cell(layout.path());
    String label = row.cell(layout.label());
    if (!label.isEmpty()) {
      classes.add(label);
    }
    if (file.isEmpty()) {
      problems.add(ofRow(row, "names no file"));
    } else if (TableFiles.isAddress(file)) {
      problems.add(ofRow(row, "names the web address " + file + "; only files are read"));
    } else if (files.path(file).isEmpty()) {
      problems.add(ofRow(row, "names the file " + file + ", but no file can be called so"));
    } else {
      files
          .find(file)
          .ifPresentOrElse(
              found -> take(row, found, label), () -> problems.add(missing(row, file, label)));
    }
  }

  private ImageProblem ofRow(TableText.Row row, String reason) {
    return new ImageProblem(
        table, ProblemKind.NOT_A_FILE, "line %d %s".formatted(row.line(), reason));
  }

  private ImageProblem missing(TableText.Row row, String file, String label) {
    ImageProblem problem =
        new ImageProblem(
            files.path(file).orElseThrow(),
            ProblemKind.MISSING,
            "there is no such file; line %d of %s names it".formatted(row.line(), name));
    return label.isEmpty() ? problem : problem.in(label, side(row));
  }

  private void take(TableText.Row row, Map.Entry<Path, BasicFileAttributes> found, String label) {
    Path file = found.getKey();
    Side side = side(row);
    if (label.isEmpty()) {
      problems.add(
          new ImageProblem(
              file,
              ProblemKind.NO_LABEL,
              "line %d of %s gives it no class".formatted(row.line(), name)));
    } else if (givenSplit() && side == Side.UNASSIGNED) {
      problems.add(
          new ImageProblem(
                  file,
                  ProblemKind.NO_SIDE,
                  "line %d of %s puts it on no side of the split".formatted(row.line(), name))
              .in(label, side));
    } else {
      said.merge(file, new Said(found, label, side, List.of(row.line())), PictureTable::both);
    }
  }

  /** Where rows contradict each other, what they disagree in becomes null. */
  private static Said both(Said one, Said other) {
    List<Long> lines = new ArrayList<>(one.lines());
    lines.addAll(other.lines());
    return new Said(
        one.file(),
        other.label().equals(one.label()) ? one.label() : null,
        other.side() == one.side() ? one.side() : null,
        lines);
  }

  /** Test pictures check where there are no others. */
  private Side side(TableText.Row row) {
    Side side =
        givenSplit()
            ? Side.named(row.cell(layout.split())).orElse(Side.UNASSIGNED)
            : Side.UNASSIGNED;
    return side == Side.TEST && !sides.contains(Side.VALIDATION) ? Side.VALIDATION : side;
  }

  private boolean isAgreed(Said it) {
    Path file = it.file().getKey();
    if (it.label() == null || it.side() == null) {
      problems.add(
          new ImageProblem(
              file,
              ProblemKind.CONFLICTING_ROWS,
              "lines %s of %s give it different %s"
                  .formatted(
                      lines(it), name, it.label() == null ? "classes" : "sides of the split")));
      return false;
    }
    if (it.lines().size() > 1) {
      notes.add(
          new ImageProblem(
                  file,
                  ProblemKind.REPEATED_ROW,
                  "named %d times by %s, used once".formatted(it.lines().size(), name))
              .in(it.label(), it.side()));
    }
    return true;
  }

  private static String lines(Said it) {
    List<String> lines = it.lines().stream().limit(3).map(String::valueOf).toList();
    return String.join(", ", lines) + (it.lines().size() > 3 ? ", ..." : "");
  }

  private void requireClasses() {
    if (classes.isEmpty() && !rows.isEmpty()) {
      throw new BadDatasetException(
          "Column %s of the table %s is empty, so it gives no picture a class."
              .formatted(layout.name(layout.label()), PicturePaths.text(table)));
    }
  }

  private void requireFiles() {
    boolean noneExists = said.isEmpty() && !problems.isEmpty();
    if (noneExists && problems.stream().allMatch(it -> it.kind() == ProblemKind.MISSING)) {
      throw new BadDatasetException(
          "None of the files that the table %s names in column %s exists; the first would be %s."
              .formatted(
                  PicturePaths.text(table),
                  layout.name(layout.path()),
                  PicturePaths.text(problems.get(0).file())));
    }
  }

  private List<String> notices(Set<String> found) {
    List<String> notices = new ArrayList<>();
    boolean guessedSplit = columns.split() == null && layout.split() >= 0;
    if (columns.path() == null || columns.label() == null || guessedSplit) {
      notices.add(
          "%s%s: the pictures are taken from column %s and their classes from column %s%s."
              .formatted(
                  name,
                  layout.header() ? "" : ", which has no header",
                  layout.name(layout.path()),
                  layout.name(layout.label()),
                  layout.split() < 0
                      ? ""
                      : ", the split from column " + layout.name(layout.split())));
    }
    if (layout.split() >= 0 && !givenSplit()) {
      notices.add(
          "%s: column %s does not name both pictures to learn from and others to check with, so it is not used."
              .formatted(name, layout.name(layout.split())));
    }
    List<String> without = classes.stream().filter(label -> !found.contains(label)).toList();
    if (!without.isEmpty()) {
      notices.add(
          "%s: none of the files of %s can be used, so %s left out."
              .formatted(
                  name,
                  ScanReport.names(without),
                  without.size() == 1 ? "this class is" : "these classes are"));
    }
    return notices;
  }
}
