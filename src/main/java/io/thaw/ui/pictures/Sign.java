package io.thaw.ui.pictures;

import io.thaw.dataset.ProblemKind;
import io.thaw.dataset.Remark;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * The one thing about a picture that matters most, as it stands below its thumbnail.
 *
 * @param icon null where there is nothing to say
 * @param grave whether the user should look at it
 */
record Sign(Ikon icon, String words, boolean grave) {
  private static final Sign NONE = new Sign(null, "", false);

  static Sign of(PictureRow row) {
    if (row.excluded()) {
      return new Sign(Material2AL.BLOCK, Topic.of(ProblemKind.EXCLUDED).brief(), false);
    }
    if (!row.used()) {
      return new Sign(Material2AL.ERROR_OUTLINE, Topic.of(row.problem().kind()).brief(), true);
    }
    if (!row.remarks().isEmpty()) {
      Remark first = row.remarks().get(0);
      boolean grave = first.kind().isWarning();
      return new Sign(
          grave ? Material2MZ.WARNING : Material2AL.INFO, Topic.of(first.kind()).brief(), grave);
    }
    if (row.partial()) {
      return new Sign(Material2AL.BROKEN_IMAGE, "Cut short", false);
    }
    if (row.relabelled()) {
      String from = row.folderClass().isEmpty() ? "no class" : row.folderClass();
      return new Sign(Material2AL.LABEL, "was " + from, false);
    }
    return row.notes().isEmpty()
        ? NONE
        : new Sign(Material2AL.INFO, Topic.of(row.notes().get(0).kind()).brief(), false);
  }
}
