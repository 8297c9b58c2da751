package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetEditsTest {
  private static final Path FOLDER = Path.of("flowers");
  private static final List<String> CLASSES = List.of("daisy", "rose", "tulip");

  private static ImageProblem problem(String path, ProblemKind kind, String className) {
    ImageProblem problem = new ImageProblem(FOLDER.resolve(path), kind, "for a reason");
    return className == null ? problem : problem.in(className, Side.UNASSIGNED);
  }

  private static ScanReport flowers() {
    List<LabeledImage> images = new ArrayList<>();
    for (int label = 0; label < 3; label++) {
      for (int i = 0; i < 4; i++) {
        Path file = FOLDER.resolve(CLASSES.get(label) + "/" + i + ".jpg");
        images.add(new LabeledImage(file, label, Side.UNASSIGNED));
      }
    }
    return new ScanReport(
        FOLDER,
        CLASSES,
        images,
        List.of(
            problem("rose/half.jpg", ProblemKind.TRUNCATED, "rose"),
            problem("rose/torn.jpg", ProblemKind.DAMAGED, "rose"),
            problem("loose.jpg", ProblemKind.OUTSIDE_CLASS, null),
            problem("tulip/deep", ProblemKind.FOLDER, null)),
        List.of(),
        false);
  }

  private static List<String> shown(ScanReport report) {
    return report.images().stream()
        .map(image -> report.classes().get(image.label()) + ":" + name(image.file()))
        .toList();
  }

  private static String name(Path file) {
    return PicturePaths.relative(FOLDER, file);
  }

  private static ImageProblem problemOf(ScanReport report, String path) {
    return report.problems().stream()
        .filter(problem -> problem.file().equals(FOLDER.resolve(path)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void withoutDecisionsTheReportIsTheSame() {
    ScanReport raw =
        flowers().without(List.of(problem("rose/0.jpg", ProblemKind.TRUNCATED, "rose")));
    DatasetEdits accepting = DatasetEdits.NONE.acceptTruncated(true);

    assertThat(accepting.apply(raw).images().stream().filter(LabeledImage::partial)).hasSize(2);
    ScanReport one = accepting.exclude(List.of("rose/0.jpg")).apply(raw);
    assertThat(one.images().stream().filter(LabeledImage::partial)).hasSize(1);
    assertThat(accepting.acceptTruncated(false).apply(raw)).isEqualTo(raw);
  }

  @Test
  void aPictureBesideTheClassFoldersCanBeGivenAClass() {
    DatasetEdits edits = DatasetEdits.NONE.relabel(List.of("loose.jpg"), "rose");
    assertThat(shown(edits.apply(flowers()))).contains("rose:loose.jpg");
    assertThat(shown(edits.exclude(List.of("loose.jpg")).apply(flowers())))
        .doesNotContain("rose:loose.jpg");
  }

  @Test
  void theSideThatTheFolderGivesIsKept() {
    ScanReport raw =
        new ScanReport(
            FOLDER,
            List.of("a", "b"),
            List.of(
                new LabeledImage(FOLDER.resolve("train/a/0.jpg"), 0, Side.TRAIN),
                new LabeledImage(FOLDER.resolve("val/a/0.jpg"), 0, Side.VALIDATION),
                new LabeledImage(FOLDER.resolve("train/b/0.jpg"), 1, Side.TRAIN)),
            List.of(),
            List.of(),
            true);

    ScanReport edited = DatasetEdits.NONE.relabel(List.of("val/a/0.jpg"), "b").apply(raw);

    assertThat(edited.countsPerClass(Side.VALIDATION)).containsExactly(0, 1);
    assertThat(edited.countsPerClass(Side.TRAIN)).containsExactly(1, 1);
    assertThat(edited.givenSplit()).isTrue();
  }

  @Test
  void whatIsNotThereHasNoEffect() {
    DatasetEdits edits =
        DatasetEdits.NONE
            .exclude(List.of("gone/1.jpg", "../elsewhere.jpg", "a\0b"))
            .relabel(List.of("gone/2.jpg"), "new");
    ScanReport raw = flowers();
    assertThat(edits.apply(raw)).isEqualTo(raw);
  }

  @Test
  void everyDecisionCanBeTakenBack() {
    List<String> paths = List.of("rose/1.jpg", "rose/2.jpg");
    DatasetEdits first = DatasetEdits.NONE.relabel(List.of("daisy/0.jpg"), "rose");

    assertThat(first.exclude(paths).readmit(paths)).isEqualTo(first);
    assertThat(first.relabel(paths, "x").restoreLabel(paths)).isEqualTo(first);
    assertThat(first.exclude(paths).relabel(paths, "x").clear(paths)).isEqualTo(first);
    assertThat(first.include(paths).exclude(paths)).isEqualTo(first.exclude(paths));
    assertThat(first.exclude(paths).include(paths)).isEqualTo(first.include(paths));
    assertThat(first.clear(List.of("daisy/0.jpg")).none()).isTrue();
  }

  @Test
  void whatIsBothExcludedAndIncludedIsExcluded() {
    DatasetEdits edits = new DatasetEdits(Set.of("a"), Set.of("a", "b"), null, false, null);
    assertThat(edits.included()).containsExactly("b");
    assertThatThrownBy(() -> edits.relabel(List.of("a"), " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void whateverIsDecidedLosesNoFileAndAppliesOnce(long seed) {
    ScanReport raw = flowers();
    DatasetEdits edits = anyEdits(raw, new Random(seed));

    ScanReport edited = edits.apply(raw);

    assertThat(files(edited)).containsExactlyInAnyOrderElementsOf(files(raw));
    assertThat(edits.apply(edited)).isEqualTo(edited);
    assertThat(edited.images()).allMatch(image -> image.label() < edited.classes().size());
    assertThat(new HashSet<>(edited.classes())).hasSameSizeAs(edited.classes());
    assertThat(edited.countsPerClass()).doesNotContain(0);
    assertThat(edits.clear(paths(raw)).apply(raw)).isEqualTo(raw);
  }

  private static List<Path> files(ScanReport report) {
    return Stream.concat(
            report.images().stream().map(LabeledImage::file),
            report.problems().stream().map(ImageProblem::file))
        .toList();
  }

  private static List<String> paths(ScanReport report) {
    return files(report).stream().map(DatasetEditsTest::name).toList();
  }

  private static DatasetEdits anyEdits(ScanReport raw, Random random) {
    DatasetEdits edits = DatasetEdits.NONE;
    for (String path : paths(raw)) {
      List<String> one = List.of(path);
      edits =
          switch (random.nextInt(6)) {
            case 0 -> edits.exclude(one);
            case 1 -> edits.include(one);
            case 2 -> edits.relabel(one, CLASSES.get(random.nextInt(3)));
            case 3 -> edits.relabel(one, "new " + random.nextInt(2)).exclude(one);
            case 4 -> edits.relabel(one, "another").include(one);
            default -> edits;
          };
    }
    return edits;
  }
}
