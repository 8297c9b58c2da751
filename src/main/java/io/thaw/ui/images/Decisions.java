package io.thaw.ui.images;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.TableColumns;

/**
 * What the user decided about a folder, a table or an archive of pictures.
 *
 * @param edits of single pictures
 * @param columns of the table, where there is one
 */
public record Decisions(DatasetEdits edits, TableColumns columns) {
  /** Nothing was decided. */
  public static final Decisions NONE = new Decisions(DatasetEdits.NONE, TableColumns.AUTOMATIC);

  /** Whether everything is left as it is. */
  public boolean none() {
    return edits.none() && columns.equals(TableColumns.AUTOMATIC);
  }

  /** The same with other columns. */
  public Decisions with(TableColumns other) {
    return new Decisions(edits, other);
  }
}
