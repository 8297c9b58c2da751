package io.thaw.ui.results;

/**
 * Where an export stands.
 *
 * @param stage how far it is
 * @param message one sentence for the user; empty before the first export
 */
public record ExportState(Stage stage, String message) {
  /** Nothing was exported from this run yet. */
  public static final ExportState NONE = new ExportState(Stage.NONE, "");

  /** The stages of an export. */
  public enum Stage {
    NONE,
    RUNNING,
    DONE,
    FAILED
  }
}
