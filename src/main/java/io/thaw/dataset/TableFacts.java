package io.thaw.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tables in a source of pictures, and how the one in use is understood: what a user needs to
 * see to choose another, or other columns.
 *
 * @param tables as {@link PictureSource#open} takes them, sorted; often there are none
 * @param used the table that pictures are taken from; null where folders are classes, and where the
 *     user has to choose
 * @param columns of the used table, from the left; empty where it cannot be read
 * @param path index of the column with the files; -1 where it is not known
 * @param label index of the column with the classes; -1 where it is not known
 * @param split index of the column with the sides; -1 where there is none
 */
public record TableFacts(
    List<Path> tables, Path used, List<Column> columns, int path, int label, int split) {
  /** No tables at all. */
  public static final TableFacts NONE = new TableFacts(List.of(), null, List.of(), -1, -1, -1);

  public TableFacts {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param key what {@link TableColumns} calls it: its name, or its number where that says more
   * @param title what people call it; without a header its number and its first cell
   */
  public record Column(String key, String title) {}

  /** Whether some table of the files could name pictures that exist. */
  static boolean namesPictures(Path table, TableColumns columns) {
    try {
      List<TableText.Row> rows = TableText.read(table).rows();
      TableFiles files = new TableFiles(PictureTable.folder(table));
      return !rows.isEmpty()
          && TableLayout.asFarAsTold(rows, columns, files, "").namesFiles(rows, files);
    } catch (BadDatasetException e) {
      return false;
    }
  }

  /**
   * The facts.
   *
   * @param used one of {@code tables}, or null
   */
  static TableFacts of(List<Path> tables, Path used, TableColumns columns) {
    List<Path> named = tables.stream().map(TableFacts::named).toList();
    if (used == null) {
      return new TableFacts(named, null, List.of(), -1, -1, -1);
    }
    List<TableText.Row> rows = rows(used);
    if (rows.isEmpty()) {
      return new TableFacts(named, named(used), List.of(), -1, -1, -1);
    }
    TableLayout layout =
        TableLayout.asFarAsTold(rows, columns, new TableFiles(PictureTable.folder(used)), "");
    return new TableFacts(
        named,
        named(used),
        columns(rows, layout.header()),
        layout.path(),
        layout.label(),
        layout.split());
  }

  private static Path named(Path table) {
    return PicturePaths.isArchived(table) ? Path.of(PicturePaths.text(table)) : table;
  }

  /** Empty where the table cannot be read, of which a scan tells. */
  private static List<TableText.Row> rows(Path table) {
    try {
      return TableText.read(table).rows();
    } catch (BadDatasetException e) {
      return List.of();
    }
  }

  private static List<Column> columns(List<TableText.Row> rows, boolean header) {
    List<String> first = rows.get(0).cells();
    Set<String> names = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      String number = Integer.toString(i + 1);
      String cell = first.get(i);
      boolean named = header && !cell.isEmpty() && names.add(cell.toLowerCase(Locale.ROOT));
      columns.add(
          named
              ? new Column(cell, cell)
              : new Column(number, cell.isEmpty() ? number : number + ": " + cell));
    }
    return columns;
  }
}
