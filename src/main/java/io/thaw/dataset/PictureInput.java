package io.thaw.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Opens files wherever they lie, in a folder or in an archive. */
final class PictureInput {
  /** What is read of an archived file is kept while it is read, as there is no way back in it. */
  private static final long MOST_ARCHIVED_BYTES = 1L << 29;

  private PictureInput() {}

  /** The bytes of a file; of an archived one, no more than the archive declares. */
  static InputStream stream(Path file) throws IOException {
    return PicturePaths.isArchived(file)
        ? new Capped(Files.newInputStream(file), Files.size(file))
        : Files.newInputStream(file);
  }

  /**
   * The same for readers of pictures.
   *
   * @throws BadPictureException when an archive declares more than is read from archives
   */
  static ImageInputStream imageStream(Path file) throws IOException {
    if (!PicturePaths.isArchived(file)) {
      return new FileImageInputStream(file.toFile());
    }
    long size = Files.size(file);
    if (size > MOST_ARCHIVED_BYTES) {
      throw new BadPictureException(
          ProblemKind.TOO_LARGE,
          "the file is too large: at most %d MB are read from an archive"
              .formatted(MOST_ARCHIVED_BYTES >> 20));
    }
    return new Archived(stream(file), size);
  }

  private static final class Archived extends MemoryCacheImageInputStream {
    private final InputStream stream;
    private final long size;

    Archived(InputStream stream, long size) {
      super(stream);
      this.stream = stream;
      this.size = size;
    }

    @Override
    public long length() {
      return size;
    }

    @Override
    public void close() throws IOException {
      super.close();
      stream.close();
    }
  }

  /** Ends where the archive says, whatever is packed. */
  private static final class Capped extends FilterInputStream {
    private long left;

    Capped(InputStream stream, long size) {
      super(stream);
      left = size;
    }

    @Override
    public int read() throws IOException {
      int read = left > 0 ? super.read() : -1;
      left -= read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length > 0 && left <= 0) {
        return -1;
      }
      int read = super.read(into, offset, (int) Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
