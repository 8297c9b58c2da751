package io.thaw.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PicturesSelectionTest {
  private final PicturesSelection selection = new PicturesSelection();

  private static List<PictureRow> rows(int... numbers) {
    return IntStream.of(numbers)
        .mapToObj(
            i ->
                new PictureRow(
                    Path.of("p" + i), "p" + i, "a", "a", null, false, false, List.of(), List.of()))
        .toList();
  }

  private List<String> selected() {
    return selection.rows().stream().map(PictureRow::path).toList();
  }

  @BeforeEach
  void show() {
    selection.show(rows(0, 1, 2, 3, 4));
  }

  @Test
  void oneSeveralAndARangeAreSelected() {
    assertThat(selected()).isEmpty();
    selection.select(1);
    selection.toggle(3);
    assertThat(selected()).containsExactly("p1", "p3");
    selection.toggle(1);
    assertThat(selected()).containsExactly("p3");

    selection.select(3);
    selection.extend(1);
    assertThat(selected()).containsExactly("p1", "p2", "p3");
    selection.extend(4);
    assertThat(selected()).containsExactly("p3", "p4");
    assertThat(selection.current().path()).isEqualTo("p4");
    selection.all();
    assertThat(selection.size()).isEqualTo(5);
    selection.select(9);
    assertThat(selection.size()).isEqualTo(5);
  }

  @Test
  void itStaysWithFilesWhenOthersComeAndGo() {
    selection.select(1);
    selection.toggle(3);
    selection.show(rows(0, 3, 4, 7));
    assertThat(selected()).containsExactly("p3");
    assertThat(selection.currentPlace()).isEqualTo(1);
  }

  @Test
  void whatTookThePlaceOfTheCurrentPictureIsTheCurrent() {
    selection.select(1);
    selection.show(rows(0, 2, 3, 4));
    assertThat(selected()).containsExactly("p2");
    selection.select(3);
    selection.show(rows(0, 2));
    assertThat(selected()).containsExactly("p2");
    selection.show(List.of());
    assertThat(selection.current()).isNull();
    assertThat(selection.size()).isZero();
  }
}
