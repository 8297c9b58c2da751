package io.thaw.cli;

import io.thaw.dataset.DatasetEdits;
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
        "which show another class than their folder says, and which are used although they end",
        "early. No file of the folder is changed."
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
   * The options, over what was decided before.
   *
   * @throws io.thaw.job.BadJobException in one sentence when the file cannot be read
   */
  DatasetEdits over(DatasetEdits before) {
    DatasetEdits decided = edits == null ? before : DatasetFile.read(edits).edits();
    return acceptTruncated ? decided.acceptTruncated(true) : decided;
  }

  /** The options alone. */
  DatasetEdits decided() {
    return over(DatasetEdits.NONE);
  }
}
