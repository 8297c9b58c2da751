package io.thaw.dataset;

import java.io.IOException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names of pictures' files, for people and for files that are written. */
public final class PicturePaths {
  private PicturePaths() {}

  /** Whether a file lies in an archive. */
  public static boolean isArchived(Path file) {
    return !file.getFileSystem().equals(FileSystems.getDefault());
  }

  /**
   * The name of a file: of one in an archive the archive's name goes before, as in {@code
   * pictures.zip/cat/1.jpg}.
   */
  public static String text(Path file) {
    return isArchived(file) ? inArchive(archive(file), file) : file.toString();
  }

  /** The same from the root of the file system on. */
  static String absoluteText(Path file) {
    return isArchived(file)
        ? inArchive(absolute(Path.of(archive(file))).toString(), file)
        : absolute(file).toString();
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** The JDK's file system of an archive is called as the archive was when it was opened. */
  private static String archive(Path file) {
    return file.getFileSystem().toString();
  }

  private static String inArchive(String archive, Path file) {
    String inside = absolute(file).toString();
    return inside.equals("/") ? archive : archive + inside;
  }

  /**
   * The file with this name.
   *
   * @param folder that was looked through, see {@link ScanReport#folder()}
   * @param text as {@link #text} gave it, in whatever process
   */
  public static Path of(Path folder, String text) {
    if (isArchived(folder)) {
      FileSystem files = folder.getFileSystem();
      String archive = files.toString();
      return text.startsWith(archive + "/")
          ? files.getPath(text.substring(archive.length()))
          : text.equals(archive) ? files.getPath("/") : Path.of(text);
    }
    return Path.of(text);
  }

  /** Bytes of a file; 0 when it is gone. */
  public static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException | ClosedFileSystemException e) {
      return 0;
    }
  }

  /**
   * The path from {@code folder} to {@code file}, with {@code /} on every system; the whole path
   * where none leads there.
   */
  public static String relative(Path folder, Path file) {
    boolean reachable =
        folder.isAbsolute() == file.isAbsolute()
            && folder.getFileSystem().equals(file.getFileSystem())
            && (!folder.isAbsolute() || folder.getRoot().equals(file.getRoot()));
    String text = (reachable ? folder.relativize(file) : file).toString();
    return text.replace(file.getFileSystem().getSeparator(), "/");
  }
}
