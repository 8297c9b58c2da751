package io.thaw.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixLayoutTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 12, 24, 25, 40})
  void upToFortyClassesFitTheSmallestWindow(int size) {
    MatrixLayout layout = MatrixLayout.of(size, 564, 528);

    assertThat(layout.x(size) + MatrixLayout.ROW_END).isLessThanOrEqualTo(564);
    assertThat(layout.y(size)).isLessThanOrEqualTo(528);
    assertThat(layout.cell()).isGreaterThanOrEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 11})
  void pixelsLeadBackToCells(int index) {
    MatrixLayout layout = MatrixLayout.of(12, 700, 600);

    assertThat(layout.column(layout.x(index) + 1)).isEqualTo(index);
    assertThat(layout.row(layout.y(index) + layout.cell() - 1)).isEqualTo(index);
    assertThat(layout.column(layout.x(0) - 1)).isEqualTo(-1);
    assertThat(layout.row(layout.y(12) + 1)).isEqualTo(-1);
  }
}
