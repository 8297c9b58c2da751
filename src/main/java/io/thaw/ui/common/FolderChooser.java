package io.thaw.ui.common;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks the user for a folder. */
public interface FolderChooser {
  /**
   * Shows the question over {@code owner}.
   *
   * @param title of the question
   * @return empty when the user chose none
   */
  Optional<Path> choose(Window owner, String title);

  /** The operating system's dialog. */
  static FolderChooser system() {
    return (owner, title) -> {
      javafx.stage.DirectoryChooser chooser = new javafx.stage.DirectoryChooser();
      chooser.setTitle(title);
      return Optional.ofNullable(chooser.showDialog(owner)).map(java.io.File::toPath);
    };
  }
}
