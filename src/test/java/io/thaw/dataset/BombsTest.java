package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Little files that say they are huge, or grow. */
class BombsTest {
  private static final int MEGABYTES = 200;
  private static final String TOO_LARGE = "too-large";
  private static final String READ = "24x18";

  @TempDir private Path temporary;

  @Test
  void nothingIsAllocatedForWhatIsOnlyDeclared() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("files"));
    Map<String, byte[]> sound = SmallFiles.all();
    Map<String, byte[]> files =
        Map.ofEntries(
            Map.entry("size.png", with(sound.get("plain.png"), 16, 30_000, ByteOrder.BIG_ENDIAN)),
            Map.entry("text.png", Exif.inPng(sound.get("palette.png"), "zTXt", grown("key\0\0"))),
            Map.entry("exif.png", exifText(sound.get("palette.png"))),
            Map.entry("profile.png", Exif.inPng(sound.get("palette.png"), "iCCP", grown("p\0\0"))),
            Map.entry("data.png", grownData(sound.get("plain.png"))),
            Map.entry("screen.gif", with(sound.get("plain.gif"), 6, -1, ByteOrder.LITTLE_ENDIAN)),
            Map.entry("width.bmp", with(sound.get("plain.bmp"), 18, 1 << 30, LITTLE)),
            Map.entry("upside.bmp", with(sound.get("plain.bmp"), 22, Integer.MIN_VALUE, LITTLE)),
            Map.entry("runs.bmp", with(sound.get("runs.bmp"), 22, -(1 << 29), LITTLE)),
            Map.entry("colours.bmp", with(sound.get("runs.bmp"), 46, 1 << 30, LITTLE)),
            Map.entry("bytes.bmp", with(sound.get("runs.bmp"), 34, 1 << 30, LITTLE)),
            Map.entry("canvas.webp", with(sound.get("turned.webp"), 24, -1, LITTLE)),
            Map.entry("frame.webp", with(sound.get("turned.webp"), 44, -1, LITTLE)),
            Map.entry("width.tif", tiffWith(256, 1 << 30)),
            Map.entry("height.tif", tiffWith(257, 1 << 28)),
            Map.entry("strip.tif", tiffWith(279, Integer.MAX_VALUE)),
            Map.entry("rows.tif", tiffWith(278, Integer.MAX_VALUE)),
            Map.entry("samples.tif", tiffWith(277, 65_535)),
            Map.entry("segments.jpg", segments(sound.get("plain.jpg"))));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    Path scratch = Files.createDirectories(temporary.resolve("scratch"));
    Map<String, ReadingChild.Read> reads = ReadingChild.run(folder, scratch, "96m", false);
    assertThat(reads.keySet()).hasSameSizeAs(files.keySet());
    for (String name :
        new String[] {
          "size.png",
          "screen.gif",
          "width.bmp",
          "upside.bmp",
          "runs.bmp",
          "canvas.webp",
          "frame.webp",
          "width.tif",
          "height.tif"
        }) {
      assertThat(reads.get(name).outcome()).as(name).isEqualTo(TOO_LARGE);
      assertThat(reads.get(name).checked()).as(name).isEqualTo(TOO_LARGE);
    }
    for (String name : new String[] {"text.png", "exif.png", "data.png", "segments.jpg"}) {
      assertThat(reads.get(name).outcome()).as(name).isEqualTo(READ);
    }
    reads.forEach(
        (name, read) ->
            assertThat(read.outcome())
                .as(name)
                .isIn(READ, TOO_LARGE, "damaged", "truncated", "unsupported-format"));
  }

  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

  private static byte[] with(byte[] sound, int at, int number, ByteOrder order) {
    byte[] bytes = sound.clone();
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order).putInt(at, number);
    if (order == ByteOrder.BIG_ENDIAN) {
      // Both sides of a PNG file, whose readers mind the sum of the header.
      buffer.putInt(at + 4, number);
      java.util.zip.CRC32 sum = new java.util.zip.CRC32();
      sum.update(bytes, 12, 17);
      buffer.putInt(29, (int) sum.getValue());
    }
    return bytes;
  }

  /** Zeros that deflate to a thousandth. */
  private static byte[] grown(String before) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(before.getBytes());
    try (DeflaterOutputStream stream = new DeflaterOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < MEGABYTES; i++) {
        stream.write(zeros);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] exifText(byte[] png) throws IOException {
    byte[] content = grown("Raw profile type exif\0\0");
    return Exif.inPng(png, "zTXt", Arrays.copyOf(content, Math.min(content.length, 1 << 18)));
  }

  /** The picture's own data first, then far more than it needs. */
  private static byte[] grownData(byte[] png) throws IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    for (int y = 0; y < SmallFiles.HEIGHT; y++) {
      rows.write(new byte[1 + 3 * SmallFiles.WIDTH]);
    }
    byte[] head = Arrays.copyOf(png, 33);
    byte[] end = Arrays.copyOfRange(png, png.length - 12, png.length);
    ByteArrayOutputStream empty = new ByteArrayOutputStream();
    empty.write(head);
    empty.write(end);
    return Exif.inPng(empty.toByteArray(), "IDAT", grown(""));
  }

  private static byte[] tiffWith(int tag, int value) {
    Pixels pixels = RgbBytes.of(SmallFiles.drawn(BufferedImage.TYPE_3BYTE_BGR));
    byte[] file = Exif.tiff(pixels, 1);
    ByteBuffer buffer = ByteBuffer.wrap(file).order(LITTLE);
    for (int at = buffer.getInt(4) + 2; at + 12 <= file.length; at += 12) {
      if (buffer.getShort(at) == tag) {
        buffer.putShort(at + 2, (short) 4).putInt(at + 8, value);
      }
    }
    return file;
  }

  /** Ten megabytes of colour profile before the picture. */
  private static byte[] segments(byte[] jpeg) {
    return Exif.written(
        stream -> {
          stream.write(jpeg, 0, 2);
          for (int i = 0; i < 160; i++) {
            stream.writeShort(0xFFE2);
            stream.writeShort(65_535);
            stream.writeBytes("ICC_PROFILE\0");
            stream.write(new byte[65_533 - 12]);
          }
          stream.write(jpeg, 2, jpeg.length - 2);
        });
  }
}
