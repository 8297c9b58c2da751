package io.thaw.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EpochsTest {
  @Test
  void theFirstEpochStandsByItself() {
    Epochs epochs = new Epochs(100);
    epochs.add(10, 12);
    epochs.add(2, 3);
    epochs.add(3, 4);
    assertThat(epochs.firstRate()).isEqualTo(10);
    assertThat(epochs.laterRate()).isEqualTo(40);
    assertThat(epochs.first()).isEqualTo(12);
    assertThat(epochs.later()).isEqualTo(3.5);
  }

  @Test
  void epochsThatWereNotRunLastAsLongAsTheLaterOnes() {
    Epochs epochs = new Epochs(100);
    epochs.add(10, 12);
    epochs.add(2, 3);
    epochs.add(3, 4);
    assertThat(epochs.total(2)).isCloseTo(15, within(1e-9));
    assertThat(epochs.total(3)).isCloseTo(19, within(1e-9));
    assertThat(epochs.total(10)).isCloseTo(19 + 7 * 3.5, within(1e-9));
  }

  @Test
  void oneEpochIsAllThereIsToGoBy() {
    Epochs epochs = new Epochs(100);
    epochs.add(10, 12);
    assertThat(epochs.later()).isNull();
    assertThat(epochs.laterRate()).isNull();
    assertThat(epochs.total(3)).isEqualTo(36);
  }
}
