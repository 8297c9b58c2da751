package io.thaw.dataset;

/**
 * Which columns of a table say what. Each is the name that the header gives it, in any case, or its
 * number, counted from 1; null where Thaw shall find out.
 *
 * @param path of the column with the pictures' files
 * @param label of the column with the classes
 * @param split of the column that says on which side of the split a picture stands
 */
public record TableColumns(String path, String label, String split) {
  /** All columns are found out. */
  public static final TableColumns AUTOMATIC = new TableColumns(null, null, null);

  /** What is blank is to be found out. */
  public TableColumns {
    path = path == null || path.isBlank() ? null : path.strip();
    label = label == null || label.isBlank() ? null : label.strip();
    split = split == null || split.isBlank() ? null : split.strip();
  }
}
