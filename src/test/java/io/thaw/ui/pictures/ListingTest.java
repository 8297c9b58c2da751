package io.thaw.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.ProblemKind;
import io.thaw.dataset.Remark;
import io.thaw.dataset.RemarkKind;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.Side;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {
  private static final Path FOLDER = Path.of("flowers");
  private static final Remark CONFLICT =
      new Remark(
          RemarkKind.LABEL_CONFLICT,
          List.of(FOLDER.resolve("daisy/0.jpg"), FOLDER.resolve("rose/0.jpg")),
          "The same picture lies in daisy and rose.");
  private static final Remark IMBALANCE = new Remark(RemarkKind.IMBALANCE, List.of(), "Unlike.");

  private static LabeledImage image(String path, int label) {
    return new LabeledImage(FOLDER.resolve(path), label, Side.UNASSIGNED);
  }

  private static ScanReport flowers() {
    return new ScanReport(
        FOLDER,
        List.of("daisy", "rose"),
        List.of(
            image("daisy/0.jpg", 0),
            image("daisy/1.jpg", 0),
            image("rose/0.jpg", 1),
            image("rose/1.jpg", 1)),
        List.of(
            new ImageProblem(FOLDER.resolve("rose/torn.jpg"), ProblemKind.DAMAGED, "is damaged")
                .in("rose", Side.UNASSIGNED),
            new ImageProblem(FOLDER.resolve("loose.jpg"), ProblemKind.OUTSIDE_CLASS, "lies out")),
        List.of(
            new ImageProblem(FOLDER.resolve("rose/1.jpg"), ProblemKind.EXIF_ROTATED, "is turned")),
        false);
  }

  private static Listing listing(DatasetEdits edits, Filter filter) {
    ScanReport raw = flowers();
    DeepReport deep = new DeepReport(raw, List.of(CONFLICT, IMBALANCE));
    return Listing.of(PictureRows.of(raw, edits.apply(raw), edits, deep, List.of()), filter);
  }

  private static List<String> shown(Listing listing) {
    return listing.shown().stream().map(PictureRow::path).toList();
  }

  private static List<String> words(List<Choice> choices) {
    return choices.stream().map(Choice::toString).toList();
  }

  @Test
  void everyFileIsThereOnceWithAllThatIsKnownOfIt() {
    Listing listing = listing(DatasetEdits.NONE, Filter.NONE);

    assertThat(shown(listing))
        .containsExactly(
            "daisy/0.jpg", "daisy/1.jpg", "loose.jpg", "rose/0.jpg", "rose/1.jpg", "rose/torn.jpg");
    assertThat(words(listing.classes()))
        .containsExactly("All classes (6)", "No class (1)", "daisy (2)", "rose (3)");
    assertThat(words(listing.topics()))
        .containsExactly(
            "All pictures (6)",
            "Used (4)",
            "Left out (2)",
            "In several classes (2)",
            "Outside the classes (1)",
            "Turned upright (1)",
            "Damaged (1)");
    assertThat(listing.shown().get(3).spoken())
        .isEqualTo("rose/0.jpg, class rose. The same picture lies in daisy and rose.");
    assertThat(listing.shown().get(5).spoken())
        .isEqualTo("rose/torn.jpg, class rose. Not used: is damaged.");
  }

  @Test
  void eachFilterCountsWhatTheOthersLetThrough() {
    Listing listing =
        listing(
            DatasetEdits.NONE,
            new Filter(Filter.keyOf("rose"), Topic.of(RemarkKind.LABEL_CONFLICT), ""));
    assertThat(shown(listing)).containsExactly("rose/0.jpg");
    assertThat(words(listing.classes()))
        .containsExactly("All classes (2)", "No class (0)", "daisy (1)", "rose (1)");
    assertThat(words(listing.topics())).contains("All pictures (3)", "Outside the classes (0)");

    assertThat(shown(listing(DatasetEdits.NONE, Filter.NONE.withSearch(" TORN "))))
        .containsExactly("rose/torn.jpg");
    assertThat(shown(listing(DatasetEdits.NONE, Filter.NONE.withSearch("nowhere")))).isEmpty();
  }

  @Test
  void aDecisionShowsAndEndsAConflict() {
    DatasetEdits out = DatasetEdits.NONE.exclude(List.of("rose/0.jpg"));
    Listing listing = listing(out, Filter.NONE);
    assertThat(words(listing.topics()))
        .contains("Left out (3)", "Left out by you (1)")
        .noneMatch(it -> it.startsWith("In several classes"));
    PictureRow row = listing.shown().get(3);
    assertThat(row.canUse()).isTrue();
    assertThat(row.canLeaveOut()).isFalse();

    Listing relabelled =
        listing(DatasetEdits.NONE.relabel(List.of("rose/0.jpg"), "daisy"), Filter.NONE);
    assertThat(words(relabelled.topics()))
        .contains("Class changed by you (1)")
        .noneMatch(it -> it.startsWith("In several classes"));
    assertThat(words(relabelled.classes())).contains("daisy (3)", "rose (2)");
  }

  @Test
  void whatIsAlikeToANetworkStandsSideBySideUntilOneIsLeft() {
    ScanReport raw = flowers();
    List<List<String>> groups =
        List.of(List.of("daisy/0.jpg", "rose/1.jpg"), List.of("daisy/1.jpg", "rose/0.jpg"));
    Filter alike = Filter.NONE.withTopic(Topic.of(RemarkKind.NETWORK_ALIKE_CLASSES));
    Listing all = Listing.of(PictureRows.of(raw, raw, DatasetEdits.NONE, null, groups), alike);
    assertThat(shown(all))
        .containsExactly("daisy/0.jpg", "rose/1.jpg", "daisy/1.jpg", "rose/0.jpg");
    assertThat(all.shown()).allMatch(PictureRow::canKeepTogether);

    DatasetEdits edits =
        DatasetEdits.NONE
            .exclude(List.of("rose/0.jpg"))
            .keepTogether(List.of(List.of("daisy/0.jpg", "rose/1.jpg")));
    Listing less = Listing.of(PictureRows.of(raw, edits.apply(raw), edits, null, groups), alike);
    assertThat(shown(less)).containsExactly("daisy/0.jpg", "rose/1.jpg");
    assertThat(less.shown()).noneMatch(PictureRow::canKeepTogether);
    assertThat(less.shown()).allMatch(PictureRow::isKeptTogether);
  }

  @Test
  void whatIsDamagedCannotBeUsedButALastOneCanBeLeftOut() {
    PictureRow torn = listing(DatasetEdits.NONE, Filter.NONE).shown().get(5);
    assertThat(torn.canUse()).isFalse();
    assertThat(torn.canChangeClass()).isFalse();
    assertThat(torn.canLeaveOut()).isTrue();
  }

  @Test
  void aTopicThatIsSettledStaysInTheListWhileItIsLookedAt() {
    Filter damaged = Filter.NONE.withTopic(Topic.of(ProblemKind.EMPTY));
    assertThat(words(listing(DatasetEdits.NONE, damaged).topics())).contains("Empty file (0)");
  }
}
