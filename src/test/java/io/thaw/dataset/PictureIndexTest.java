package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureIndexTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-05-04T03:02:01Z"));
  private static final FileTime LATER = FileTime.from(Instant.parse("2020-05-04T03:02:02Z"));

  @TempDir private Path temporary;
  private Path folder;
  private Path cache;
  private Path picture;

  @BeforeEach
  void fill() throws IOException {
    folder = temporary.resolve("pictures");
    cache = temporary.resolve("cache/pictures");
    Pictures.fill(folder.resolve("a"), 3);
    Pictures.fill(folder.resolve("b"), 2);
    Pictures.bytes(folder.resolve("b/note.txt"), "no picture".getBytes());
    picture = folder.resolve("a/1.png");
    age();
  }

  private void age() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, LONG_AGO);
      }
    }
  }

  private ScanReport scan() {
    return ImageFolder.scan(folder, seen -> {}, () -> false, PictureIndex.open(cache, folder));
  }

  private byte[] hash() {
    PictureIndex index = PictureIndex.open(cache, folder);
    byte[] hash = index.contentHash(picture).orElseThrow();
    index.save();
    return hash;
  }

  /** Makes the picture unusable without its size or its time telling. */
  private void spoilUnnoticed() throws IOException {
    Files.write(picture, new byte[(int) Files.size(picture)]);
    Files.setLastModifiedTime(picture, LONG_AGO);
  }

  /** Also the documented limit: size and time are all that is compared. */
  @Test
  void unchangedFilesAreNotOpenedAgain() throws IOException {
    ScanReport first = scan();
    byte[] hash = hash();
    spoilUnnoticed();
    assertThat(scan()).isEqualTo(first);
    assertThat(hash()).isEqualTo(hash);
    assertThat(ImageFolder.scan(folder).countsPerClass()).containsExactly(2, 2);
  }

  @Test
  void problemsAreRememberedToo() throws IOException {
    ScanReport first = scan();
    assertThat(first.problems()).hasSize(1);
    Path note = folder.resolve("b/note.txt");
    byte[] png = Files.readAllBytes(picture);
    Files.write(note, Arrays.copyOf(png, (int) Files.size(note)));
    Files.setLastModifiedTime(note, LONG_AGO);
    assertThat(scan().problems()).isEqualTo(first.problems());
  }

  @Test
  void touchedAndGrownFilesAreLookedAtAgain() throws IOException {
    scan();
    byte[] hash = hash();
    spoilUnnoticed();
    Files.setLastModifiedTime(picture, LATER);
    assertThat(scan().countsPerClass()).containsExactly(2, 2);
    assertThat(hash()).isNotEqualTo(hash);

    Path other = folder.resolve("a/2.png");
    Files.write(other, new byte[(int) Files.size(other) + 1]);
    Files.setLastModifiedTime(other, LONG_AGO);
    assertThat(scan().countsPerClass()).containsExactly(1, 2);
  }

  @Test
  void removedRenamedAndReplacedFilesAreNoticed() throws IOException {
    scan();
    Files.delete(folder.resolve("a/0.png"));
    Files.move(picture, folder.resolve("b/moved.png"));
    assertThat(scan().countsPerClass()).containsExactly(1, 3);

    Path replacement = Pictures.bytes(temporary.resolve("x"), new byte[10]);
    Files.setLastModifiedTime(replacement, LONG_AGO);
    Files.move(
        replacement, folder.resolve("a/2.png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(scan().countsPerClass()).containsExactly(0, 3);
  }

  @Test
  void whatHasJustChangedIsNotTrusted() throws IOException {
    FileTime soon = FileTime.from(Instant.now().plusSeconds(60));
    Files.setLastModifiedTime(picture, soon);
    scan();
    byte[] hash = hash();
    Files.write(picture, new byte[(int) Files.size(picture)]);
    Files.setLastModifiedTime(picture, soon);
    assertThat(scan().countsPerClass()).containsExactly(2, 2);
    assertThat(hash()).isNotEqualTo(hash);
  }

  @Test
  void aDamagedForeignOrNewerIndexIsIgnored() throws IOException {
    scan();
    Path file = onlyFile();
    byte[] sound = Files.readAllBytes(file);
    spoilUnnoticed();
    assertThat(scan().countsPerClass()).containsExactly(3, 2);

    for (int length : new int[] {0, 3, 20, sound.length - 1}) {
      assertIgnored(file, Arrays.copyOf(sound, length));
    }
    for (int at = 0; at < sound.length; at += 7) {
      byte[] damaged = sound.clone();
      damaged[at] ^= 1;
      assertIgnored(file, damaged);
    }
    String root = folder.toAbsolutePath().toString();
    IndexFile.write(
        file, root + "/other", Reading.DEFAULT, IndexFile.read(file, root, Reading.DEFAULT));
    assertThat(IndexFile.read(file, root, Reading.DEFAULT)).isEmpty();
  }

  private void assertIgnored(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    assertThat(IndexFile.read(file, folder.toAbsolutePath().toString(), Reading.DEFAULT)).isEmpty();
  }

  @Test
  void anotherVersionIsIgnoredAlthoughItsSumIsRight() throws IOException {
    scan();
    Path file = onlyFile();
    byte[] bytes = Files.readAllBytes(file);
    java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
    buffer.putInt(4, IndexFile.VERSION + 1);
    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
    sum.update(bytes, 0, bytes.length - 8);
    buffer.putLong(bytes.length - 8, sum.getValue());
    assertIgnored(file, bytes);
  }

  @Test
  void aCacheThatCannotBeWrittenFailsNothing() throws IOException {
    cache = Pictures.bytes(temporary.resolve("file"), new byte[1]).resolve("below");
    assertThat(scan().countsPerClass()).containsExactly(3, 2);
    assertThat(hash()).hasSize(32);
  }

  @Test
  void nothingButTheIndexIsLeftInTheCache() throws IOException {
    scan();
    hash();
    scan();
    assertThat(onlyFile().getFileName().toString()).matches("[0-9a-f]{64}\\.idx");
  }

  @Test
  void whatIsGoneIsForgotten() throws IOException {
    scan();
    long before = Files.size(onlyFile());
    Files.delete(picture);
    scan();
    assertThat(Files.size(onlyFile())).isLessThan(before);
  }

  @Test
  void manyWritersAndReadersDoNoHarm() throws Exception {
    ScanReport expected = scan();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<ScanReport>> scans =
          IntStream.range(0, 24)
              .<Callable<ScanReport>>mapToObj(
                  i ->
                      () -> {
                        PictureIndex index = PictureIndex.open(cache, folder);
                        index.contentHash(folder.resolve("a/" + i % 3 + ".png"));
                        index.save();
                        return scan();
                      })
              .toList();
      for (Future<ScanReport> scan : threads.invokeAll(scans)) {
        assertThat(scan.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(IndexFile.read(onlyFile(), folder.toAbsolutePath().toString(), Reading.DEFAULT))
        .hasSize(6);
  }

  /** Copies are found by the remembered hashes; no file is read for them again. */
  @Test
  void theSplitUsesTheHashes() throws IOException {
    Path copy = folder.resolve("a/copy.png");
    Files.copy(picture, copy);
    age();
    DeepReport report = DeepLook.look(scan(), PictureIndex.open(cache, folder));
    SplitPlan plan = SplitPlan.of(report, 0.3, 1, PictureIndex.open(cache, folder));
    spoilUnnoticed();
    PictureIndex index = PictureIndex.open(cache, folder);
    assertThat(index.contentHash(picture))
        .hasValueSatisfying(hash -> assertThat(index.contentHash(copy)).hasValue(hash));
    assertThat(SplitPlan.of(report, 0.3, 1, index)).isEqualTo(plan);
  }

  @Test
  void aMissingFileHasNoHash() {
    assertThat(PictureIndex.inMemory(folder).contentHash(folder.resolve("none.png"))).isEmpty();
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }
}
