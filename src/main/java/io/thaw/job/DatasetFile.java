package io.thaw.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.thaw.dataset.DatasetEdits;
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
 * @param together groups of pictures that stay on one side of a split, since version 2
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetFile(
    int version,
    String folder,
    List<String> excluded,
    List<String> included,
    Map<String, String> relabelled,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<String>> together) {

  public DatasetFile {
    together = together == null ? List.of() : together;
  }

  /** The newest format that this build writes. */
  public static final int VERSION = 2;

  private static final int WITHOUT_GROUPS = 1;

  /** How the file is called wherever it lies. */
  public static final String NAME = "thaw-dataset.json";

  private static final DatasetFile EMPTY =
      new DatasetFile(VERSION, null, List.of(), List.of(), Map.of(), List.of());

  /** The file of a folder. */
  public static DatasetFile of(Path folder, DatasetEdits edits) {
    return new DatasetFile(
        edits.together().isEmpty() ? WITHOUT_GROUPS : VERSION,
        folder.toString(),
        List.copyOf(edits.excluded()),
        List.copyOf(edits.included()),
        edits.relabelled(),
        edits.together());
  }

  /**
   * Reads a file.
   *
   * @throws BadJobException in one sentence when it is missing, damaged, of a newer format, or sets
   *     something that does not exist or cannot be
   */
  public static DatasetFile read(Path file) {
    DatasetFile read = JsonFiles.readStrictlyOver(EMPTY, file, VERSION);
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

  /** What was decided. */
  public DatasetEdits edits() {
    return new DatasetEdits(
        excluded == null ? null : new HashSet<>(excluded),
        included == null ? null : new HashSet<>(included),
        relabelled,
        together);
  }
}
