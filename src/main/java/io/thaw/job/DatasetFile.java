package io.thaw.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.TableColumns;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The file {@code thaw-dataset.json}: what the user decided about the files of one folder of
 * pictures, which themselves stay as they are.
 *
 * <pre>
 * {
 *   "version": 1,
 *   "folder": "/home/ann/flowers",
 *   "excluded": ["rose/cat.jpg"],
 *   "included": ["rose/half.jpg"],
 *   "relabelled": {"rose/7.jpg": "tulip"},
 *   "acceptTruncated": false,
 *   "columns": {"path": "image", "label": "species", "split": "none"},
 *   "together": [["rose/8.jpg", "rose/9.jpg"]]
 * }
 * </pre>
 *
 * Paths are relative to the folder, with {@code /} on every system. All fields but the version may
 * be left out. A file without groups has version 1, so that builds which know of none read it.
 *
 * @param version format of the file, up to {@link #VERSION}
 * @param folder the folder of pictures, for people and for whoever keeps many of these files; the
 *     decisions hold for the same paths in any folder. Null when nobody said
 * @param excluded files that are left out
 * @param included JPEG files that are used although they end early
 * @param relabelled the class that a picture shows, by path
 * @param acceptTruncated whether all JPEG files that end early are used; null, as in files of
 *     format 1, when not
 * @param columns of the table that names the pictures, where the user chose some; null otherwise
 * @param together groups of pictures that stay on one side of a split; not in files of format 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetFile(
    int version,
    String folder,
    List<String> excluded,
    List<String> included,
    Map<String, String> relabelled,
    Boolean acceptTruncated,
    TableColumns columns,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<String>> together) {

  /** The format that this build writes. */
  public static final int VERSION = 2;

  /** How the file is called wherever it lies. */
  public static final String NAME = "thaw-dataset.json";

  /** Nothing was decided. */
  public static final DatasetFile NONE =
      new DatasetFile(VERSION, null, List.of(), List.of(), Map.of(), null, null, List.of());

  public DatasetFile {
    columns = TableColumns.AUTOMATIC.equals(columns) ? null : columns;
    together = together == null ? List.of() : together;
  }

  /** The file of a folder without a table. */
  public static DatasetFile of(Path folder, DatasetEdits edits) {
    return of(folder, edits, TableColumns.AUTOMATIC);
  }

  /** The file of a folder or a table. */
  public static DatasetFile of(Path folder, DatasetEdits edits, TableColumns columns) {
    return new DatasetFile(
        VERSION,
        folder.toString(),
        List.copyOf(edits.excluded()),
        List.copyOf(edits.included()),
        edits.relabelled(),
        edits.acceptTruncated() ? true : null,
        columns,
        edits.together());
  }

  /**
   * Reads a file.
   *
   * @throws BadJobException in one sentence when it is missing, damaged, of a newer format, or sets
   *     something that does not exist or cannot be
   */
  public static DatasetFile read(Path file) {
    DatasetFile read = JsonFiles.readStrictlyOver(NONE, file, VERSION);
    try {
      read.edits();
      return read;
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new BadJobException(file + " names a file or a class that has no name.", e);
    }
  }

  /**
   * Writes the file under a temporary name and renames it.
   *
   * @throws BadJobException when that fails; an older file stays as it was
   */
  public void write(Path file) {
    JsonFiles.write(file, this);
  }

  /** The columns of the table, never null. */
  public TableColumns tableColumns() {
    return columns == null ? TableColumns.AUTOMATIC : columns;
  }

  /** What was decided about pictures. */
  public DatasetEdits edits() {
    return new DatasetEdits(
        excluded == null ? null : new HashSet<>(excluded),
        included == null ? null : new HashSet<>(included),
        relabelled,
        Boolean.TRUE.equals(acceptTruncated),
        together);
  }
}
