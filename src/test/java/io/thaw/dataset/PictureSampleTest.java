package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureSampleTest {
  @TempDir private Path folder;

  private PictureSample sample(int most, long seed) {
    return PictureSample.of(ImageFolder.scan(folder), most, seed, PictureIndex.inMemory(folder));
  }

  private static long count(PictureSample sample, int label) {
    return sample.images().stream().filter(image -> image.label() == label).count();
  }

  @Test
  void everyClassGivesItsShareButAtLeastTwo() {
    Pictures.fill(folder.resolve("a"), 60);
    Pictures.fill(folder.resolve("b"), 30);
    Pictures.fill(folder.resolve("c"), 3);

    PictureSample sample = sample(31, 1);

    assertThat(sample.images()).hasSize(31).doesNotHaveDuplicates();
    assertThat(count(sample, 0)).isEqualTo(19);
    assertThat(count(sample, 1)).isEqualTo(10);
    assertThat(count(sample, 2)).isEqualTo(2);
    assertThat(sample(1000, 1).images()).hasSize(93);
    assertThat(sample(6, 1).images()).hasSize(6);
  }

  @Test
  void theSeedDecides() {
    Pictures.fill(folder.resolve("a"), 20);
    Pictures.fill(folder.resolve("b"), 20);

    assertThat(sample(10, 1)).isEqualTo(sample(10, 1)).isNotEqualTo(sample(10, 2));
  }

  @Test
  void sharesAddUp() {
    int[] counts = {2, 3, 5, 50};
    for (int most = 8; most <= 60; most++) {
      int[] shares = PictureSample.shares(counts, most);
      assertThat(IntStream.of(shares).sum()).isEqualTo(most);
      for (int i = 0; i < counts.length; i++) {
        assertThat(shares[i]).isBetween(2, counts[i]);
      }
    }
  }

  @Test
  void copiesAreUsedOnceWhateverTheirClass() throws IOException {
    Pictures.fill(folder.resolve("a"), 4);
    Pictures.fill(folder.resolve("b"), 4);
    Files.copy(folder.resolve("a/0.png"), folder.resolve("a/again.png"));
    Files.copy(folder.resolve("a/1.png"), folder.resolve("b/wrong.png"));

    PictureSample sample = sample(100, 1);

    assertThat(sample.copies()).isEqualTo(2);
    assertThat(sample.images()).hasSize(8);
    assertThat(sample.images().stream().filter(it -> isOneOf(it, "a/0.png", "a/again.png")))
        .hasSize(1);
    assertThat(sample.images().stream().filter(it -> isOneOf(it, "a/1.png", "b/wrong.png")))
        .hasSize(1);
  }

  private static boolean isOneOf(LabeledImage image, String first, String second) {
    return image.file().endsWith(first) || image.file().endsWith(second);
  }

  @Test
  void picturesToCheckWithAreNotTouched() {
    Pictures.fill(folder.resolve("train/a"), 5);
    Pictures.fill(folder.resolve("train/b"), 5);
    Pictures.fill(folder.resolve("val/a"), 5);
    Pictures.fill(folder.resolve("val/b"), 5);

    assertThat(sample(100, 1).images()).hasSize(10).allMatch(image -> image.side() == Side.TRAIN);
  }

  @Test
  void whatIsTooLittleIsRefused() throws IOException {
    Pictures.fill(folder.resolve("a"), 5);
    Pictures.fill(folder.resolve("b"), 1);
    Files.copy(folder.resolve("b/0.png"), folder.resolve("b/1.png"));

    assertThatThrownBy(() -> sample(100, 1))
        .isInstanceOf(BadDatasetException.class)
        .hasMessage(
            "Class 'b' has fewer than two different pictures to learn from; each class needs at least two.");
    assertThatThrownBy(() -> sample(3, 1))
        .isInstanceOf(BadDatasetException.class)
        .hasMessageContaining("at least 4");
    Files.delete(folder.resolve("b/1.png"));
    assertThatThrownBy(() -> sample(100, 1))
        .isInstanceOf(BadDatasetException.class)
        .hasMessageContaining("'b'");
  }
}
