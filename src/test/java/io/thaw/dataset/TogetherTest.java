package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of pictures that the user keeps on one side of the split. */
class TogetherTest {
  @TempDir private Path folder;

  private DeepReport look(DatasetEdits edits, PictureIndex index) {
    return DeepLook.look(edits.apply(ImageFolder.scan(folder)), index);
  }

  private static DatasetEdits keeping(Collection<List<String>> groups) {
    return DatasetEdits.NONE.keepTogether(groups);
  }

  private Map<String, Side> sides(SplitPlan plan) {
    Map<String, Side> sides = new HashMap<>();
    plan.train().forEach(it -> sides.put(DatasetEdits.path(folder, it.file()), Side.TRAIN));
    plan.validation()
        .forEach(it -> sides.put(DatasetEdits.path(folder, it.file()), Side.VALIDATION));
    plan.test().forEach(it -> sides.put(DatasetEdits.path(folder, it.file()), Side.TEST));
    return sides;
  }

  private static List<List<String>> groups(List<String> names, Random random) {
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, random);
    List<List<String>> groups = new ArrayList<>();
    int at = 0;
    for (int i = random.nextInt(12); i > 0; i--) {
      int size = 2 + random.nextInt(5);
      groups.add(shuffled.subList(at, at + size));
      at += size;
    }
    return groups;
  }

  @Test
  void noGroupIsEverOnTwoSides() {
    Pictures.fill(folder.resolve("a"), 60);
    Pictures.fill(folder.resolve("b"), 60);
    for (int i = 0; i < 6; i++) {
      Scenes.jpeg(folder.resolve("a/scene" + i + ".jpg"), i, 200, 0.9f);
      Scenes.jpeg(folder.resolve("b/again" + i + ".jpg"), i, 150, 0.6f);
    }
    PictureIndex index = PictureIndex.inMemory(folder);
    List<String> names =
        ImageFolder.scan(folder).images().stream()
            .map(it -> DatasetEdits.path(folder, it.file()))
            .toList();
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<List<String>> groups = groups(names, random);
      double test = seed % 3 == 0 ? 0.2 : 0;
      DeepReport report = look(keeping(groups), index);
      SplitPlan plan = SplitPlan.of(report, 0.1 + 0.4 * random.nextDouble(), test, seed, index);
      Map<String, Side> sides = sides(plan);

      assertThat(sides).hasSize(names.size());
      for (List<String> group : groups) {
        assertThat(group.stream().map(sides::get).distinct()).as("seed %d", seed).hasSize(1);
      }
      for (int i = 0; i < 6; i++) {
        assertThat(sides.get("a/scene" + i + ".jpg")).isEqualTo(sides.get("b/again" + i + ".jpg"));
      }
      assertThat(plan.leaks(report)).isEqualTo(new Leaks(0, 0, 0));
      assertThat(plan.notices())
          .hasSize(groups.isEmpty() ? 0 : 1)
          .allMatch(it -> it.contains("as you decided"));
    }
  }

  @Test
  void withoutGroupsNothingMoves() {
    Pictures.fill(folder.resolve("a"), 40);
    Pictures.fill(folder.resolve("b"), 40);
    PictureIndex index = PictureIndex.inMemory(folder);
    Map<String, Side> before = sides(SplitPlan.of(look(DatasetEdits.NONE, index), 0.2, 1, index));

    Map<String, Side> after =
        sides(
            SplitPlan.of(
                look(keeping(List.of(List.of("a/1.png", "a/none.png"))), index), 0.2, 1, index));

    assertThat(after).isEqualTo(before);
  }

  @Test
  void aClassThatIsKeptAsAWholeCannotBeSplitAndThatIsSaid() {
    Pictures.fill(folder.resolve("a"), 6);
    Pictures.fill(folder.resolve("b"), 20);
    List<String> all = IntStream.range(0, 6).mapToObj(i -> "a/" + i + ".png").toList();
    PictureIndex index = PictureIndex.inMemory(folder);
    DeepReport report = look(keeping(List.of(all)), index);

    assertThatThrownBy(() -> SplitPlan.of(report, 0.2, 1, index))
        .isInstanceOf(BadDatasetException.class)
        .hasMessageStartingWith("Nearly all pictures of class 'a' are kept on one side");
  }

  @Test
  void aSplitThatTheFolderGivesIsKeptAndThatIsSaid() {
    for (String name : List.of("train/a", "train/b", "val/a", "val/b")) {
      Pictures.fill(folder.resolve(name), 5);
    }
    PictureIndex index = PictureIndex.inMemory(folder);
    DeepReport report =
        look(
            keeping(
                List.of(
                    List.of("train/a/1.png", "val/a/2.png"),
                    List.of("train/b/1.png", "train/b/2.png"))),
            index);

    SplitPlan plan = SplitPlan.of(report, 0.2, 1, index);

    assertThat(plan.validation()).hasSize(10);
    assertThat(plan.leaks(report).together()).isEqualTo(1);
    assertThat(plan.leaks(report).none()).isFalse();
    assertThat(plan.notices()).anyMatch(it -> it.contains("so that 1 of the groups"));
  }

  @Test
  void groupsWithAPictureInCommonAreOneAndLoneOnesNone() {
    DatasetEdits edits =
        keeping(List.of(List.of("d", "c"), List.of("b", "a"), List.of("x"), List.of("c", "e")))
            .keepTogether(List.of(List.of("a", "f")));

    assertThat(edits.together()).containsExactly(List.of("a", "b", "f"), List.of("c", "d", "e"));
    assertThat(edits.separate(List.of("b", "c", "d")).together())
        .containsExactly(List.of("a", "f"));
    assertThat(edits.clear(List.of("a", "b")).together()).containsExactly(List.of("c", "d", "e"));
    assertThat(edits.exclude(List.of("a")).readmit(List.of("a"))).isEqualTo(edits);
    assertThat(edits.none()).isFalse();
    assertThat(keeping(List.of(List.of("x")))).isEqualTo(DatasetEdits.NONE);
  }

  @Test
  void whatIsLeftOutOrCannotBeDecodedIsKeptWithNothing() throws IOException {
    Pictures.fill(folder.resolve("a"), 10);
    Pictures.fill(folder.resolve("b"), 10);
    byte[] half = Files.readAllBytes(folder.resolve("a/4.png"));
    half[half.length / 2] ^= 0x55;
    Files.write(folder.resolve("a/4.png"), half);
    DatasetEdits edits =
        keeping(
                List.of(
                    List.of("a/1.png", "a/2.png", "a/3.png"),
                    List.of("a/4.png", "a/5.png"),
                    List.of("b/1.png", "b/2.png")))
            .exclude(List.of("a/3.png", "b/2.png"));

    ScanReport scan = look(edits, PictureIndex.inMemory(folder)).scan();

    assertThat(scan.problems()).hasSize(3);
    assertThat(scan.together())
        .containsExactly(List.of(folder.resolve("a/1.png"), folder.resolve("a/2.png")));
  }

  @Test
  void familiesOfANetworkTakeInWhatAlreadyBelongsTogether() throws IOException {
    Pictures.fill(folder.resolve("a"), 10);
    Pictures.fill(folder.resolve("b"), 10);
    Files.copy(folder.resolve("a/1.png"), folder.resolve("a/copy.png"));
    Files.copy(folder.resolve("b/1.png"), folder.resolve("b/copy.png"));
    PictureIndex index = PictureIndex.inMemory(folder);
    DeepReport report = look(keeping(List.of(List.of("b/5.png", "b/6.png"))), index);
    List<Path> copies = List.of(folder.resolve("b/1.png"), folder.resolve("b/copy.png"));
    List<Path> across = List.of(folder.resolve("a/copy.png"), folder.resolve("b/3.png"));
    List<Path> kept = List.of(folder.resolve("b/5.png"), folder.resolve("b/6.png"));

    List<List<Path>> families = GroupRemarks.families(report, List.of(copies, across, kept));
    List<Remark> remarks = GroupRemarks.alike(report.scan(), families);

    assertThat(families)
        .containsExactly(
            List.of(
                folder.resolve("a/1.png"), folder.resolve("a/copy.png"), folder.resolve("b/3.png")),
            kept);
    assertThat(remarks)
        .extracting(Remark::kind)
        .containsExactly(RemarkKind.NETWORK_ALIKE_CLASSES, RemarkKind.NETWORK_ALIKE);
    assertThat(remarks.get(0).sentence()).contains("filed under 'a' and 'b': perhaps");
    assertThat(remarks.get(1).sentence())
        .endsWith("look alike to the network: perhaps one thing, more than once.");
    Set<Path> gone = Set.of(folder.resolve("b/6.png"));
    ScanReport less =
        DatasetEdits.NONE
            .exclude(gone.stream().map(it -> DatasetEdits.path(folder, it)).toList())
            .apply(ImageFolder.scan(folder));
    assertThat(GroupRemarks.alike(less, families)).hasSize(1);
  }
}
