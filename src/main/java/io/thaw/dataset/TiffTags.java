package io.thaw.dataset;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;

/**
 * The tags of the first directory of TIFF data (TIFF 6.0, section 2; BigTIFF): a file of its own,
 * or the EXIF block of another. Nothing is read but the directory itself and single values, so that
 * numbers in it cannot make this allocate anything.
 */
final class TiffTags {
  static final int SUBFILE_TYPE = 254;
  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS = 258;
  static final int COMPRESSION = 259;
  static final int MAKE = 271;
  static final int STRIP_OFFSETS = 273;
  static final int SAMPLES = 277;
  static final int STRIP_LENGTHS = 279;
  static final int TILE_WIDTH = 322;
  static final int TILE_HEIGHT = 323;
  static final int TILE_OFFSETS = 324;
  static final int TILE_LENGTHS = 325;
  static final int SUB_DIRECTORIES = 330;
  static final int DNG_VERSION = 50706;

  private static final int CLASSIC = 42;
  private static final int BIG = 43;
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  private final ImageInputStream stream;
  private final long base;
  private final long end;
  private final Map<Integer, Entry> entries = new HashMap<>();
  private boolean big;
  private boolean cut;

  /** The values of a tag: {@code count} of them, {@code size} bytes each, from {@code at} on. */
  private record Entry(int size, long count, long at) {}

  private TiffTags(ImageInputStream stream, long base, long length) {
    this.stream = stream;
    this.base = base;
    this.end = base + length;
  }

  /**
   * Reads the directory as far as it is sound; data that is no TIFF has no tags.
   *
   * @param base where the data begins
   * @param length bytes of it
   */
  static TiffTags read(ImageInputStream stream, long base, long length) throws IOException {
    TiffTags tags = new TiffTags(stream, base, length);
    if (length >= 8 && tags.header()) {
      tags.directory();
    }
    return tags;
  }

  private boolean header() throws IOException {
    stream.seek(base);
    stream.setByteOrder(ByteOrder.BIG_ENDIAN);
    int order = stream.readUnsignedShort();
    stream.setByteOrder(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int version = stream.readUnsignedShort();
    big = version == BIG;
    return (order == 0x4949 || order == 0x4D4D) && (big || version == CLASSIC);
  }

  private void directory() throws IOException {
    stream.seek(base + (big ? 8 : 4));
    long at = end - base >= 16 || !big ? base + offset() : end;
    cut = at < base || at + 8 > end;
    if (cut) {
      return;
    }
    stream.seek(at);
    long count = big ? stream.readLong() : stream.readUnsignedShort();
    int length = big ? 20 : 12;
    at += big ? 8 : 2;
    for (int i = 0; i < Math.min(count, 0xFFFF) && !cut; i++, at += length) {
      cut = at + length > end;
      if (!cut) {
        entry(at);
      }
    }
  }

  private void entry(long at) throws IOException {
    stream.seek(at);
    int tag = stream.readUnsignedShort();
    int type = stream.readUnsignedShort();
    long count = offset();
    int size = type < SIZES.length ? SIZES[type] : 0;
    if (size == 0 || count < 1 || count > (end - base) / size) {
      return;
    }
    long values = count * size <= (big ? 8 : 4) ? stream.getStreamPosition() : base + offset();
    if (values >= base && values <= end - count * size) {
      entries.putIfAbsent(tag, new Entry(size, count, values));
    }
  }

  private long offset() throws IOException {
    return big ? stream.readLong() : stream.readUnsignedInt();
  }

  /** Whether the data ends before the directory does. */
  boolean isCut() {
    return cut;
  }

  boolean has(int tag) {
    return entries.containsKey(tag);
  }

  /** How many values a tag has; 0 when it is missing. */
  long count(int tag) {
    return has(tag) ? entries.get(tag).count : 0;
  }

  /** The whole number that a tag has as its value with this index, or {@code other}. */
  long number(int tag, long index, long other) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null || index >= entry.count) {
      return other;
    }
    stream.seek(entry.at + index * entry.size);
    return switch (entry.size) {
      case 1 -> stream.readUnsignedByte();
      case 2 -> stream.readUnsignedShort();
      case 4 -> stream.readUnsignedInt();
      default -> stream.readLong();
    };
  }

  /** At most 32 characters of a text. */
  String text(int tag) throws IOException {
    Entry entry = entries.get(tag);
    if (entry == null || entry.size != 1) {
      return "";
    }
    stream.seek(entry.at);
    byte[] text = new byte[(int) Math.min(32, entry.count)];
    stream.readFully(text);
    return new String(text, StandardCharsets.ISO_8859_1).trim();
  }

  /** How the picture is to be turned. */
  Orientation orientation() throws IOException {
    return Orientation.of(number(Orientation.TAG, 0, 1));
  }
}
