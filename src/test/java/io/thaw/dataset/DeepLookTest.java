package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepLookTest {
  @TempDir private Path folder;
  @TempDir private Path cache;

  @BeforeEach
  void draw() {
    for (int i = 0; i < 21; i++) {
      Scenes.jpeg(folder.resolve("cups/" + i + ".jpg"), i, 120, 0.9f);
      Scenes.jpeg(folder.resolve("jugs/" + i + ".jpg"), 50 + i, 120, 0.9f);
    }
  }

  private DeepReport look() {
    return DeepLook.look(ImageFolder.scan(folder), PictureIndex.inMemory(folder));
  }

  private List<String> remarks(RemarkKind kind) {
    return look().remarks().stream()
        .filter(remark -> remark.kind() == kind)
        .map(remark -> names(remark) + ": " + remark.sentence())
        .toList();
  }

  private List<String> names(Remark remark) {
    return remark.files().stream().map(file -> PicturePaths.relative(folder, file)).toList();
  }

  private void copy(String from, String to) throws IOException {
    Files.createDirectories(folder.resolve(to).getParent());
    Files.copy(folder.resolve(from), folder.resolve(to));
  }

  @Test
  void nothingIsSaidOfDifferentPictures() {
    assertThat(look().remarks()).isEmpty();
  }

  @Test
  void copiesInAClassAndAcrossClassesAreToldApart() throws IOException {
    copy("cups/1.jpg", "cups/one.jpg");
    copy("cups/2.jpg", "jugs/two.jpg");

    assertThat(remarks(RemarkKind.COPIES))
        .containsExactly(
            "[cups/1.jpg, cups/one.jpg]: cups/1.jpg and cups/one.jpg are the same file.");
    assertThat(remarks(RemarkKind.LABEL_CONFLICT))
        .containsExactly(
            "[cups/2.jpg, jugs/two.jpg]: cups/2.jpg and jugs/two.jpg are the same file, filed under"
                + " 'cups' and 'jugs'; it can only be one of them.");
    assertThat(look().remarks().get(0).kind()).isEqualTo(RemarkKind.LABEL_CONFLICT);
  }

  @Test
  void picturesThatWereSavedAgainLookTheSame() throws IOException {
    Scenes.jpeg(folder.resolve("cups/smaller.jpg"), 3, 64, 0.9f);
    Scenes.jpeg(folder.resolve("cups/worse.jpg"), 4, 120, 0.3f);
    Scenes.jpeg(folder.resolve("jugs/darker.jpg"), darker(5), 0.9f);
    copy("cups/3.jpg", "cups/three.jpg");

    assertThat(remarks(RemarkKind.NEAR_COPIES))
        .satisfiesExactly(
            it -> assertThat(it).startsWith("[cups/3.jpg, cups/three.jpg, cups/smaller.jpg]: "),
            it -> assertThat(it).startsWith("[cups/4.jpg, cups/worse.jpg]: "));
    assertThat(remarks(RemarkKind.NEAR_LABEL_CONFLICT))
        .singleElement()
        .asString()
        .startsWith("[cups/5.jpg, jugs/darker.jpg]: cups/5.jpg and jugs/darker.jpg look the same");
  }

  private static BufferedImage darker(int seed) {
    BufferedImage image = Scenes.draw(seed, 160, 120);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(0, 0, 0, 10));
    graphics.fillRect(0, 0, 160, 120);
    graphics.dispose();
    return image;
  }

  /** Shape alone does not make pictures the same: fruit of one shape differs in colour. */
  @Test
  void otherColoursAreAnotherPicture() {
    for (int i = 0; i < 2; i++) {
      BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.setColor(i == 0 ? new Color(200, 0, 0) : new Color(60, 60, 60));
      graphics.fillOval(20, 20, 60, 60);
      graphics.dispose();
      Scenes.jpeg(folder.resolve("cups/disc" + i + ".jpg"), image, 0.9f);
    }

    assertThat(look().remarks()).isEmpty();
  }

  @Test
  void oddPicturesAndClassesAreNamed() {
    Scenes.jpeg(folder.resolve("cups/tiny.jpg"), 90, 20, 0.9f);
    Scenes.jpeg(folder.resolve("cups/strip.jpg"), Scenes.draw(91, 400, 60), 0.9f);
    Scenes.jpeg(
        folder.resolve("cups/blank.jpg"),
        new BufferedImage(90, 80, BufferedImage.TYPE_INT_RGB),
        0.9f);
    for (int i = 0; i < 2; i++) {
      Scenes.jpeg(folder.resolve("Cups /" + i + ".jpg"), 95 + i, 120, 0.9f);
    }

    assertThat(remarks(RemarkKind.TINY))
        .containsExactly("[cups/tiny.jpg]: cups/tiny.jpg is very small: 26 x 20 pixels.");
    assertThat(remarks(RemarkKind.EXTREME_ASPECT))
        .containsExactly("[cups/strip.jpg]: cups/strip.jpg is a strip: 400 x 60 pixels.");
    assertThat(remarks(RemarkKind.BLANK))
        .containsExactly("[cups/blank.jpg]: cups/blank.jpg shows one colour only.");
    assertThat(remarks(RemarkKind.SIMILAR_CLASS_NAMES))
        .singleElement()
        .asString()
        .contains("'Cups '");
    assertThat(remarks(RemarkKind.IMBALANCE))
        .singleElement()
        .asString()
        .contains("Class 'cups' has 24 pictures and class 'Cups ' only 2");
    assertThat(remarks(RemarkKind.FEW_PICTURES))
        .singleElement()
        .asString()
        .contains("Class 'Cups ' has fewer than 20 pictures");
  }

  @Test
  void whatCannotBeDecodedIsFoundAndRememberedForTheNextScan() throws IOException {
    Path broken = folder.resolve("jugs/broken.jpg");
    byte[] whole = Files.readAllBytes(folder.resolve("jugs/0.jpg"));
    Files.write(broken, Arrays.copyOf(whole, whole.length / 2));
    settle();
    PictureIndex index = PictureIndex.open(cache, folder);
    ScanReport first = ImageFolder.scan(folder, files -> {}, () -> false, index);
    assertThat(first.images()).hasSize(43);

    DeepReport deep = DeepLook.look(first, index);

    assertThat(deep.scan().images()).hasSize(42);
    assertThat(deep.scan().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo(broken);
              assertThat(problem.kind()).isEqualTo(ProblemKind.TRUNCATED);
            });
    ScanReport second =
        ImageFolder.scan(folder, files -> {}, () -> false, PictureIndex.open(cache, folder));
    assertThat(second).isEqualTo(deep.scan());
  }

  @Test
  void onlyTheCutShortPictureThatIsWantedIsUsed() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("jugs/0.jpg"));
    for (String name : List.of("wanted", "other")) {
      Files.write(
          folder.resolve("jugs/" + name + ".jpg"),
          Arrays.copyOf(whole, whole.length / 2 - name.length()));
    }
    DatasetEdits edits = DatasetEdits.NONE.include(List.of("jugs/wanted.jpg"));
    settle();

    for (int i = 0; i < 2; i++) {
      PictureIndex index = PictureIndex.open(cache, folder);
      ScanReport first = edits.apply(ImageFolder.scan(folder, files -> {}, () -> false, index));
      DeepReport deep = DeepLook.look(first, index);

      assertThat(deep.scan().images())
          .extracting(LabeledImage::file)
          .hasSize(43)
          .contains(folder.resolve("jugs/wanted.jpg"));
      assertThat(deep.scan().problems())
          .singleElement()
          .satisfies(it -> assertThat(it.file()).isEqualTo(folder.resolve("jugs/other.jpg")));
    }
  }

  @Test
  void allCutShortPicturesAreUsedAsFarAsThereIsSomethingToSee() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("jugs/0.jpg"));
    Files.write(folder.resolve("jugs/half.jpg"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.resolve("jugs/stump.jpg"), Arrays.copyOf(whole, 300));
    settle();

    DeepReport accepting = lookAccepting(true);
    assertThat(accepting.scan().countsPerClass()).containsExactly(21, 22);
    assertThat(accepting.scan().images().stream().filter(LabeledImage::partial))
        .singleElement()
        .satisfies(it -> assertThat(it.file()).isEqualTo(folder.resolve("jugs/half.jpg")));
    assertThat(accepting.scan().notes())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(ProblemKind.TRUNCATED))
        .satisfies(it -> assertThat(it.file()).isEqualTo(folder.resolve("jugs/half.jpg")));
    assertThat(accepting.scan().problems())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(ProblemKind.DAMAGED))
        .satisfies(it -> assertThat(it.file()).isEqualTo(folder.resolve("jugs/stump.jpg")));

    assertThat(lookAccepting(false).scan().problems())
        .extracting(ImageProblem::kind)
        .containsExactly(ProblemKind.TRUNCATED, ProblemKind.TRUNCATED);
    assertThat(lookAccepting(true)).isEqualTo(accepting);
  }

  /** With what is remembered, as a run and a check do. */
  private DeepReport lookAccepting(boolean accept) {
    PictureIndex index = PictureIndex.open(cache, folder);
    DatasetEdits edits = DatasetEdits.NONE.acceptTruncated(accept);
    ScanReport first = edits.apply(ImageFolder.scan(folder, files -> {}, () -> false, index));
    return DeepLook.look(first, index, accept, (done, all) -> {}, () -> false);
  }

  @Test
  void whatIsKnownIsNotDecodedAgain() throws IOException {
    copy("cups/1.jpg", "cups/one.jpg");
    settle();
    PictureIndex index = PictureIndex.open(cache, folder);
    DeepReport first = DeepLook.look(ImageFolder.scan(folder), index);
    for (LabeledImage image : first.scan().images()) {
      FileTime time = Files.getLastModifiedTime(image.file());
      Files.write(image.file(), new byte[(int) Files.size(image.file())]);
      Files.setLastModifiedTime(image.file(), time);
    }

    PictureIndex again = PictureIndex.open(cache, folder);
    assertThat(DeepLook.look(first.scan(), again)).isEqualTo(first);
  }

  @Test
  void tellsHowFarItIsAndStopsWhenAsked() {
    List<Integer> told = new ArrayList<>();
    ScanReport report = ImageFolder.scan(folder);
    PictureIndex index = PictureIndex.inMemory(folder);

    assertThatThrownBy(
            () ->
                DeepLook.look(
                    report, index, false, (done, all) -> told.add(done), () -> told.size() > 4))
        .isInstanceOf(CancellationException.class);
    assertThat(told).containsExactly(1, 2, 3, 4, 5);
  }

  /** Files that were just written are not remembered: they might change within the clock's tick. */
  private void settle() throws IOException {
    for (LabeledImage image : ImageFolder.scan(folder).images()) {
      Files.setLastModifiedTime(image.file(), FileTime.fromMillis(1_600_000_000_000L));
    }
  }
}
