package io.thaw.dataset;

/**
 * Which columns of a table say what. Each is the name that the header gives it, in any case, or its
 * number, counted from 1; null where Thaw shall find out.
 *
 * @param path of the column with the pictures' files
 * @param label of the column with the classes
 * @param split of the column that says on which side of the split a picture stands; {@link #NONE}
 *     where no column shall say it
 */
public record TableColumns(String path, String label, String split) {
  /** All columns are found out. */
  public static final TableColumns AUTOMATIC = new TableColumns(null, null, null);

  /** For {@link #split}: no column says it, unless one is called so. */
  public static final String NONE = "none";

  /** What is blank is to be found out. */
  public TableColumns {
    path = path == null || path.isBlank() ? null : path.strip();
    label = label == null || label.isBlank() ? null : label.strip();
    split = split == null || split.isBlank() ? null : split.strip();
  }

  /** The same with another column of files; null to find it out. */
  public TableColumns withPath(String column) {
    return new TableColumns(column, label, split);
  }

  /** The same with another column of classes; null to find it out. */
  public TableColumns withLabel(String column) {
    return new TableColumns(path, column, split);
  }

  /** The same with another column of sides; null to find it out, {@link #NONE} for none. */
  public TableColumns withSplit(String column) {
    return new TableColumns(path, label, column);
  }

  /** What {@code over} says, and this where it says nothing. */
  public TableColumns under(TableColumns over) {
    return new TableColumns(
        over.path == null ? path : over.path,
        over.label == null ? label : over.label,
        over.split == null ? split : over.split);
  }
}
