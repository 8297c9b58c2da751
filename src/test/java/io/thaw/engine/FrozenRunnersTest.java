package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.util.Platform;
import ai.onnxruntime.OrtEnvironment;
import io.thaw.network.Network;
import io.thaw.network.NetworkBuilder;
import io.thaw.network.ResidualNetworks;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Which engine runs the frozen layers, and why. */
class FrozenRunnersTest {
  private static final TensorShape INPUT = TensorShape.of(3, 16, 16);

  private final Network network = ResidualNetworks.small(List.of(4, 8), 5);
  private final FloatBuffer pictures = Engines.pictures(INPUT, 1);
  private final AtomicInteger open = new AtomicInteger();

  /** Gives the same number everywhere, or fails. */
  private final class Stub implements FrozenRunner {
    private final float value;

    Stub(float value) {
      this.value = value;
      open.incrementAndGet();
    }

    @Override
    public void run(FloatBuffer input, int count, FloatBuffer features) {
      if (Float.isNaN(value)) {
        throw new IllegalStateException("It broke.");
      }
      for (int i = 0; i < 2 * count; i++) {
        features.put(i, value);
      }
    }

    @Override
    public Map<String, Tensor> parameters() {
      return Map.of();
    }

    @Override
    public TensorShape boundary() {
      return TensorShape.of(2);
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }

  private FrozenRunners.Opened open(Network prefix) {
    try (EngineSession session = EngineSession.open(1)) {
      Map<String, Tensor> parameters = Engines.parameters(prefix, INPUT, 1);
      FrozenRunners.Opened opened =
          FrozenRunners.open(
              session,
              prefix,
              parameters,
              INPUT,
              Engines.output(prefix, INPUT),
              pictures,
              Engines.COUNT);
      opened.runner().close();
      return opened;
    }
  }

  private FrozenRunners.Opened choose(float trusted, Supplier<FrozenRunner> fast, float fused) {
    return new FrozenRunners.Choice(pictures, Engines.COUNT)
        .open(() -> new Stub(trusted), fast, () -> new Stub(fused));
  }

  @Test
  void onnxRuntimeRunsWhatItComputesAsMxnetDoes() {
    FrozenRunners.Opened opened = open(network);

    assertThat(opened.engine()).isEqualTo("ONNX Runtime 1.23.2");
    assertThat(opened.reason()).isEmpty();
    assertThat(opened.runner()).isInstanceOf(OrtFrozenRunner.class);
    assertThat(opened.runner().parameters()).isNotEmpty();
  }

  @Test
  void theNamesOfTheEnginesAreTheLibrariesOwn() {
    OrtLibrary.load();
    assertThat(OrtFrozenRunner.ENGINE)
        .isEqualTo("ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion());
    // The library itself says 1.9.0, so the package's version it is.
    assertThat(Platform.detectPlatform("mxnet").getVersion())
        .startsWith(MxFrozenRunner.ENGINE.replace("MXNet ", ""));
  }

  @Test
  void mxnetRunsWhatCannotBeTranslated() {
    Network unknown =
        new NetworkBuilder()
            .convolution("c", 4, 3, 1, 1)
            .operator("length", "L2Normalization", Map.of(), List.of("c"))
            .build();

    FrozenRunners.Opened opened = open(unknown);

    assertThat(opened.engine()).isEqualTo("MXNet 1.9.1");
    assertThat(opened.runner()).isInstanceOf(MxFrozenRunner.class);
    assertThat(opened.reason().orElseThrow())
        .contains("'length'")
        .contains("L2Normalization")
        .endsWith(".");
  }

  @Test
  void anEngineThatGivesOtherNumbersIsLeftOut() {
    FrozenRunners.Opened opened = choose(1f, () -> new Stub(1.01f), 1f);

    assertThat(opened.engine()).isEqualTo(MxFrozenRunner.ENGINE);
    assertThat(opened.reason().orElseThrow())
        .isEqualTo("ONNX Runtime 1.23.2 differs from MXNet by 1.0e-02 on the first pictures.");
    assertThat(open).hasValue(1);
  }

  @Test
  void anEngineThatFailsOnThePicturesIsLeftOut() {
    FrozenRunners.Opened opened = choose(1f, () -> new Stub(Float.NaN), 1f);

    assertThat(opened.engine()).isEqualTo(MxFrozenRunner.ENGINE);
    assertThat(opened.reason().orElseThrow()).contains("It broke");
    assertThat(open).hasValue(1);
  }

  @Test
  void anEngineThatIsNotThereIsLeftOut() {
    FrozenRunners.Opened opened =
        choose(
            1f,
            () -> {
              throw new OrtUnavailableException("Not here", new UnsatisfiedLinkError("no library"));
            },
            1f);

    assertThat(opened.engine()).isEqualTo(MxFrozenRunner.ENGINE);
    assertThat(opened.reason().orElseThrow()).contains("Not here: no library");
    assertThat(open).hasValue(1);
  }

  @Test
  void fusedOperatorsThatGiveOtherNumbersAreLeftOutToo() {
    FrozenRunners.Opened opened = choose(1f, () -> new Stub(2f), 3f);

    assertThat(opened.engine()).isEqualTo(MxFrozenRunner.ENGINE);
    assertThat(opened.reason().orElseThrow()).contains("differs").contains("fused operators");
    FloatBuffer features = PrefixAgreement.features(opened.runner(), pictures, 1);
    assertThat(features.get(0)).isEqualTo(1f);
    assertThat(open).hasValue(1);
  }

  @Test
  void buffersAreUsedFromTheirBeginningWhateverTheirPosition() {
    FloatBuffer features = DirectFloats.allocate(Engines.COUNT * 5 + 2);
    for (FrozenRunner runner : runners()) {
      try (runner) {
        FloatBuffer wanted = PrefixAgreement.features(runner, pictures, Engines.COUNT);
        features.put(Engines.COUNT * 5, 77f).position(2).limit(3);
        pictures.position(1).limit(2);
        runner.run(pictures, Engines.COUNT, features);

        assertThat(features.position()).isEqualTo(2);
        assertThat(features.limit()).isEqualTo(3);
        features.clear();
        assertThat(features.slice(0, Engines.COUNT * 5)).isEqualTo(wanted);
        assertThat(features.get(Engines.COUNT * 5)).isEqualTo(77f);
        assertThatThrownBy(() -> runner.run(FloatBuffer.allocate(10_000), 3, features))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> runner.run(pictures, Engines.COUNT + 1, features))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  /** A picture's features must not depend on which others are computed with it. */
  @Test
  void eachPictureHasTheSameBitsInEveryBatch() {
    try (FrozenRunner runner = runners().get(1)) {
      FloatBuffer all = PrefixAgreement.features(runner, pictures, Engines.COUNT);
      FloatBuffer one = PrefixAgreement.features(runner, pictures, 1);
      assertThat(all.slice(0, 5)).isEqualTo(one);
    }
  }

  @SuppressWarnings("resource") // the session's memory goes with the process
  private List<FrozenRunner> runners() {
    Map<String, Tensor> parameters = Engines.parameters(network, INPUT, 1);
    TensorShape output = Engines.output(network, INPUT);
    return List.of(
        new MxFrozenRunner(EngineSession.open(1), network, parameters, INPUT, output),
        new OrtFrozenRunner(network, parameters, INPUT, output));
  }
}
