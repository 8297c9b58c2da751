package io.thaw.dataset;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * Opens ZIP files as file systems, to be read in place. Nothing is unpacked, so that names which
 * lead out of an archive lead nowhere.
 */
final class Archive {
  /** Programs of old wrote names in the IBM PC's characters, and did not say so. */
  private static final String OLD_NAMES = "IBM437";

  private static final int MOST_RATIO = 200;
  private static final long ALWAYS_FINE = 1L << 30;

  private Archive() {}

  /** Whether the name is that of an archive. */
  static boolean isNamedSo(Path file) {
    return PictureFormat.extension(file).equals("zip");
  }

  /**
   * Opens an archive.
   *
   * @return to be closed; never written to
   * @throws BadDatasetException in one sentence when that cannot or should not be
   */
  static FileSystem open(Path archive) {
    try {
      FileSystem files = fileSystem(archive);
      try {
        check(files, archive);
        return files;
      } catch (IOException | RuntimeException e) {
        files.close();
        throw e;
      }
    } catch (BadDatasetException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new BadDatasetException("The archive " + archive + " does not exist.", e);
    } catch (IOException | RuntimeException e) {
      throw new BadDatasetException("The archive " + archive + " " + reason(e), e);
    }
  }

  private static FileSystem fileSystem(Path archive) throws IOException {
    try {
      return FileSystems.newFileSystem(archive, Map.<String, Object>of());
    } catch (ZipException e) {
      if (!says(e, "bad entry name") || !Charset.isSupported(OLD_NAMES)) {
        throw e;
      }
      return FileSystems.newFileSystem(archive, Map.of("encoding", OLD_NAMES));
    }
  }

  /** The JDK tells its reasons only in words. */
  private static String reason(Exception error) {
    if (says(error, "encrypted")) {
      return "is protected with a password: unpack it first.";
    }
    if (says(error, "'.' or '..'")) {
      return "has names in it that lead out of it ('..'), so it is not opened.";
    }
    if (says(error, "compression method")) {
      return "is packed in a way that is not read: pack it as an ordinary ZIP file.";
    }
    boolean foreign =
        error instanceof ZipException
            || error instanceof ProviderNotFoundException
            || error instanceof RuntimeException;
    return foreign ? "is damaged, or no ZIP file." : "cannot be read (" + error.getMessage() + ").";
  }

  private static boolean says(Exception error, String words) {
    return error.getMessage() != null && error.getMessage().contains(words);
  }

  private static void check(FileSystem files, Path archive) throws IOException {
    Contents contents = new Contents();
    Files.walkFileTree(files.getPath("/"), contents);
    if (contents.bytes > ALWAYS_FINE && contents.bytes / MOST_RATIO > Files.size(archive)) {
      throw new BadDatasetException(
          "The archive %s would unpack to %d times its size, so it is not opened."
              .formatted(archive, contents.bytes / Math.max(1, Files.size(archive))));
    }
    if (contents.backslashes > 0 && contents.folders == 0) {
      throw new BadDatasetException(
          "The archive %s was packed with backslashes in its names, which hide its folders: unpack it and pack it again."
              .formatted(archive));
    }
  }

  /** Adds up what an archive declares. */
  private static final class Contents extends SimpleFileVisitor<Path> {
    private long bytes;
    private int backslashes;
    private int folders;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      folders += folder.getNameCount() > 0 ? 1 : 0;
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // Sizes of 2^64 that overflow are as suspect as large ones.
      bytes = bytes + attributes.size() < bytes ? Long.MAX_VALUE : bytes + attributes.size();
      backslashes += file.getFileName().toString().indexOf('\\') >= 0 ? 1 : 0;
      return FileVisitResult.CONTINUE;
    }
  }
}
