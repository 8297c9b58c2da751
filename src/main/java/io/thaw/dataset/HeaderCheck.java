package io.thaw.dataset;

import java.nio.file.Path;

/** Looks at a file's header and nothing else. */
final class HeaderCheck {
  private HeaderCheck() {}

  /**
   * Whether the file begins as a picture of an accepted size does, and what is special about it.
   */
  static Findings of(Path file, Reading reading) {
    PictureHeader quick = QuickCheck.header(file, reading);
    if (quick != null) {
      return Findings.sound(quick.notes(file));
    }
    try {
      return Findings.sound(
          PictureFile.use(
              file,
              () -> PictureInput.imageStream(file),
              reading,
              (reader, header) -> header.notes(file)));
    } catch (UnreadablePictureException e) {
      return Findings.of(e);
    }
  }
}
