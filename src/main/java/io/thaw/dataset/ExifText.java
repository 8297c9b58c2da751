package io.thaw.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.stream.ImageInputStream;

/**
 * EXIF as PNG files kept it before there was a chunk for it: hexadecimal digits in a text chunk,
 * plain or compressed, after the name of the profile and its length in lines of their own.
 */
final class ExifText {
  private static final String KEY = "Raw profile type ";
  private static final int MOST_KEY = 32;
  private static final int MOST_TEXT = 1 << 18;
  private static final String MARK = "Exif\0\0";

  private ExifText() {}

  /** Looks at one text chunk. */
  static void read(ImageInputStream stream, long at, long length, HeaderNotes notes)
      throws IOException {
    byte[] chunk = new byte[(int) Math.min(length, MOST_KEY)];
    stream.seek(at);
    stream.readFully(chunk);
    String start = new String(chunk, StandardCharsets.ISO_8859_1);
    if ((start.startsWith(KEY + "exif\0") || start.startsWith(KEY + "APP1\0"))
        && length <= MOST_TEXT) {
      chunk = new byte[(int) length];
      stream.seek(at);
      stream.readFully(chunk);
      int text = start.indexOf('\0') + 1;
      turn(plain(chunk, text), notes);
    }
  }

  /** A compressed text begins with a zero for the method; it is not let grow beyond a limit. */
  private static String plain(byte[] chunk, int from) {
    if (from >= chunk.length || chunk[from] != 0) {
      return new String(chunk, from, chunk.length - from, StandardCharsets.ISO_8859_1);
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(chunk, from + 1, chunk.length - from - 1);
      byte[] text = new byte[MOST_TEXT];
      return new String(text, 0, inflater.inflate(text), StandardCharsets.ISO_8859_1);
    } catch (DataFormatException e) {
      return "";
    } finally {
      inflater.end();
    }
  }

  private static void turn(String text, HeaderNotes notes) throws IOException {
    String[] lines = text.strip().split("\n", 3);
    String digits = lines.length < 3 ? "" : lines[2].replaceAll("\\s", "");
    try {
      byte[] block = HexFormat.of().parseHex(digits);
      int skip = PictureFormat.starts(block, block.length, 0, MARK) ? MARK.length() : 0;
      notes.turn(
          TiffTags.read(PictureBytes.stream(block), skip, block.length - skip).orientation());
    } catch (IllegalArgumentException e) {
      // Not what it says it is: the picture stays as it is.
      return;
    }
  }
}
