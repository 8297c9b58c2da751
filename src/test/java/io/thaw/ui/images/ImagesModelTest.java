package io.thaw.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.ProblemKind;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.Side;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImagesModelTest {
  private static final Path FOLDER = Path.of("flowers");
  private final ImagesModel model = new ImagesModel();

  private static LabeledImage image(String path, int label) {
    return new LabeledImage(FOLDER.resolve(path), label, Side.UNASSIGNED);
  }

  private static ScanReport flowers() {
    return new ScanReport(
        FOLDER,
        List.of("daisy", "rose"),
        List.of(
            image("daisy/0", 0),
            image("daisy/1", 0),
            image("rose/0", 1),
            image("rose/1", 1),
            image("rose/2", 1)),
        List.of(),
        List.of(),
        false);
  }

  @BeforeEach
  void scan() {
    model.started(FOLDER);
    model.finished(flowers(), DatasetEdits.NONE);
  }

  @Test
  void theReportAndTheNumberOfClassesFollowEveryDecision() {
    model.editsProperty().set(DatasetEdits.NONE.relabel(List.of("rose/0", "rose/1"), "poppy"));
    assertThat(model.reportProperty().get().classes()).containsExactly("daisy", "poppy", "rose");
    assertThat(model.usableProperty().get()).isFalse();
    assertThat(model.problemProperty().get()).contains("rose").contains("one picture");
    assertThat(model.rawProperty().get()).isEqualTo(flowers());

    model.editsProperty().set(model.editsProperty().get().relabel(List.of("rose/2"), "poppy"));
    assertThat(model.usableProperty().get()).isTrue();
    assertThat(model.classCountProperty().get()).isEqualTo(2);
  }

  @Test
  void decisionsAreTakenBackAndMadeAgain() {
    DatasetEdits first = DatasetEdits.NONE.exclude(List.of("rose/0"));
    model.editsProperty().set(first);
    model.editsProperty().set(first.exclude(List.of("daisy/0")));

    model.history().undo();
    assertThat(model.editsProperty().get()).isEqualTo(first);
    assertThat(model.reportProperty().get().images()).hasSize(4);
    model.history().undo();
    assertThat(model.reportProperty().get()).isEqualTo(flowers());
    assertThat(model.history().undoableProperty().get()).isFalse();
    model.history().redo();
    assertThat(model.editsProperty().get()).isEqualTo(first);
  }

  @Test
  void whatEveryPixelShowsReplacesWhatTheHeadersSaid() {
    ScanReport scan = flowers();
    ScanReport looked =
        new ScanReport(
            FOLDER,
            scan.classes(),
            scan.images().subList(0, 4),
            List.of(
                new ImageProblem(FOLDER.resolve("rose/2"), ProblemKind.TRUNCATED, "ends early")),
            List.of(),
            false);

    model.deepProperty().set(new DeepReport(looked, List.of()));
    assertThat(model.reportProperty().get().images()).hasSize(4);
    assertThat(model.reportProperty().get().problems().get(0).className()).isEqualTo("rose");

    model.editsProperty().set(DatasetEdits.NONE.include(List.of("rose/2")));
    assertThat(model.reportProperty().get().countsPerClass()).containsExactly(2, 3);
  }

  @Test
  void anotherScanBeginsWithoutAPast() {
    model.editsProperty().set(DatasetEdits.NONE.exclude(List.of("rose/0")));
    model.started(FOLDER);
    assertThat(model.editsProperty().get().none()).isTrue();

    model.finished(flowers(), DatasetEdits.NONE.exclude(List.of("rose/1")));
    assertThat(model.history().undoableProperty().get()).isFalse();
    assertThat(model.reportProperty().get().images()).hasSize(4);
  }
}
