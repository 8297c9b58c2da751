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
  void everyClassGivesItsShareAndNoPictureIsLost() {
    Pictures.fill(folder.resolve("a"), 30);
    Pictures.fill(folder.resolve("b"), 11);
    Pictures.fill(folder.resolve("c"), 2);
    ScanReport report = ImageFolder.scan(folder);

    for (double fraction : new double[] {0.01, 0.2, 0.5, 0.8, 0.99}) {
      SplitPlan plan = SplitPlan.of(report, fraction, 5);
      for (int label = 0; label < 3; label++) {
        int available = report.countsPerClass()[label];
        long wanted = Math.max(1, Math.min(available - 1, Math.round(fraction * available)));
        assertThat(count(plan.validation(), label)).isEqualTo(wanted);
        assertThat(count(plan.train(), label)).isEqualTo(available - wanted);
      }
      Set<LabeledImage> all = new HashSet<>(plan.train());
      all.addAll(plan.validation());
      assertThat(all).hasSize(43);
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
  void addingPicturesHardlyMovesTheOthers() {
    Pictures.fill(folder.resolve("a"), 50);
    Pictures.fill(folder.resolve("b"), 50);
    Set<String> before = held(folder, 3);

    Pictures.png(folder.resolve("a/new.png"), 99);
    Set<String> after = held(folder, 3);

    Set<String> moved = new HashSet<>(before);
    moved.removeAll(after);
    assertThat(moved).hasSizeLessThanOrEqualTo(1);
    assertThat(after.stream().filter(name -> name.startsWith("b/")).toList())
        .containsExactlyInAnyOrderElementsOf(
            before.stream().filter(name -> name.startsWith("b/")).toList());
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

  private Set<String> held(Path root, long seed) {
    return SplitPlan.of(ImageFolder.scan(root), 0.2, seed).validation().stream()
        .map(image -> Names.relative(root, image.file()))
        .collect(Collectors.toSet());
  }

  private Set<String> names(List<LabeledImage> images) {
    return images.stream()
        .map(image -> Names.relative(folder, image.file()))
        .collect(Collectors.toSet());
  }

  private static long count(List<LabeledImage> images, int label) {
    return images.stream().filter(image -> image.label() == label).count();
  }
}
