package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of files that are no sound pictures, and of those that are special. */
class ProblemKindsTest {
  @TempDir private Path folder;

  @Test
  void namesNeverChange() {
    assertThat(Stream.of(ProblemKind.values()).map(ProblemKind::jsonName))
        .containsExactly(
            "empty",
            "truncated",
            "damaged",
            "unsupported-format",
            "not-a-picture",
            "too-large",
            "no-memory",
            "missing",
            "unreadable",
            "folder",
            "outside-class",
            "no-label",
            "not-a-file",
            "conflicting-rows",
            "no-side",
            "excluded",
            "wrong-extension",
            "animated",
            "exif-rotated",
            "repeated-row");
    for (ProblemKind kind : ProblemKind.values()) {
      assertThat(ProblemKind.of(kind.jsonName())).isEqualTo(kind);
    }
  }

  @Test
  void picturesThatAreNotReadAreNamedByTheirContent() throws IOException {
    Map<String, String> heads =
        Map.ofEntries(
            Map.entry("\0\0\0\u001cftypavif\0\0\0\0avifmif1", "AVIF"),
            Map.entry("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "HEIC"),
            Map.entry("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", "HEIC"),
            Map.entry("\0\0\0\u0018ftypmif1\0\0\0\0mif1miaf", "HEIF"),
            Map.entry("\0\0\0\u0018ftypcrx \0\0\0\1crx isom", "Canon raw (CR3)"),
            Map.entry("II*\0\u0010\0\0\0CR\2\0\0\0\0\0", "Canon raw (CR2)"),
            Map.entry("FUJIFILMCCD-RAW 0201", "Fujifilm raw (RAF)"),
            Map.entry("IIU\0\u0018\0\0\0........", "Panasonic raw (RW2)"),
            Map.entry("IIRO\u0008\0\0\0........", "Olympus raw (ORF)"),
            Map.entry("8BPS\0\1\0\0\0\0\0\0", "Photoshop (PSD)"),
            Map.entry("\0\0\1\0\1\0\u0020\u0020\0\0", "ICO"),
            Map.entry("<?xml version=\"1.0\"?><svg width=\"1\"/>", "SVG"));
    for (Map.Entry<String, String> head : heads.entrySet()) {
      fails(
          file("x.jpg", head.getKey()),
          ProblemKind.UNSUPPORTED_FORMAT,
          head.getValue() + " is not supported: convert it to JPEG");
    }
    fails(
        file("x.nef", "\1\2\3\4\5\6"),
        ProblemKind.UNSUPPORTED_FORMAT,
        "Nikon raw (NEF) is not supported: convert it to JPEG");
  }

  @Test
  void rawFilesInTiffAreToldByTheirTags() throws IOException {
    fails(
        write("x.tif", directory("NIKON CORPORATION", 1, 330)),
        ProblemKind.UNSUPPORTED_FORMAT,
        "Nikon raw (NEF) is not supported: convert it to JPEG");
    fails(
        write("x.tif", directory("SONY", 1, 330)),
        ProblemKind.UNSUPPORTED_FORMAT,
        "Sony raw (ARW) is not supported: convert it to JPEG");
    fails(
        write("x.tif", directory("Anybody", 0, 50706)),
        ProblemKind.UNSUPPORTED_FORMAT,
        "DNG is not supported: convert it to JPEG");
    Pixels drawn = RgbBytes.of(SmallFiles.drawn(BufferedImage.TYPE_3BYTE_BGR));
    assertThat(HeaderCheck.of(write("x.tif", Exif.tiff(drawn, 1)), Reading.DEFAULT).kind())
        .isNull();
  }

  /** A directory with a maker, a kind of picture and one more tag. */
  private static byte[] directory(String make, int subfile, int tag) {
    byte[] text = (make + "\0").getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer file = ByteBuffer.allocate(8 + 2 + 36 + 4 + text.length);
    file.order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x4949).putShort((short) 42).putInt(8);
    file.putShort((short) 3);
    file.putShort((short) 254).putShort((short) 4).putInt(1).putInt(subfile);
    file.putShort((short) 271).putShort((short) 2).putInt(text.length).putInt(50);
    file.putShort((short) tag).putShort((short) 4).putInt(1).putInt(1);
    return file.putInt(0).put(text).array();
  }

  @Test
  void whatIsNoPictureIsNamedToo() throws IOException {
    Map<String, String> heads =
        Map.of(
            "%PDF-1.7\n", "a PDF document",
            "\n<!DOCTYPE html><html>", "a web page (HTML)",
            "\0\0\0\u0018ftypisom\0\0\2\0isommp42", "a video (MP4 or QuickTime)",
            "\u001aE\u00df\u00a3....", "a video (Matroska or WebM)",
            "RIFF....AVI LIST", "a video (AVI)",
            "PK\3\4....", "a ZIP archive",
            "Dear reader,\r\n", "text");
    for (Map.Entry<String, String> head : heads.entrySet()) {
      fails(
          file("x.png", head.getKey()),
          ProblemKind.NOT_A_PICTURE,
          "not a picture but " + head.getValue());
    }
    fails(file("x.png", "\1\2\3"), ProblemKind.NOT_A_PICTURE, "not a picture");
    fails(file("x.png", ""), ProblemKind.EMPTY, "the file is empty");
    fails(folder.resolve("none.png"), ProblemKind.MISSING, "the file is missing");
  }

  @Test
  void theLimitIsTheReadings() throws Exception {
    BufferedImage image = new BufferedImage(1200, 1000, BufferedImage.TYPE_BYTE_GRAY);
    for (String format : new String[] {"png", "jpg", "gif", "bmp", "tiff"}) {
      Path file = Pictures.write(folder.resolve("x." + format), image, format);
      Reading low = new Reading(false, 1);
      assertThatThrownBy(() -> PictureDecoder.decode(file, low))
          .isInstanceOfSatisfying(
              UnreadablePictureException.class,
              e -> assertThat(e.kind()).isEqualTo(ProblemKind.TOO_LARGE))
          .hasMessageContaining("1200 x 1000 pixels, at most 1 million are read");
      assertThat(HeaderCheck.of(file, low).kind()).isEqualTo(ProblemKind.TOO_LARGE);
      assertThat(PictureDecoder.decode(file, new Reading(false, 2)).width()).isEqualTo(1200);
    }
  }

  @Test
  void truncatedJpegsAreAcceptedOnRequest() throws Exception {
    byte[] whole = SmallFiles.all().get("plain.jpg");
    Path file = write("x.jpg", Arrays.copyOf(whole, whole.length - 60));
    fails(file, ProblemKind.TRUNCATED, "the file is truncated");
    PictureLoader loader =
        new PictureLoader(SmallFiles.WIDTH, SmallFiles.HEIGHT, Fit.STRETCH, new Reading(true, 100));
    byte[] rgb = loader.load(file);
    byte[] complete = loader.load(write("whole.jpg", whole));
    assertThat(Arrays.copyOf(rgb, 24)).isEqualTo(Arrays.copyOf(complete, 24));
    assertThat(rgb).isNotEqualTo(complete);
    Path png = write("x.png", Arrays.copyOf(SmallFiles.all().get("plain.png"), 120));
    assertThatThrownBy(() -> loader.load(png)).hasMessageContaining("truncated");
  }

  /** What a scan notes is remembered, and only for those who accept the same files. */
  @Test
  void notesAndKindsAreRememberedInTheIndex() throws IOException {
    Path data = folder.resolve("data");
    Map<String, byte[]> files = SmallFiles.all();
    Pictures.bytes(data.resolve("a/turned.jpg"), files.get("turned.jpg"));
    Pictures.bytes(data.resolve("a/turned.png"), files.get("turned.png"));
    Pictures.bytes(data.resolve("a/really.png"), files.get("plain.jpg"));
    Pictures.bytes(data.resolve("a/noname"), files.get("plain.jpg"));
    Pictures.bytes(data.resolve("b/moving.webp"), files.get("animated.webp"));
    Pictures.bytes(data.resolve("b/cut.png"), Arrays.copyOf(files.get("plain.png"), 120));
    Pictures.bytes(data.resolve("b/empty.png"), new byte[0]);
    try (Stream<Path> walk = Files.walk(data)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-05-04T03:02:01Z")));
      }
    }
    ScanReport report = scan(data, Reading.DEFAULT);
    assertThat(words(report.notes()))
        .containsExactlyInAnyOrder(
            "turned.jpg exif-rotated",
            "turned.png exif-rotated",
            "really.png wrong-extension",
            "moving.webp animated");
    assertThat(words(report.problems()))
        .containsExactlyInAnyOrder("cut.png truncated", "empty.png empty");
    assertThat(report.countsPerClass()).containsExactly(4, 1);
    Files.write(data.resolve("a/turned.jpg"), new byte[files.get("turned.jpg").length]);
    Files.setLastModifiedTime(
        data.resolve("a/turned.jpg"), FileTime.from(Instant.parse("2020-05-04T03:02:01Z")));
    assertThat(scan(data, Reading.DEFAULT)).isEqualTo(report);
    assertThat(scan(data, new Reading(false, 99)).countsPerClass()).containsExactly(3, 1);
  }

  private ScanReport scan(Path data, Reading reading) {
    return ImageFolder.scan(
        data, seen -> {}, () -> false, PictureIndex.open(folder.resolve("cache"), data, reading));
  }

  private static List<String> words(List<ImageProblem> problems) {
    return problems.stream()
        .map(it -> it.file().getFileName() + " " + it.kind().jsonName())
        .toList();
  }

  @Test
  void moreFramesAreNoticed() throws IOException {
    byte[] gif = SmallFiles.all().get("plain.gif");
    assertThat(HeaderCheck.of(write("x.gif", gif), Reading.DEFAULT).notes()).isEmpty();
    byte[] twice = Arrays.copyOf(gif, gif.length + 16);
    byte[] second = {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B};
    System.arraycopy(second, 0, twice, gif.length - 1, second.length);
    assertThat(HeaderCheck.of(write("x.gif", twice), Reading.DEFAULT).notes())
        .isEqualTo(Set.of(ProblemKind.ANIMATED));
    byte[] png = SmallFiles.all().get("plain.png");
    assertThat(
            HeaderCheck.of(write("x.png", Exif.inPng(png, "acTL", new byte[8])), Reading.DEFAULT)
                .notes())
        .isEqualTo(Set.of(ProblemKind.ANIMATED));
  }

  private Path file(String name, String head) throws IOException {
    return write(name, head.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Path write(String name, byte[] content) {
    return Pictures.bytes(folder.resolve(name), content);
  }

  /** By decoding and by a look at the header. */
  private static void fails(Path file, ProblemKind kind, String reason) {
    assertThatThrownBy(() -> PictureDecoder.decode(file))
        .isInstanceOfSatisfying(
            UnreadablePictureException.class,
            e -> assertThat(e.problem()).isEqualTo(new ImageProblem(file, kind, reason)));
    Findings findings = HeaderCheck.of(file, Reading.DEFAULT);
    assertThat(findings.kind()).isIn(kind, kind == ProblemKind.TRUNCATED ? null : kind);
  }
}
