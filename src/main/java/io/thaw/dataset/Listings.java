package io.thaw.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out what kind of source the user named, and lists its files. */
final class Listings {
  private static final int DEPTH = 8;

  private Listings() {}

  /**
   * What {@code data} lists.
   *
   * @param data a folder or a table
   * @throws BadDatasetException in one sentence when there is no such thing or it cannot be read
   */
  static Listing of(Path data, TableColumns columns) {
    if (!Files.exists(data)) {
      throw new BadDatasetException("The folder " + PicturePaths.text(data) + " does not exist.");
    }
    if (Files.isDirectory(data)) {
      return folder(data, columns);
    }
    if (TableText.isNamedSo(data)) {
      return PictureTable.listing(data, columns);
    }
    throw new BadDatasetException(
        PicturePaths.text(data)
            + " is not a folder, nor a table (.csv, .tsv) or an archive (.zip).");
  }

  private static Listing folder(Path folder, TableColumns columns) {
    Path inner = meant(folder);
    Listing listing = oneLevel(inner, columns);
    return inner.equals(folder)
        ? listing
        : listing.in(
            folder,
            "The pictures were found in %s, as %s holds nothing else."
                .formatted(PicturePaths.text(inner), PicturePaths.text(folder)));
  }

  /**
   * The tables that the user can choose among, and the one that {@link #of} takes.
   *
   * @param data a folder or a table, there or not
   */
  static TableFacts tables(Path data, TableColumns columns) {
    if (Files.isDirectory(data)) {
      Path folder = meant(data);
      List<Path> tables = tables(folder);
      boolean one = tables.size() == 1 && !areClasses(folder, columns);
      boolean taken =
          one
              && (isAsked(columns)
                  || hasPictures(folder)
                  || TableFacts.namesPictures(tables.get(0), columns));
      return TableFacts.of(tables, taken ? tables.get(0) : null, columns);
    }
    return Files.exists(data) && TableText.isNamedSo(data)
        ? TableFacts.of(tables(PictureTable.folder(data)), data, columns)
        : TableFacts.NONE;
  }

  private static boolean isAsked(TableColumns columns) {
    return !columns.equals(TableColumns.AUTOMATIC);
  }

  /** Classes as folders go before a table beside them, unless the user names its columns. */
  private static boolean areClasses(Path folder, TableColumns columns) {
    return !isAsked(columns) && FolderLayout.of(folder).listing(folder).classes().size() > 1;
  }

  private static Listing oneLevel(Path folder, TableColumns columns) {
    Listing folders = FolderLayout.of(folder).listing(folder);
    if (areClasses(folder, columns)) {
      return folders;
    }
    List<Path> tables = tables(folder);
    requireChoice(folder, tables, columns);
    if (tables.size() != 1) {
      return folders;
    }
    try {
      return PictureTable.listing(tables.get(0), columns);
    } catch (BadDatasetException e) {
      if (isAsked(columns) || hasPictures(folder)) {
        throw e;
      }
      // The table may be about something else; the folders have their own say.
      return folders.in(folder, e.getMessage());
    }
  }

  /** Nobody but the user knows which of several tables is meant. */
  private static void requireChoice(Path folder, List<Path> tables, TableColumns columns) {
    if (tables.size() > 1
        && tables.stream().anyMatch(table -> TableFacts.namesPictures(table, columns))) {
      throw new BadDatasetException(
          "There are %d tables in %s: choose %s, whichever says what the pictures show."
              .formatted(
                  tables.size(),
                  PicturePaths.text(folder),
                  tables.stream()
                      .map(table -> table.getFileName().toString())
                      .collect(Collectors.joining(" or "))));
    }
  }

  private static List<Path> tables(Path folder) {
    return files(folder).stream().filter(TableText::isNamedSo).toList();
  }

  private static List<Path> files(Path folder) {
    return Names.list(folder).stream().filter(Files::isRegularFile).toList();
  }

  private static boolean hasPictures(Path folder) {
    return files(folder).stream().anyMatch(PictureFile::isPicture);
  }

  private static Path meant(Path folder) {
    return innermost(folder, DEPTH).or(() -> tabled(folder, DEPTH)).orElse(folder);
  }

  /** The same where nothing but the choice of a table is open. */
  private static Optional<Path> tabled(Path folder, int depth) {
    List<Path> parts = Names.list(folder).stream().filter(Files::isDirectory).toList();
    if (tables(folder).size() > 1) {
      return Optional.of(folder);
    }
    return depth > 0 && parts.size() == 1 ? tabled(parts.get(0), depth - 1) : Optional.empty();
  }

  /**
   * The folder that is meant when {@code folder} holds nothing but another, and that perhaps
   * nothing but a third; empty when none of them has classes in it.
   */
  private static Optional<Path> innermost(Path folder, int depth) {
    List<Path> parts = Names.list(folder).stream().filter(Files::isDirectory).toList();
    if (parts.size() != 1 || FolderLayout.isSide(parts.get(0))) {
      boolean layout = !parts.isEmpty() && !hasPictures(folder);
      return layout || isTabled(folder) ? Optional.of(folder) : Optional.empty();
    }
    if (isTabled(folder)) {
      return Optional.of(folder);
    }
    boolean container = depth > 0 && !hasPictures(folder);
    return container ? innermost(parts.get(0), depth - 1) : Optional.empty();
  }

  /** One table, and pictures beside or below it that it may name. */
  private static boolean isTabled(Path folder) {
    boolean below = Names.list(folder).stream().anyMatch(Files::isDirectory);
    return tables(folder).size() == 1 && (below || hasPictures(folder));
  }
}
