package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  /** Of an entry's directory record: flags, and the size when unpacked. */
  private static final int FLAGS = 8;

  private static final int SIZE = 24;

  @TempDir private Path folder;

  private Path classes() {
    Path pictures = folder.resolve("pictures");
    Pictures.fill(pictures.resolve("cat"), 3);
    for (int i = 0; i < 20; i++) {
      Pictures.jpeg(pictures.resolve("dog/" + i + ".jpg"), i);
    }
    return pictures;
  }

  private static PictureSource open(Path archive) {
    return PictureSource.open(archive, TableColumns.AUTOMATIC);
  }

  private static ScanReport scan(PictureSource source, PictureIndex index) {
    return source.scan(seen -> {}, () -> false, index);
  }

  private static ScanReport scan(PictureSource source) {
    return scan(source, PictureIndex.inMemory(source.data()));
  }

  private static List<String> names(ScanReport report) {
    return report.images().stream().map(it -> PicturePaths.text(it.file())).toList();
  }

  @Test
  void anArchiveIsReadAsTheFolderInIt() throws UnreadablePictureException {
    Path pictures = classes();
    Pictures.bytes(
        pictures.resolve("dog/notes.png"), "no picture".getBytes(StandardCharsets.UTF_8));
    Path archive = Zips.pack(pictures, folder.resolve("pictures.zip"));
    ScanReport expected = ImageFolder.scan(pictures);
    PictureIndex index = PictureIndex.inMemory(pictures);

    try (PictureSource source = open(archive)) {
      PictureIndex archived = PictureIndex.inMemory(source.data());
      ScanReport report = scan(source, archived).requireUsable();

      assertThat(names(report))
          .startsWith(archive + "/cat/0.png")
          .isEqualTo(
              names(expected).stream()
                  .map(it -> it.replace(pictures.toString(), archive.toString()))
                  .toList());
      assertThat(report.classes()).isEqualTo(expected.classes());
      assertThat(PicturePaths.text(report.folder())).isEqualTo(archive.toString());
      assertThat(report.problems())
          .extracting(it -> PicturePaths.text(it.file()) + " " + it.reason())
          .containsExactly(archive + "/dog/notes.png not a picture but text");
      PictureLoader loader = new PictureLoader(16, 16, Fit.STRETCH);
      // Decoded by all cores at a time.
      DeepReport looked = DeepLook.look(report, archived);
      assertThat(looked.scan().images()).isEqualTo(report.images());
      for (int i = 0; i < report.images().size(); i++) {
        Path file = report.images().get(i).file();
        Path same = expected.images().get(i).file();
        assertThat(loader.load(file)).isEqualTo(loader.load(same));
        assertThat(archived.contentHash(file))
            .hasValueSatisfying(hash -> assertThat(index.contentHash(same)).contains(hash));
        assertThat(PicturePaths.of(report.folder(), PicturePaths.text(file))).isEqualTo(file);
      }
    }
  }

  @Test
  void theSplitIsThatOfTheFolder() {
    Path pictures = classes();
    Path archive = Zips.pack(pictures, folder.resolve("pictures.zip"));
    Set<String> expected = held(ImageFolder.scan(pictures));

    try (PictureSource source = open(archive)) {
      assertThat(held(scan(source))).isEqualTo(expected);
    }
  }

  private static Set<String> held(ScanReport report) {
    return SplitPlan.of(report, 0.2, 1).validation().stream()
        .map(it -> PicturePaths.relative(report.folder(), it.file()))
        .collect(Collectors.toSet());
  }

  @Test
  void theNextRunOpensNoPictureThatIsKnown() throws IOException {
    Path archive = Zips.pack(classes(), folder.resolve("pictures.zip"));
    Path cache = folder.resolve("cache");
    ScanReport first;
    try (PictureSource source = open(archive)) {
      PictureIndex index = PictureIndex.open(cache, source.data());
      first = scan(source, index);
      DeepLook.look(first, index);
    }
    // What is packed is spoilt, what the directory tells of it is not.
    byte[] bytes = Files.readAllBytes(archive);
    int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    Arrays.fill(bytes, 0, directory, (byte) 0);
    Files.write(archive, bytes);

    try (PictureSource source = open(archive)) {
      PictureIndex index = PictureIndex.open(cache, source.data());
      ScanReport again = scan(source, index);
      assertThat(names(again)).isEqualTo(names(first));
      assertThat(DeepLook.look(again, index).scan().problems()).isEmpty();
      assertThat(scan(source).images()).isEmpty();
    }
  }

  @Test
  void anotherArchiveWithTheSameNamesIsAnother() {
    Path archive = folder.resolve("pictures.zip");
    Path cache = folder.resolve("cache");
    Map<String, byte[]> entries = new LinkedHashMap<>();
    byte[] picture = bytes(Pictures.png(folder.resolve("x.png"), 1));
    entries.put("a/1.png", picture);
    Zips.write(archive, StandardCharsets.UTF_8, entries);
    try (PictureSource source = open(archive)) {
      assertThat(scan(source, PictureIndex.open(cache, source.data())).images()).hasSize(1);
    }
    entries.put("a/1.png", new byte[picture.length]);
    Zips.write(archive, StandardCharsets.UTF_8, entries);
    try (PictureSource source = open(archive)) {
      assertThat(scan(source, PictureIndex.open(cache, source.data())).images()).isEmpty();
    }
  }

  private static byte[] bytes(Path file) {
    return PictureBytes.of(file).bytes();
  }

  @Test
  void aTableInAnArchiveNamesTheFilesBesideIt() {
    Path pictures = folder.resolve("pictures");
    Pictures.png(pictures.resolve("set/img/1.png"), 1);
    Pictures.png(pictures.resolve("set/img/2.png"), 2);
    Pictures.bytes(
        pictures.resolve("set/labels.csv"),
        "file;label\nimg/1.png;a\nimg/2;b\n../../../../etc/passwd;a\n/no.png;b\n"
            .getBytes(StandardCharsets.UTF_8));
    // A folder around everything, as archives often have it.
    Path archive = Zips.pack(pictures, folder.resolve("pictures.zip"));

    try (PictureSource source = open(archive)) {
      ScanReport report = scan(source);
      assertThat(report.classes()).containsExactly("a", "b");
      assertThat(names(report))
          .containsExactly(archive + "/set/img/1.png", archive + "/set/img/2.png");
      assertThat(report.problems())
          .extracting(ImageProblem::kind)
          .containsExactly(ProblemKind.MISSING, ProblemKind.MISSING);
      assertThat(report.problems())
          .allMatch(it -> PicturePaths.text(it.file()).startsWith(archive + "/"));
    }
  }

  @Test
  void foreignNamesAreHarmless() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      byte[] picture = bytes(Pictures.png(folder.resolve(i + ".png"), i));
      entries.put((i < 2 ? "a/" : "/b/") + i + ".png", picture);
      entries.put("__MACOSX/a/._" + i + ".png", picture);
      entries.put("c\\" + i + ".png", picture);
    }
    Path archive = Zips.write(folder.resolve("pictures.zip"), StandardCharsets.UTF_8, entries);

    try (PictureSource source = open(archive)) {
      ScanReport report = scan(source);
      assertThat(report.classes()).containsExactly("a", "b");
      assertThat(report.countsPerClass()).containsExactly(2, 2);
      assertThat(report.problems())
          .hasSize(4)
          .allMatch(it -> it.kind() == ProblemKind.OUTSIDE_CLASS);
    }
    refuses(
        Zips.pack(classes(), folder.resolve("back.zip"), name -> name.replace('/', '\\')),
        "was packed with backslashes in its names, which hide its folders: unpack it and pack it"
            + " again.");
    refuses(
        Zips.pack(classes(), folder.resolve("up.zip"), name -> "../" + name),
        "has names in it that lead out of it ('..'), so it is not opened.");
  }

  @Test
  void namesFromBeforeUnicodeAreRead() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("Äpfel/ü.png", bytes(Pictures.png(folder.resolve("1.png"), 1)));
    Path archive = Zips.write(folder.resolve("old.zip"), Charset.forName("IBM437"), entries);

    try (PictureSource source = open(archive)) {
      assertThat(names(scan(source))).containsExactly(archive + "/Äpfel/ü.png");
    }
  }

  private static void refuses(Path archive, String reason) {
    assertThatThrownBy(() -> open(archive).close())
        .isInstanceOf(BadDatasetException.class)
        .hasMessage("The archive " + archive + " " + reason);
  }

  @Test
  void whatIsNoSoundArchiveIsOneSentence() throws IOException {
    Path archive = Zips.pack(classes(), folder.resolve("pictures.zip"));
    byte[] sound = Files.readAllBytes(archive);

    refuses(folder.resolve("none.zip"), "does not exist.");
    for (int length : new int[] {0, 10, sound.length / 2, sound.length - 10}) {
      Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(sound, length));
      refuses(cut, "is damaged, or no ZIP file.");
    }
    refuses(
        Zips.declare(archive, FLAGS, 0x0008_0809L),
        "is protected with a password: unpack it first.");
  }

  @Test
  void bombsAreNotOpened() {
    Path archive = Zips.pack(classes(), folder.resolve("bomb.zip"));
    long times = 23 * 0xFFFF_FFF0L / PicturePaths.size(archive);

    refuses(
        Zips.declare(archive, SIZE, 0xFFFF_FFF0L),
        "would unpack to " + times + " times its size, so it is not opened.");
  }

  @Test
  void noMoreIsReadThanAnArchiveDeclares() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    byte[] picture = bytes(Pictures.jpeg(folder.resolve("1.jpg"), 1));
    entries.put("a/1.jpg", Arrays.copyOf(picture, 3_000_000));
    Path archive = Zips.write(folder.resolve("lie.zip"), StandardCharsets.UTF_8, entries);
    Zips.declare(archive, SIZE, picture.length - 20);

    try (PictureSource source = open(archive)) {
      Path file = source.data().resolve("a/1.jpg");
      assertThat(bytes(file)).isEqualTo(Arrays.copyOf(picture, picture.length - 20));
      DeepReport looked = DeepLook.look(scan(source), PictureIndex.inMemory(source.data()));
      assertThat(looked.scan().problems())
          .extracting(ImageProblem::kind)
          .containsExactly(ProblemKind.TRUNCATED);
    }
    // More than is kept of one picture, but no bomb.
    Zips.declare(archive, SIZE, (1L << 29) + 1);
    try (PictureSource source = open(archive)) {
      assertThat(scan(source).problems())
          .extracting(ImageProblem::kind)
          .containsExactly(ProblemKind.TOO_LARGE);
    }
  }

  @Test
  void aClosedArchiveCannotBeReadAndNothingBreaks() {
    Path archive = Zips.pack(classes(), folder.resolve("pictures.zip"));
    ScanReport report;
    try (PictureSource source = open(archive)) {
      report = scan(source);
    }
    PictureLoader loader = new PictureLoader(16, 16, Fit.STRETCH);
    assertThatThrownBy(() -> loader.load(report.images().get(0).file()))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageStartingWith(archive + "/cat/0.png: ");
    assertThat(PicturePaths.size(report.images().get(0).file())).isZero();
  }
}
