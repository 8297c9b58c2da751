package io.thaw.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which columns of a table count, and whether its first row is a header.
 *
 * @param path index of the column with the files; -1 where it cannot be told, which {@link #of}
 *     refuses
 * @param label index of the column with the classes; -1 likewise
 * @param split index of the column with the sides; -1 when there is none
 * @param names what the columns are called, for people
 * @param header whether the first row names the columns
 */
record TableLayout(int path, int label, int split, List<String> names, boolean header) {
  private static final List<String> PATHS =
      List.of(
          "path",
          "filepath",
          "imagepath",
          "file",
          "filename",
          "image",
          "imagename",
          "imagefile",
          "imageid",
          "img",
          "imgpath",
          "picture",
          "photo",
          "name",
          "id");
  private static final List<String> LABELS =
      List.of(
          "label",
          "labels",
          "class",
          "classname",
          "category",
          "species",
          "target",
          "breed",
          "type",
          "kind",
          "diagnosis",
          "dx");
  private static final List<String> SPLITS = List.of("split", "set", "subset", "fold", "partition");

  /** Rows that columns are told by. */
  private static final int SAMPLE = 50;

  /** How a column is called. */
  String name(int column) {
    return column < names.size() && !names.get(column).isEmpty()
        ? "'" + names.get(column) + "'"
        : "number " + (column + 1);
  }

  /**
   * Finds the columns.
   *
   * @param rows of the table, at least one
   * @param table what it is called, for people
   * @throws BadDatasetException in one sentence when a column that the user named is not there, or
   *     one that he did not cannot be told
   */
  static TableLayout of(
      List<TableText.Row> rows, TableColumns columns, TableFiles files, String table) {
    return new Finder(rows, columns, files, table).find(IntSupplier::getAsInt);
  }

  /** The same as far as it can be told, for whoever lets the user choose the rest. */
  static TableLayout asFarAsTold(
      List<TableText.Row> rows, TableColumns columns, TableFiles files, String table) {
    return new Finder(rows, columns, files, table).find(TableLayout::orUnknown);
  }

  private static int orUnknown(IntSupplier column) {
    try {
      return column.getAsInt();
    } catch (BadDatasetException e) {
      // A scan tells the sentence.
      return -1;
    }
  }

  /** Whether the column of files names some that exist, among the first rows. */
  boolean namesFiles(List<TableText.Row> rows, TableFiles files) {
    return path >= 0 && rows.stream().limit(SAMPLE).anyMatch(row -> files.has(row.cell(path)));
  }

  /** Finds the columns of one table. */
  private static final class Finder {
    private final List<TableText.Row> rows;
    private final TableColumns columns;
    private final TableFiles files;
    private final String table;
    private final List<String> first;
    private final int width;

    Finder(List<TableText.Row> rows, TableColumns columns, TableFiles files, String table) {
      this.rows = rows;
      this.columns = columns;
      this.files = files;
      this.table = table;
      this.first = rows.get(0).cells();
      this.width = rows.stream().limit(SAMPLE).mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    TableLayout find(ToIntFunction<IntSupplier> attempt) {
      int path = attempt.applyAsInt(() -> chosen(columns.path()).orElseGet(this::guessedPath));
      boolean header = path < 0 ? namesNoPicture() : !isPicture(rows.get(0).cell(path));
      int split = attempt.applyAsInt(() -> split(path));
      int label =
          attempt.applyAsInt(
              () -> chosen(columns.label()).orElseGet(() -> guessedLabel(path, split, header)));
      return new TableLayout(path, label, split, header ? first : List.of(), header);
    }

    private boolean isPicture(String cell) {
      return files.has(cell) || TableFiles.isPictureName(cell);
    }

    private boolean namesNoPicture() {
      return first.stream().noneMatch(this::isPicture);
    }

    private int split(int path) {
      boolean none = TableColumns.NONE.equalsIgnoreCase(columns.split());
      return none && called(columns.split()).isEmpty()
          ? -1
          : chosen(columns.split()).orElseGet(() -> guessedSplit(path));
    }

    private Optional<Integer> called(String name) {
      return columns(i -> first.size() > i && first.get(i).equalsIgnoreCase(name));
    }

    private Optional<Integer> chosen(String column) {
      if (column == null) {
        return Optional.empty();
      }
      Optional<Integer> numbered = numbered(column);
      // Classes may be numbers, which are no names of columns where there is no header.
      Optional<Integer> found =
          numbered.isPresent() && !namesNoPicture() ? numbered : called(column).or(() -> numbered);
      return Optional.of(
          found.orElseThrow(
              () ->
                  bad(
                      "The table %s has no column '%s'; its first row is: "
                          .formatted(table, column))));
    }

    /**
     * @param beginning of a sentence that ends with the columns
     */
    private BadDatasetException bad(String beginning) {
      return new BadDatasetException(beginning + String.join(", ", first) + ".");
    }

    private Optional<Integer> numbered(String column) {
      return Optional.of(column)
          .filter(it -> it.matches("\\d{1,4}"))
          .map(it -> Integer.parseInt(it) - 1)
          .filter(it -> it >= 0 && it < width);
    }

    private Optional<Integer> columns(IntPredicate test) {
      return IntStream.range(0, width).filter(test).boxed().findFirst();
    }

    private int guessedPath() {
      List<Integer> named = named(PATHS, column -> true);
      return named.stream()
          .filter(this::namesFiles)
          .findFirst()
          .or(() -> columns(this::namesFiles))
          .or(() -> named.stream().findFirst())
          .orElseThrow(
              () ->
                  bad(
                      "No column of the table %s names files that exist; choose the right one of: "
                          .formatted(table)));
    }

    private boolean namesFiles(int column) {
      return rows.stream().limit(SAMPLE).anyMatch(row -> files.has(row.cell(column)));
    }

    /** Columns with these names, in the order of the names. */
    private List<Integer> named(List<String> names, Predicate<Integer> test) {
      List<Integer> found = new ArrayList<>();
      for (String name : names) {
        columns(i -> first.size() > i && plain(first.get(i)).equals(name) && test.test(i))
            .ifPresent(found::add);
      }
      return found;
    }

    private static String plain(String name) {
      return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private int guessedSplit(int path) {
      return named(SPLITS, column -> column != path && saysSides(column)).stream()
          .findFirst()
          // Whatever its name: a split that is given and overlooked would leak.
          .or(() -> columns(column -> column != path && saysSides(column) && isSplit(column)))
          .orElse(-1);
    }

    private boolean isSplit(int column) {
      Set<Side> sides =
          values(column, 1).stream()
              .map(it -> Side.named(it).orElseThrow())
              .collect(Collectors.toSet());
      return sides.contains(Side.TRAIN) && sides.size() > 1;
    }

    private boolean saysSides(int column) {
      Set<String> values = values(column, 1);
      return !values.isEmpty() && values.stream().allMatch(it -> Side.named(it).isPresent());
    }

    private int guessedLabel(int path, int split, boolean header) {
      int from = header ? 1 : 0;
      Predicate<Integer> free = column -> column != path && column != split;
      return named(LABELS, free.and(column -> !values(column, from).isEmpty())).stream()
          .findFirst()
          .or(() -> columns(column -> free.test(column) && isFew(values(column, from).size())))
          .orElseThrow(
              () ->
                  bad(
                      "No column of the table %s can be told to hold the classes; choose one of: "
                          .formatted(table)));
    }

    private boolean isFew(int values) {
      return values >= 2 && values <= rows.size() / 2;
    }

    private Set<String> values(int column, int from) {
      Set<String> values = new HashSet<>();
      rows.stream().skip(from).map(row -> row.cell(column)).forEach(values::add);
      values.remove("");
      return values;
    }
  }
}
