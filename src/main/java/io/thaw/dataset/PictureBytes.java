package io.thaw.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A picture's file, in memory where that is sensible: readers ask for single bytes, and each is a
 * call to the system where they come from a file.
 *
 * @param file the file
 * @param bytes its content; null when it is too large or cannot be read
 */
record PictureBytes(Path file, byte[] bytes) {
  private static final long MOST_BYTES = 1 << 26;

  /** Reads {@code file}; what is wrong with it comes out when it is opened. */
  static PictureBytes of(Path file) {
    try {
      return new PictureBytes(file, Files.size(file) <= MOST_BYTES ? all(file) : null);
    } catch (IOException | ClosedFileSystemException e) {
      return new PictureBytes(file, null);
    }
  }

  private static byte[] all(Path file) throws IOException {
    try (InputStream stream = PictureInput.stream(file)) {
      return stream.readAllBytes();
    }
  }

  /** Null when this is not a JPEG file of the usual kind. */
  JpegHeader jpegHeader() {
    return bytes == null ? null : JpegHeader.of(bytes, bytes.length);
  }

  /** How the pixels of a JPEG file are to be turned. */
  Orientation jpegOrientation() {
    try {
      return JpegSegments.orientation(stream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory is always readable.", e);
    }
  }

  ImageInputStream open() throws IOException {
    return bytes == null ? PictureInput.imageStream(file) : stream(bytes);
  }

  /** Reads {@code bytes}, which are not copied. */
  static ImageInputStream stream(byte[] bytes) {
    return new Memory(bytes);
  }

  /** Reads from an array without copying it first. */
  private static final class Memory extends ImageInputStreamImpl {
    private final byte[] bytes;

    Memory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      bitOffset = 0;
      return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      bitOffset = 0;
      int count = (int) Math.min(length, bytes.length - streamPos);
      if (count <= 0) {
        return length == 0 ? 0 : -1;
      }
      System.arraycopy(bytes, (int) streamPos, into, offset, count);
      streamPos += count;
      return count;
    }

    @Override
    public long length() {
      return bytes.length;
    }
  }
}
