package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.evaluation.LinearProbe;
import io.thaw.network.FreezeSpec;
import io.thaw.network.NetworkBuilder;
import io.thaw.network.ProbeNetwork;
import io.thaw.network.TensorShape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbeAdviceTest {
  private static final List<ProbeNetwork.Point> POINTS =
      ProbeNetwork.of(
              new NetworkBuilder()
                  .convolution("stage1_block1_conv1", 8, 3, 1, 1)
                  .relu("stage1_block1_relu1")
                  .convolution("stage2_block1_conv1", 8, 3, 1, 1)
                  .relu("stage2_block1_relu1")
                  .globalPool("pool")
                  .fullyConnected("classifier", 4)
                  .build(),
              TensorShape.of(3, 8, 8))
          .points();

  /** Right on the first so many of a hundred pictures, at each point. */
  private static ProbeAdvice advice(int... correct) {
    List<LinearProbe.Outcome> outcomes =
        IntStream.of(correct)
            .mapToObj(
                count -> {
                  boolean[] right = new boolean[100];
                  Arrays.fill(right, 0, count, true);
                  return new LinearProbe.Outcome(new int[100], right);
                })
            .toList();
    return ProbeAdvice.of(POINTS, outcomes, 0.25);
  }

  @Test
  void thePointsAreThoseOfTheNetwork() {
    assertThat(POINTS)
        .extracting(it -> it.layer().name())
        .containsExactly(
            "stage1_block1_conv1", "stage1_block1_relu1", "stage2_block1_conv1", "pool");
  }

  @Test
  void aPointInTheMiddleIsNamed() {
    ProbeAdvice advice = advice(40, 87, 88, 88);

    assertThat(advice.freeze()).isEqualTo(new FreezeSpec.Until("stage1_block1_relu1"));
    assertThat(advice.reason())
        .isEqualTo(
            "After stage1/block1 (stage1_block1_relu1) the classes can be told apart as well as"
                + " anywhere later (0.87, 95 % between 0.79 and 0.92), so the layers up to here can"
                + " stay frozen.");
  }

  @Test
  void theLastPointMeansAll() {
    ProbeAdvice advice = advice(40, 60, 70, 90);

    assertThat(advice.freeze()).isEqualTo(new FreezeSpec.All());
    assertThat(advice.reason())
        .isEqualTo(
            "The classes can be told apart best by the features that the classifier reads (0.90,"
                + " 95 % between 0.83 and 0.94), so all layers can stay frozen.");
  }

  @Test
  void aPointAfterWhichNothingLearnsMeansAllToo() {
    ProbeAdvice advice = advice(40, 60, 90, 90);

    assertThat(advice.freeze()).isEqualTo(new FreezeSpec.All());
    assertThat(advice.reason()).contains("stage2_block1_conv1").contains("so all layers can stay");
  }

  @Test
  void poorFeaturesMeanNone() {
    ProbeAdvice advice = advice(20, 24, 33, 30);

    assertThat(advice.freeze()).isEqualTo(new FreezeSpec.None());
    assertThat(advice.reason())
        .contains("stage2_block1_conv1")
        .contains("0.33")
        .contains("against 0.25")
        .contains("more layers should be trained");
  }
}
