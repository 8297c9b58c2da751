package io.thaw.ui.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassSummaryTest {
  @Test
  void countsAndSpreadsItsSamples() {
    List<LabeledImage> images = Stream.concat(pictures("a", 0, 2), pictures("b", 1, 8)).toList();
    ScanReport report =
        new ScanReport(Path.of("f"), List.of("a", "b"), images, List.of(), List.of(), false);

    List<ClassSummary> classes = ClassSummary.of(report, 4);

    assertThat(classes).extracting(ClassSummary::name).containsExactly("a", "b");
    assertThat(classes).extracting(ClassSummary::count).containsExactly(2, 8);
    assertThat(classes.get(0).share()).isCloseTo(0.25, within(1e-9));
    assertThat(classes.get(0).samples()).containsExactly(Path.of("a0"), Path.of("a1"));
    assertThat(classes.get(1).samples())
        .containsExactly(Path.of("b0"), Path.of("b2"), Path.of("b4"), Path.of("b6"));
  }

  private static Stream<LabeledImage> pictures(String name, int label, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new LabeledImage(Path.of(name + i), label, Side.values()[0]));
  }
}
