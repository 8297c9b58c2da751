package io.thaw.ui.images;

import io.thaw.dataset.PictureSource;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes a folder, a table or an archive that is dragged in from the desktop. */
final class FolderDrop {
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

  private final Consumer<Path> open;

  FolderDrop(Consumer<Path> open) {
    this.open = open;
  }

  void acceptOn(Node target) {
    target.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (folder(event.getDragboard().getFiles()).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            target.pseudoClassStateChanged(TARGET, true);
            event.consume();
          }
        });
    target.addEventHandler(
        DragEvent.DRAG_EXITED, event -> target.pseudoClassStateChanged(TARGET, false));
    target.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          Optional<Path> folder = folder(event.getDragboard().getFiles());
          folder.ifPresent(open);
          event.setDropCompleted(folder.isPresent());
          event.consume();
        });
  }

  /** The first folder among what was dropped, else the first table or archive. */
  static Optional<Path> folder(List<File> dropped) {
    return dropped.stream()
        .filter(File::isDirectory)
        .findFirst()
        .map(File::toPath)
        .or(() -> dropped.stream().map(File::toPath).filter(FolderDrop::isSource).findFirst());
  }

  private static boolean isSource(Path file) {
    return PictureSource.isNamedSo(file) && Files.isRegularFile(file);
  }
}
