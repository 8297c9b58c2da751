package io.thaw.dataset;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Where pictures come from: a folder, a table, or an archive of either, which is read in place.
 * Files of its reports can be read until it is closed, by several threads; a thread that is
 * interrupted while it reads from an archive ends the reading for all.
 */
public final class PictureSource implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PictureSource.class.getName());

  private final Path data;
  private final FileSystem archive;
  private final TableColumns columns;

  private PictureSource(Path data, FileSystem archive, TableColumns columns) {
    this.data = data;
    this.archive = archive;
    this.columns = columns;
  }

  /**
   * Opens what the user named.
   *
   * @param data a folder, a table or an archive; or a folder or a table in an archive, whose name
   *     goes before as in {@code pictures.zip/labels.csv}
   * @param columns of the table, where there is one
   * @throws BadDatasetException in one sentence when it is an archive that cannot be opened
   */
  public static PictureSource open(Path data, TableColumns columns) {
    Path archive = archive(data);
    if (archive == null) {
      return new PictureSource(data, null, columns);
    }
    FileSystem files = Archive.open(archive);
    Path inside = files.getPath("/");
    for (Path name : archive.relativize(data)) {
      inside = inside.resolve(name.toString());
    }
    return new PictureSource(inside, files, columns);
  }

  /** The archive that the user named, or that lies on the way to what he named. */
  private static Path archive(Path data) {
    if (Archive.isNamedSo(data) && !Files.isDirectory(data)) {
      return data;
    }
    for (Path path = data.getParent(); path != null; path = path.getParent()) {
      if (path.getFileName() != null && Archive.isNamedSo(path) && Files.isRegularFile(path)) {
        return path;
      }
    }
    return null;
  }

  /** Whether there is a folder, a table or an archive there; asks the file system. */
  public static boolean isThere(Path data) {
    Path archive = archive(data);
    return Files.isDirectory(data) || Files.isRegularFile(archive == null ? data : archive);
  }

  /** Whether a file, by its name, may be a source: a table or an archive. */
  public static boolean isNamedSo(Path file) {
    return Archive.isNamedSo(file) || TableText.isNamedSo(file);
  }

  /** What {@link PictureIndex} is opened for. */
  public Path data() {
    return data;
  }

  /**
   * Looks at the headers of all pictures, see {@link ImageFolder}.
   *
   * @param progress told the number of files looked at so far, on this thread
   * @param cancelled asked before every file, on this thread
   * @param index of {@link #data}
   * @throws BadDatasetException when there is no such folder or table, or it cannot be read
   * @throws CancellationException when {@code cancelled} says so
   */
  public ScanReport scan(IntConsumer progress, BooleanSupplier cancelled, PictureIndex index) {
    return ImageFolder.scan(data, progress, cancelled, index, columns);
  }

  /**
   * The tables that there are, and how the one that pictures are taken from is understood; told as
   * far as it can be, whether {@link #scan} succeeds or not. Reads tables.
   */
  public TableFacts tables() {
    try {
      return Listings.tables(data, columns);
    } catch (BadDatasetException e) {
      // A folder that cannot be read, of which a scan tells.
      return TableFacts.NONE;
    }
  }

  /** Files of the reports can no longer be read. */
  @Override
  public void close() {
    if (archive != null) {
      try {
        archive.close();
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "An archive could not be closed.", e);
      }
    }
  }
}
