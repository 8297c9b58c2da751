package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.engine.Tensor;
import io.thaw.network.TensorShape;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrozenProofTest {
  private final Map<String, Tensor> before =
      Map.of("frozen", tensor(1, 2, 3), "mean", tensor(0f, 5), "free", tensor(1));
  private final FrozenProof proof = new FrozenProof(before, Set.of("frozen", "mean"));

  private static Tensor tensor(float... values) {
    return new Tensor(TensorShape.of(values.length), values);
  }

  @Test
  void countsTheValuesOfWhatIsFrozen() {
    assertThat(proof.values()).isEqualTo(5);
  }

  @Test
  void whatLearnsMayChange() {
    Map<String, Tensor> after = new HashMap<>(before);
    after.put("free", tensor(9));

    assertThat(proof.changed(after)).isZero();
  }

  @Test
  void everyChangedBitOfAFrozenValueCounts() {
    Map<String, Tensor> after = new HashMap<>(before);
    after.put("frozen", tensor(1, Math.nextUp(2f), 4));
    after.put("mean", tensor(-0f, 5));

    assertThat(proof.changed(after)).isEqualTo(3);
  }

  @Test
  void anArrayThatIsGoneHasChanged() {
    assertThat(proof.changed(Map.of("frozen", tensor(1, 2, 3)))).isEqualTo(2);
  }
}
