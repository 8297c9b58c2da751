package io.thaw.dataset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
  @TempDir private Path folder;

  @Test
  void aFolderPerClassIsSortedByCodePoint() {
    Pictures.fill(folder.resolve("rose"), 2);
    Pictures.fill(folder.resolve("Zinnia"), 3);
    Pictures.fill(folder.resolve("äster"), 2);

    ScanReport report = ImageFolder.scan(folder).requireUsable();

    assertThat(report.classes()).containsExactly("Zinnia", "rose", "äster");
    assertThat(report.countsPerClass()).containsExactly(3, 2, 2);
    assertThat(names(report))
        .containsExactly(
            "Zinnia/0.png",
            "Zinnia/1.png",
            "Zinnia/2.png",
            "rose/0.png",
            "rose/1.png",
            "äster/0.png",
            "äster/1.png");
    assertThat(report.images())
        .extracting(LabeledImage::label)
        .containsExactly(0, 0, 0, 1, 1, 2, 2);
    assertThat(report.images()).extracting(LabeledImage::side).containsOnly(Side.UNASSIGNED);
    assertThat(report.problems()).isEmpty();
    assertThat(report.givenSplit()).isFalse();
  }

  @Test
  void theOrderDoesNotDependOnTheLocale() {
    Pictures.fill(folder.resolve("I"), 2);
    Pictures.fill(folder.resolve("i"), 2);
    Pictures.fill(folder.resolve("ı"), 2);
    List<String> here = ImageFolder.scan(folder).classes();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(ImageFolder.scan(folder).classes()).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void badFilesAreListedWithAReasonAndTheRestIsUsed() throws IOException {
    Path a = folder.resolve("a");
    Pictures.fill(a, 2);
    Pictures.fill(folder.resolve("b"), 2);
    byte[] jpeg = Files.readAllBytes(Pictures.jpeg(folder.resolve("b/x.jpg"), 7));
    Pictures.bytes(a.resolve("empty.jpg"), new byte[0]);
    Pictures.bytes(a.resolve("head.jpg"), Arrays.copyOf(jpeg, 60));
    Pictures.bytes(a.resolve("readme.txt"), "Roses of my garden".getBytes(ISO_8859_1));
    Pictures.bytes(a.resolve("new.jpg"), "\0\0\0 ftypavif\0\0\0\0mif1".getBytes(ISO_8859_1));
    Pictures.bytes(a.resolve("phone.heic"), "\0\0\0 ftypheic\0\0\0\0mif1".getBytes(ISO_8859_1));
    Pictures.bytes(a.resolve("bomb.png"), hugePng());

    ScanReport report = ImageFolder.scan(folder);

    assertThat(report.countsPerClass()).containsExactly(2, 3);
    assertThat(reasons(report))
        .containsExactly(
            "a/bomb.png: the picture is too large: 65536 x 65536 pixels, at most 100 million are"
                + " read",
            "a/empty.jpg: the file is empty",
            "a/head.jpg: the file is truncated",
            "a/new.jpg: AVIF is not supported: convert it to JPEG",
            "a/phone.heic: HEIC is not supported: convert it to JPEG",
            "a/readme.txt: not a picture but text");
  }

  @Test
  void theContentTellsTheTypeNotTheName() throws IOException {
    Path a = folder.resolve("a");
    Files.move(Pictures.jpeg(folder.resolve("a/1.jpg"), 1), a.resolve("no extension"));
    Files.move(Pictures.jpeg(folder.resolve("a/2.jpg"), 2), a.resolve("photo.png"));
    Files.move(Pictures.png(folder.resolve("a/3.png"), 3), a.resolve("text.txt"));

    assertThat(ImageFolder.scan(folder).countsPerClass()).containsExactly(3);
  }

  @Test
  void hiddenAndSystemFilesAreIgnored() {
    Pictures.fill(folder.resolve("a"), 2);
    for (String name :
        List.of(
            "a/.DS_Store", "a/Thumbs.db", "a/desktop.ini", "a/._1.png", ".git/x", "__MACOSX/x")) {
      Pictures.bytes(folder.resolve(name), new byte[] {1});
    }
    Pictures.fill(folder.resolve("a/.thumbnails"), 1);

    ScanReport report = ImageFolder.scan(folder);

    assertThat(report.classes()).containsExactly("a");
    assertThat(report.countsPerClass()).containsExactly(2);
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void foldersInsideAClassBelongToItAndLinksDoNotLoop() throws IOException {
    Pictures.fill(folder.resolve("a"), 1);
    Pictures.fill(folder.resolve("a/2023"), 2);
    Pictures.fill(folder.resolve("a/2024/may"), 3);
    Files.createSymbolicLink(folder.resolve("a/2024/again"), folder.resolve("a"));

    ScanReport report = ImageFolder.scan(folder);

    assertThat(report.countsPerClass()).containsExactly(6);
    assertThat(reasons(report))
        .containsExactly("a/2024/again: this link leads back to a folder above it");
  }

  @Test
  void aFolderThatHoldsNothingButAnotherIsSteppedInto() {
    Pictures.bytes(folder.resolve("LICENSE"), new byte[] {'x'});
    Pictures.fill(folder.resolve("data/images/a"), 2);
    Pictures.fill(folder.resolve("data/images/b"), 3);

    ScanReport report = ImageFolder.scan(folder).requireUsable();

    assertThat(report.classes()).containsExactly("a", "b");
    assertThat(report.folder()).isEqualTo(folder);
    assertThat(names(report)).startsWith("data/images/a/0.png");
    assertThat(report.notices())
        .containsExactly(
            "The pictures were found in %s, as %s holds nothing else."
                .formatted(folder.resolve("data/images"), folder));
  }

  @Test
  void aSplitMayLieInAContainer() {
    for (String kind : List.of("train/a", "train/b", "val/a", "val/b")) {
      Pictures.fill(folder.resolve("dataset").resolve(kind), 2);
    }
    assertThat(ImageFolder.scan(folder).requireUsable().givenSplit()).isTrue();

    Path only = folder.resolve("only");
    Pictures.fill(only.resolve("dataset/train/a"), 2);
    Pictures.fill(only.resolve("dataset/train/b"), 2);
    assertThat(ImageFolder.scan(only).requireUsable().classes()).containsExactly("a", "b");
  }

  @Test
  void aClassIsNoContainer() {
    // The only class has pictures of its own, so that its folders are no classes.
    Pictures.fill(folder.resolve("one/cat"), 1);
    Pictures.fill(folder.resolve("one/cat/2023"), 2);
    Pictures.fill(folder.resolve("one/cat/2024"), 2);
    assertThat(ImageFolder.scan(folder.resolve("one")).classes()).containsExactly("cat");

    // Nothing deeper has classes.
    Pictures.fill(folder.resolve("two/cat/all"), 2);
    assertThat(ImageFolder.scan(folder.resolve("two")).classes()).containsExactly("cat");
    assertThat(ImageFolder.scan(folder.resolve("two")).notices()).isEmpty();

    // There are two classes already.
    Pictures.fill(folder.resolve("three/cat/2023"), 1);
    Pictures.fill(folder.resolve("three/cat/2024"), 1);
    Pictures.fill(folder.resolve("three/dog/2024"), 1);
    assertThat(ImageFolder.scan(folder.resolve("three")).classes()).containsExactly("cat", "dog");

    // A picture beside the folder speaks against a mere container.
    Pictures.fill(folder.resolve("four/cat/2023"), 1);
    Pictures.fill(folder.resolve("four/cat/2024"), 1);
    Pictures.png(folder.resolve("four/stray.png"), 4);
    assertThat(ImageFolder.scan(folder.resolve("four")).classes()).containsExactly("cat");
  }

  @Test
  void trainAndValidationFoldersGiveTheSplit() {
    for (String validation : List.of("val", "validation", "test")) {
      Path root = folder.resolve("with-" + validation);
      Pictures.fill(root.resolve("Train/b"), 2);
      Pictures.fill(root.resolve("Train/a"), 1);
      Pictures.fill(root.resolve(validation + "/a"), 3);
      Pictures.fill(root.resolve(validation + "/b"), 1);

      ScanReport report = ImageFolder.scan(root).requireUsable();

      assertThat(report.classes()).containsExactly("a", "b");
      assertThat(report.givenSplit()).isTrue();
      assertThat(report.countsPerClass(Side.TRAIN)).containsExactly(1, 2);
      assertThat(report.countsPerClass(Side.VALIDATION)).containsExactly(3, 1);
    }
  }

  @Test
  void aThirdPartIsForTheTest() {
    Pictures.fill(folder.resolve("train/a"), 2);
    Pictures.fill(folder.resolve("val/a"), 1);
    Pictures.fill(folder.resolve("test/a"), 5);
    Pictures.fill(folder.resolve("extra/a"), 2);

    ScanReport report = ImageFolder.scan(folder);

    assertThat(report.countsPerClass(Side.TRAIN)).containsExactly(2);
    assertThat(report.countsPerClass(Side.VALIDATION)).containsExactly(1);
    assertThat(report.countsPerClass(Side.TEST)).containsExactly(5);
    assertThat(reasons(report)).containsExactly("extra: this folder is not used");
  }

  @Test
  void aTestFolderWithoutClassesIsNoSplit() {
    Pictures.fill(folder.resolve("train/a"), 2);
    Pictures.fill(folder.resolve("train/b"), 2);
    Pictures.fill(folder.resolve("test"), 3);

    ScanReport report = ImageFolder.scan(folder).requireUsable();

    assertThat(report.classes()).containsExactly("a", "b");
    assertThat(report.givenSplit()).isFalse();
  }

  @Test
  void aClassMayBeCalledTrain() {
    Pictures.fill(folder.resolve("car"), 2);
    Pictures.fill(folder.resolve("train"), 2);

    assertThat(ImageFolder.scan(folder).requireUsable().classes()).containsExactly("car", "train");
  }

  @Test
  void progressIsToldAndTheScanCanBeStopped() {
    Pictures.fill(folder.resolve("a"), 5);
    List<Integer> seen = new ArrayList<>();

    ImageFolder.scan(folder, seen::add, () -> false);
    assertThat(seen).containsExactly(1, 2, 3, 4, 5);

    seen.clear();
    assertThatThrownBy(() -> ImageFolder.scan(folder, seen::add, () -> seen.size() == 2))
        .isInstanceOf(CancellationException.class);
    assertThat(seen).containsExactly(1, 2);
  }

  private List<String> names(ScanReport report) {
    return report.images().stream()
        .map(image -> PicturePaths.relative(folder, image.file()))
        .toList();
  }

  private List<String> reasons(ScanReport report) {
    return report.problems().stream()
        .map(problem -> PicturePaths.relative(folder, problem.file()) + ": " + problem.reason())
        .toList();
  }

  /** A real PNG whose header (and the header's check sum) says 65536 x 65536. */
  private byte[] hugePng() throws IOException {
    byte[] png = Files.readAllBytes(Pictures.png(folder.resolve("b/tmp.png"), 1));
    Files.delete(folder.resolve("b/tmp.png"));
    png[17] = png[21] = 1;
    png[18] = png[19] = png[22] = png[23] = 0;
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    return png;
  }
}
