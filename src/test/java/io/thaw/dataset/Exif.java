package io.thaw.dataset;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes orientation tags into files of tests. */
final class Exif {
  private Exif() {}

  /** TIFF data with nothing but the tag, in either byte order. */
  static byte[] block(int orientation, ByteOrder order) {
    ByteBuffer block = ByteBuffer.allocate(26).order(order);
    block.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4D4D : 0x4949));
    block.putShort((short) 42).putInt(8);
    block.putShort((short) 1).putShort((short) 274).putShort((short) 3).putInt(1);
    block.putShort((short) orientation).putShort((short) 0);
    return block.putInt(0).array();
  }

  /** The JPEG file with an EXIF segment right after its beginning. */
  static byte[] inJpeg(byte[] jpeg, int orientation, ByteOrder order) {
    byte[] block = block(orientation, order);
    return written(
        stream -> {
          stream.write(jpeg, 0, 2);
          stream.writeShort(0xFFE1);
          stream.writeShort(8 + block.length);
          stream.writeBytes("Exif\0\0");
          stream.write(block);
          stream.write(jpeg, 2, jpeg.length - 2);
        });
  }

  /** The PNG file with a chunk after its header. */
  static byte[] inPng(byte[] png, String kind, byte[] content) {
    byte[] name = kind.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    return written(
        stream -> {
          stream.write(png, 0, 33);
          stream.writeInt(content.length);
          stream.write(name);
          stream.write(content);
          stream.writeInt((int) sum.getValue());
          stream.write(png, 33, png.length - 33);
        });
  }

  /** The WebP file, of the simple kind, as one with an EXIF chunk. */
  static byte[] inWebp(byte[] webp, int width, int height, int orientation) {
    byte[] block = block(orientation, ByteOrder.LITTLE_ENDIAN);
    ByteBuffer file = ByteBuffer.allocate(webp.length + 18 + 8 + block.length);
    file.order(ByteOrder.LITTLE_ENDIAN).put(webp, 0, 4).putInt(file.capacity() - 8);
    file.put("WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(10).putInt(8);
    file.putShort((short) (width - 1)).put((byte) 0).putShort((short) (height - 1)).put((byte) 0);
    file.put(webp, 12, webp.length - 12);
    file.put("EXIF".getBytes(StandardCharsets.ISO_8859_1)).putInt(block.length).put(block);
    return file.array();
  }

  /** An uncompressed TIFF file in one strip. */
  static byte[] tiff(Pixels pixels, int orientation) {
    int[][] tags = {
      {256, 4, pixels.width()},
      {257, 4, pixels.height()},
      {258, 3, 8},
      {259, 3, 1},
      {262, 3, 2},
      {273, 4, 8},
      {274, 3, orientation},
      {277, 3, 3},
      {278, 4, pixels.height()},
      {279, 4, pixels.rgb().length}
    };
    ByteBuffer file = ByteBuffer.allocate(8 + pixels.rgb().length + 2 + 12 * tags.length + 4);
    file.order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x4949).putShort((short) 42);
    file.putInt(8 + pixels.rgb().length).put(pixels.rgb()).putShort((short) tags.length);
    for (int[] tag : tags) {
      file.putShort((short) tag[0]).putShort((short) tag[1]).putInt(1).putInt(tag[2]);
    }
    return file.array();
  }

  /** Something that writes. */
  interface Content {
    void write(DataOutputStream stream) throws IOException;
  }

  static byte[] written(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(bytes)) {
      content.write(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
