package io.thaw.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What pictures and classes are called in remarks. */
record Naming(ScanReport report) {
  /** Pictures: two by their names, of more the first. */
  String pictures(List<Path> files) {
    String first = name(files.get(0));
    return switch (files.size()) {
      case 1 -> first;
      case 2 -> first + " and " + name(files.get(1));
      default -> first + " and " + (files.size() - 1) + " others";
    };
  }

  private String name(Path file) {
    return file.startsWith(report.folder())
        ? PicturePaths.relative(report.folder(), file)
        : file.toString();
  }

  /** Classes in quotation marks. */
  String classes(Set<Integer> labels) {
    List<String> names =
        labels.stream().sorted().map(label -> report.classes().get(label)).toList();
    return names.size() == 2
        ? "'%s' and '%s'".formatted(names.get(0), names.get(1))
        : ScanReport.names(names);
  }
}
