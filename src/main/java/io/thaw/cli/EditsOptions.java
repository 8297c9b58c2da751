package io.thaw.cli;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.TableColumns;
import io.thaw.job.DatasetFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What was decided about pictures that are not used as their folder says. */
final class EditsOptions {
  @Option(
      names = "--edits",
      paramLabel = "FILE.json",
      description = {
        "What was decided about single pictures: a thaw-dataset.json that says which are left out,",
        "which show another class than their folder says, which are used although they end early,",
        "and which columns of a table count. No file of the folder is changed."
      })
  private Path edits;

  @Option(
      names = "--accept-truncated",
      description = {
        "Use JPEG files that end early as far as they go; what is missing is grey (default: they",
        "are left out)."
      })
  private boolean acceptTruncated;

  /**
   * What was decided.
   *
   * @param columns of a table of pictures
   */
  record Decided(DatasetEdits edits, TableColumns columns) {
    static Decided of(DatasetFile file) {
      return new Decided(file.edits(), file.tableColumns());
    }
  }

  /**
   * The options, over what was decided before.
   *
   * @throws io.thaw.job.BadJobException in one sentence when the file cannot be read
   */
  Decided over(DatasetEdits before) {
    DatasetFile file = edits == null ? DatasetFile.NONE : DatasetFile.read(edits);
    DatasetEdits decided = edits == null ? before : file.edits();
    return new Decided(
        acceptTruncated ? decided.acceptTruncated(true) : decided, file.tableColumns());
  }
}
