package io.thaw.cli;

import io.thaw.dataset.TableColumns;
import picocli.CommandLine.Option;

/** Which columns count where the pictures come from a table. */
final class TableOptions {
  @Option(
      names = "--path-column",
      paramLabel = "NAME|NUMBER",
      description = "Column of a table with the pictures' files (default: found out).")
  private String path;

  @Option(
      names = "--label-column",
      paramLabel = "NAME|NUMBER",
      description = "Column of a table with the classes (default: found out).")
  private String label;

  @Option(
      names = "--split-column",
      paramLabel = "NAME|NUMBER",
      description =
          "Column of a table that says train, val or test (default: found out); 'none' splits the"
              + " pictures anew.")
  private String split;

  /** The options, over what was chosen before. */
  TableColumns over(TableColumns before) {
    return before.under(new TableColumns(path, label, split));
  }
}
