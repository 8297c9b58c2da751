package io.thaw.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the user for a folder or a file. */
public interface FolderChooser {
  /**
   * Shows the question over {@code owner}.
   *
   * @param title of the question
   * @return empty when the user chose none
   */
  Optional<Path> choose(Window owner, String title);

  /**
   * Asks for a file instead.
   *
   * @param kind what the files are, in words
   * @param patterns of their names, such as {@code *.zip}
   * @return empty when the user chose none, or where files cannot be asked for
   */
  default Optional<Path> chooseFile(
      Window owner, String title, String kind, List<String> patterns) {
    return Optional.empty();
  }

  /** The operating system's dialogs. */
  static FolderChooser system() {
    return new FolderChooser() {
      @Override
      public Optional<Path> choose(Window owner, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
      }

      @Override
      public Optional<Path> chooseFile(
          Window owner, String title, String kind, List<String> patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
      }
    };
  }
}
