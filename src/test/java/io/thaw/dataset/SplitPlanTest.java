package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitPlanTest {
  @TempDir private Path folder;

  @Test
  void everyClassGivesAboutItsShareAndNoPictureIsLost() {
    Pictures.fill(folder.resolve("a"), 60);
    Pictures.fill(folder.resolve("b"), 11);
    Pictures.fill(folder.resolve("c"), 2);
    ScanReport report = ImageFolder.scan(folder);

    for (double fraction : new double[] {0.01, 0.2, 0.5, 0.8, 0.99}) {
      for (long seed = 0; seed < 20; seed++) {
        SplitPlan plan = SplitPlan.of(report, fraction, seed);
        for (int label = 0; label < 3; label++) {
          int available = report.countsPerClass()[label];
          assertThat((double) count(plan.validation(), label))
              .isBetween(
                  Math.max(1, 0.5 * fraction * available),
                  Math.max(1, Math.min(available - 1, 1.5 * fraction * available)));
          assertThat(count(plan.train(), label))
              .isBetween(
                  (long) Math.max(1, Math.ceil(0.5 * (1 - fraction) * available)), available - 1L);
        }
        Set<LabeledImage> all = new HashSet<>(plan.train());
        all.addAll(plan.validation());
        assertThat(all).hasSize(73).hasSize(plan.train().size() + plan.validation().size());
      }
    }
  }

  @Test
  void theSeedDecidesAndNothingElse() throws IOException {
    Pictures.fill(folder.resolve("one/a"), 30);
    Pictures.fill(folder.resolve("one/b"), 30);
    Path copy = folder.resolve("elsewhere");
    Files.move(folder.resolve("one"), copy);
    Set<String> here = held(copy, 1);
    Files.move(copy, folder.resolve("one"));

    assertThat(held(folder.resolve("one"), 1)).isEqualTo(here);
    assertThat(held(folder.resolve("one"), 2)).isNotEqualTo(here);
  }

  @Test
  void aPictureKeepsItsSideWhenOthersComeAndGoAndWhenItIsRenamed() throws IOException {
    for (long seed = 0; seed < 5; seed++) {
      Path root = folder.resolve("seed" + seed);
      Pictures.fill(root.resolve("a"), 150);
      Pictures.fill(root.resolve("b"), 150);
      Set<String> before = held(root, seed);

      Files.move(root.resolve("a/7.png"), root.resolve("a/renamed.png"));
      Files.delete(root.resolve("a/8.png"));
      for (int i = 0; i < 50; i++) {
        Pictures.png(root.resolve("b/new" + i + ".png"), 77_000 + i);
      }
      Set<String> after = held(root, seed);

      assertThat(after.contains("a/renamed.png")).isEqualTo(before.contains("a/7.png"));
      for (String name : List.of("a/", "b/")) {
        for (int i = 9; i < 150; i++) {
          String picture = name + i + ".png";
          assertThat(after.contains(picture)).isEqualTo(before.contains(picture));
        }
      }
      assertThat(after.stream().filter(it -> it.startsWith("b/new"))).isNotEmpty();
    }
  }

  @Test
  void picturesThatLookTheSameStayOnOneSide() {
    for (int i = 0; i < 30; i++) {
      Scenes.jpeg(folder.resolve("a/" + i + ".jpg"), i, 240, 0.95f);
      Scenes.jpeg(folder.resolve("b/" + i + ".jpg"), 100 + i, 240, 0.95f);
    }
    for (int i = 0; i < 8; i++) {
      Scenes.jpeg(folder.resolve("a/again" + i + ".jpg"), i, 150, 0.5f);
    }
    ScanReport report = ImageFolder.scan(folder);
    for (long seed = 0; seed < 20; seed++) {
      Set<String> held = names(SplitPlan.of(report, 0.3, seed).validation());
      for (int i = 0; i < 8; i++) {
        assertThat(held.contains("a/again" + i + ".jpg"))
            .isEqualTo(held.contains("a/" + i + ".jpg"));
      }
    }
  }

  @Test
  void aClassOfPicturesThatAllLookTheSameIsSplitAllTheSameAndSaidSo() {
    for (int i = 0; i < 10; i++) {
      Scenes.jpeg(folder.resolve("a/" + i + ".jpg"), 1, 200 + i, 0.9f);
      Scenes.jpeg(folder.resolve("b/" + i + ".jpg"), 100 + i, 240, 0.9f);
    }

    SplitPlan plan = SplitPlan.of(ImageFolder.scan(folder), 0.2, 1);

    assertThat(count(plan.validation(), 0)).isPositive();
    assertThat(plan.notices()).singleElement().asString().contains("class 'a' look so much");
  }

  @Test
  void copiesAcrossAGivenSplitAreSaid() throws IOException {
    for (int i = 0; i < 4; i++) {
      Scenes.jpeg(folder.resolve("train/a/" + i + ".jpg"), i, 240, 0.9f);
      Scenes.jpeg(folder.resolve("train/b/" + i + ".jpg"), 50 + i, 240, 0.9f);
      Scenes.jpeg(folder.resolve("val/a/" + i + ".jpg"), 20 + i, 240, 0.9f);
    }
    Files.copy(folder.resolve("train/a/1.jpg"), folder.resolve("val/a/same.jpg"));
    Scenes.jpeg(folder.resolve("val/a/alike.jpg"), 2, 180, 0.6f);

    PictureIndex index = PictureIndex.inMemory(folder);
    DeepReport report = DeepLook.look(ImageFolder.scan(folder), index);
    SplitPlan plan = SplitPlan.of(report, 0.2, 1, index);

    assertThat(plan.leaks(report)).isEqualTo(new Leaks(1, 1));
    assertThat(names(plan.validation())).contains("val/a/same.jpg", "val/a/alike.jpg");
    assertThat(plan.notices())
        .singleElement()
        .asString()
        .startsWith("1 pictures are on both sides of the folder's own split, and 1 more look");
  }

  @Test
  void copiesStayOnOneSideAlsoAcrossClasses() throws IOException {
    Pictures.fill(folder.resolve("a"), 20);
    Pictures.fill(folder.resolve("b"), 20);
    for (int i = 0; i < 8; i++) {
      Files.copy(folder.resolve("a/" + i + ".png"), folder.resolve("a/copy" + i + ".png"));
      Files.copy(folder.resolve("a/" + i + ".png"), folder.resolve("b/wrong" + i + ".png"));
    }
    ScanReport report = ImageFolder.scan(folder);
    for (long seed = 0; seed < 20; seed++) {
      Set<String> held = names(SplitPlan.of(report, 0.3, seed).validation());
      for (int i = 0; i < 8; i++) {
        boolean original = held.contains("a/" + i + ".png");
        assertThat(held.contains("a/copy" + i + ".png")).isEqualTo(original);
        assertThat(held.contains("b/wrong" + i + ".png")).isEqualTo(original);
      }
    }
  }

  @Test
  void aClassOfTwoPicturesInManyCopiesIsStillSplit() throws IOException {
    Pictures.fill(folder.resolve("a"), 2);
    Pictures.fill(folder.resolve("b"), 10);
    for (int i = 0; i < 6; i++) {
      Files.copy(folder.resolve("a/" + i % 2 + ".png"), folder.resolve("a/copy" + i + ".png"));
    }
    SplitPlan plan = SplitPlan.of(ImageFolder.scan(folder), 0.1, 1);
    assertThat(count(plan.validation(), 0)).isEqualTo(4);
    assertThat(count(plan.train(), 0)).isEqualTo(4);
  }

  @Test
  void aClassOfCopiesIsRefused() throws IOException {
    Pictures.fill(folder.resolve("a"), 1);
    Pictures.fill(folder.resolve("b"), 10);
    Files.copy(folder.resolve("a/0.png"), folder.resolve("a/1.png"));
    ScanReport report = ImageFolder.scan(folder);
    assertThatThrownBy(() -> SplitPlan.of(report, 0.2, 1))
        .isInstanceOf(BadDatasetException.class)
        .hasMessageContaining("'a' are copies of one picture");
  }

  @Test
  void aGivenSplitIsKept() {
    Pictures.fill(folder.resolve("train/a"), 4);
    Pictures.fill(folder.resolve("train/b"), 1);
    Pictures.fill(folder.resolve("val/a"), 9);
    SplitPlan plan = SplitPlan.of(ImageFolder.scan(folder), 0.5, 1);
    assertThat(names(plan.train())).hasSize(5).allMatch(name -> name.startsWith("train/"));
    assertThat(names(plan.validation())).hasSize(9).allMatch(name -> name.startsWith("val/"));
  }

  @Test
  void theShareMustLieBetweenNoneAndAll() {
    Pictures.fill(folder.resolve("a"), 2);
    Pictures.fill(folder.resolve("b"), 2);
    ScanReport report = ImageFolder.scan(folder);
    for (double fraction : new double[] {0, 1, -0.1, 1.5, Double.NaN}) {
      assertThatThrownBy(() -> SplitPlan.of(report, fraction, 1))
          .isInstanceOf(BadDatasetException.class)
          .hasMessageContaining("between 0 and 1");
    }
  }

  private static SplitPlan tested(ScanReport report, double test, long seed) {
    PictureIndex index = PictureIndex.inMemory(report.folder());
    return SplitPlan.of(DeepLook.look(report, index), 0.2, test, seed, index);
  }

  @Test
  void aTestIsTakenFromWhatIsLearnedFromOnly() throws IOException {
    Pictures.fill(folder.resolve("a"), 100);
    Pictures.fill(folder.resolve("b"), 40);
    long tested = 0;
    for (long seed = 0; seed < 5; seed++) {
      ScanReport report = ImageFolder.scan(folder);
      SplitPlan without = tested(report, 0, seed);
      SplitPlan plan = tested(report, 0.3, seed);

      assertThat(without.test()).isEmpty();
      assertThat(plan.validation()).isEqualTo(without.validation());
      assertThat(without.train()).containsAll(plan.train()).containsAll(plan.test());
      assertThat(plan.train()).hasSize(without.train().size() - plan.test().size());
      assertThat(plan.train()).doesNotContainAnyElementsOf(plan.test());
      assertThat(count(plan.test(), 0)).isBetween(15L, 45L);
      assertThat(count(plan.test(), 1)).isBetween(6L, 18L);
      // A larger test keeps the smaller one, as far as a class is not held to its share.
      assertThat(tested(report, 0.32, seed).test()).containsAll(plan.test());
      tested += count(plan.test(), 0);
    }
    assertThat(tested).isBetween(120L, 180L);
  }

  @Test
  void aPictureKeepsItsPlaceInTheTestWhenOthersComeAndGo() throws IOException {
    Pictures.fill(folder.resolve("a"), 150);
    Pictures.fill(folder.resolve("b"), 150);
    Set<String> before = names(tested(ImageFolder.scan(folder), 0.2, 1).test());
    Files.delete(folder.resolve("a/8.png"));
    for (int i = 0; i < 50; i++) {
      Pictures.png(folder.resolve("b/new" + i + ".png"), 77_000 + i);
    }
    Set<String> after = names(tested(ImageFolder.scan(folder), 0.2, 1).test());

    before.remove("a/8.png");
    assertThat(after.stream().filter(it -> !it.startsWith("b/new"))).hasSameElementsAs(before);
  }

  @Test
  void picturesThatLookTheSameAreNotBothLearnedFromAndTestedWith() {
    for (int i = 0; i < 20; i++) {
      Scenes.jpeg(folder.resolve("a/" + i + ".jpg"), i, 240, 0.95f);
      Scenes.jpeg(folder.resolve("b/" + i + ".jpg"), 100 + i, 240, 0.95f);
      if (i < 8) {
        Scenes.jpeg(folder.resolve("a/again" + i + ".jpg"), i, 150, 0.5f);
      }
    }
    ScanReport report = ImageFolder.scan(folder);
    int together = 0;
    for (long seed = 0; seed < 10; seed++) {
      Set<String> test = names(tested(report, 0.3, seed).test());
      for (int i = 0; i < 8; i++) {
        assertThat(test.contains("a/again" + i + ".jpg"))
            .isEqualTo(test.contains("a/" + i + ".jpg"));
        together += test.contains("a/" + i + ".jpg") ? 1 : 0;
      }
    }
    assertThat(together).isPositive();
  }

  @Test
  void aClassTooSmallForATestIsTold() {
    Pictures.fill(folder.resolve("a"), 2);
    Pictures.fill(folder.resolve("b"), 9);

    SplitPlan plan = tested(ImageFolder.scan(folder), 0.2, 1);

    assertThat(count(plan.train(), 0)).isEqualTo(1);
    assertThat(count(plan.test(), 1)).isPositive();
    assertThat(plan.notices())
        .containsExactly(
            "Class 'a' has too few different pictures for some to be kept for the test.");
    assertThatThrownBy(() -> tested(ImageFolder.scan(folder), 0.8, 1))
        .isInstanceOf(BadDatasetException.class)
        .hasMessageContaining("must leave some to learn from");
  }

  private Set<String> held(Path root, long seed) {
    return SplitPlan.of(ImageFolder.scan(root), 0.2, seed).validation().stream()
        .map(image -> PicturePaths.relative(root, image.file()))
        .collect(Collectors.toSet());
  }

  private Set<String> names(List<LabeledImage> images) {
    return images.stream()
        .map(image -> PicturePaths.relative(folder, image.file()))
        .collect(Collectors.toSet());
  }

  private static long count(List<LabeledImage> images, int label) {
    return images.stream().filter(image -> image.label() == label).count();
  }
}
