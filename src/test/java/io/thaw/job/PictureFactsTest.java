package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.Side;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureFactsTest {
  private final List<LabeledImage> images = new ArrayList<>();

  private void add(int count, int label, Side side) {
    for (int i = 0; i < count; i++) {
      images.add(new LabeledImage(Path.of(images.size() + ".png"), label, side));
    }
  }

  private ScanReport report(boolean givenSplit) {
    return new ScanReport(
        Path.of("pictures"), List.of("a", "b"), images, List.of(), List.of(), givenSplit);
  }

  @Test
  void bothSharesAreOfEachWholeClass() {
    add(50, 0, Side.UNASSIGNED);
    add(3, 1, Side.UNASSIGNED);

    assertThat(PictureFacts.of(report(false), 0.2, 0.16, 7))
        .isEqualTo(new PictureFacts(32 + 1, 10 + 1, 8 + 1, 7));
    assertThat(PictureFacts.of(report(false), 0.2, 0, 7))
        .isEqualTo(new PictureFacts(40 + 2, 10 + 1, 0, 7));
  }

  @Test
  void sidesThatAreGivenStay() {
    add(5, 0, Side.TRAIN);
    add(4, 1, Side.TRAIN);
    add(3, 0, Side.VALIDATION);
    add(2, 1, Side.TEST);

    assertThat(PictureFacts.of(report(true), 0.5, 0.3, 7)).isEqualTo(new PictureFacts(9, 3, 2, 7));
  }
}
