package io.thaw.job;

import io.thaw.dataset.DatasetEdits;

/** Tells Jackson which edits need not be written; builds without edits refuse the field. */
final class NoEdits {
  @Override
  public boolean equals(Object value) {
    return value == null || value instanceof DatasetEdits edits && edits.none();
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
