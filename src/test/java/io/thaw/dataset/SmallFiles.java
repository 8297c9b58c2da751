package io.thaw.dataset;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Sound little files of every format, drawn here. */
final class SmallFiles {
  static final int WIDTH = 24;
  static final int HEIGHT = 18;

  /** Nothing here writes WebP: the same slopes, by libwebp's cwebp and img2webp. */
  private static final String LOSSY =
      "UklGRmAAAABXRUJQVlA4IFQAAAAwBACdASoYABIAPyV+slOyqKSit/qoAlAkiWYAtRryA0LYjo2/kp6+MYAA/uk7tunC"
          + "vmZFvD+L1FQzk0VDcQf0MVcu+mXv1mpbg0gGS3DiYURgAAA=";

  private static final String LOSSLESS =
      "UklGRjwAAABXRUJQVlA4TC8AAAAvF0AEAA0ARNL+5BtE9D/lACAI/+cOIvqf0kAmbVMD9W+5777xhPkX4McEHGqfBQA=";

  private static final String ALPHA =
      "UklGRpAAAABXRUJQVlA4WAoAAAAQAAAAFwAAEQAAQUxQSBMAAAAFDzAKERFCIJD4Sx/AAhH9j1gAAFZQOCBWAAAAUAQA"
          + "nQEqGAASAD8lfLNTsrUkorf6qAKgJIlmALUa8gNC2I/V82InMmlbAAD+6N0UyibTQQUcTPSEAFTz3ObZCstKPBMu"
          + "zOTVJko8VR80lLwl7EoAAAA=";

  private static final String ANIMATED =
      "UklGRvQAAABXRUJQVlA4WAoAAAACAAAAFwAAEQAAQU5JTQYAAAD/////AABBTk1GZAAAAAAAAAAAABcAABEAAGQAAAJW"
          + "UDggTAAAAJADAJ0BKhgAEgA/XZq/WL+rpqU3+qgD8CuJZgC7AC+4zoMU+QAA/t6qf8XKdvy7WEA4LToDMlx6Slmt"
          + "bHS99zNTtTett14hUZUAAABBTk1GXAAAAAAAAAAAABcAABEAAGQAAABWUDggRAAAAPQCAJ0BKhgAEgA/VZK8WIN+"
          + "gAACqJaAC7MtDHALi8UAAP605L0ZGBfqohzybqJksHYyrPQ3bARH5N46rjg88JjCjgAA";

  private SmallFiles() {}

  /** By name; what stands before the first dot of a name is unique, what follows the extension. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] jpeg = image(BufferedImage.TYPE_3BYTE_BGR, "jpeg", null, false);
    files.put("plain.jpg", jpeg);
    files.put("progressive.jpg", image(BufferedImage.TYPE_3BYTE_BGR, "jpeg", null, true));
    files.put("grey.jpg", image(BufferedImage.TYPE_BYTE_GRAY, "jpeg", null, false));
    files.put("inks.jpg", inks());
    files.put("turned.jpg", Exif.inJpeg(jpeg, 6, ByteOrder.BIG_ENDIAN));
    byte[] png = image(BufferedImage.TYPE_3BYTE_BGR, "png", null, false);
    files.put("plain.png", png);
    files.put("alpha.png", image(BufferedImage.TYPE_4BYTE_ABGR, "png", null, false));
    files.put("palette.png", image(BufferedImage.TYPE_BYTE_INDEXED, "png", null, false));
    files.put("deep.png", image(BufferedImage.TYPE_USHORT_GRAY, "png", null, false));
    files.put("interlaced.png", image(BufferedImage.TYPE_3BYTE_BGR, "png", null, true));
    files.put("turned.png", Exif.inPng(png, "eXIf", Exif.block(8, ByteOrder.LITTLE_ENDIAN)));
    files.put("plain.gif", image(BufferedImage.TYPE_BYTE_INDEXED, "gif", null, false));
    files.put("interlaced.gif", image(BufferedImage.TYPE_BYTE_INDEXED, "gif", null, true));
    files.put("plain.bmp", image(BufferedImage.TYPE_3BYTE_BGR, "bmp", "BI_RGB", false));
    files.put("runs.bmp", image(BufferedImage.TYPE_BYTE_INDEXED, "bmp", "BI_RLE8", false));
    for (String compression : new String[] {"LZW", "Deflate", "JPEG", "PackBits"}) {
      files.put(
          compression.toLowerCase(java.util.Locale.ROOT) + ".tif",
          image(BufferedImage.TYPE_3BYTE_BGR, "tiff", compression, false));
    }
    files.put("turned.tif", Exif.tiff(RgbBytes.of(drawn(BufferedImage.TYPE_3BYTE_BGR)), 7));
    files.put("lossy.webp", bytes(LOSSY));
    files.put("lossless.webp", bytes(LOSSLESS));
    files.put("alpha.webp", bytes(ALPHA));
    files.put("animated.webp", bytes(ANIMATED));
    files.put("turned.webp", Exif.inWebp(bytes(LOSSY), WIDTH, HEIGHT, 5));
    return files;
  }

  static byte[] lossyWebp() {
    return bytes(LOSSY);
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  /** Slopes of colours; with as much transparency as the type has. */
  static BufferedImage drawn(int type) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int alpha = 255 - x * 10;
        image.setRGB(x, y, alpha << 24 | x * 9 << 16 | y * 13 << 8 | (x + y) * 5);
      }
    }
    return image;
  }

  private static byte[] image(int type, String format, String compression, boolean steps) {
    return written(format, new IIOImage(drawn(type), null, null), compression, steps);
  }

  /** Cyan, magenta, yellow and black without a word on their meaning. */
  private static byte[] inks() {
    WritableRaster raster = Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 4, null);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        raster.setPixel(x, y, new int[] {x * 9, y * 13, (x + y) * 5, 20});
      }
    }
    return written("jpeg", new IIOImage(raster, null, null), null, false);
  }

  private static byte[] written(String format, IIOImage image, String compression, boolean steps) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (compression != null) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType(compression);
      }
      if (steps) {
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(stream);
      writer.write(null, image, parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
