package io.thaw.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.ModelCard;
import io.thaw.catalogue.ModelFolder;
import io.thaw.job.WeightReport.LayerWeights;
import io.thaw.network.Layer;
import io.thaw.run.Fixtures;
import io.thaw.worker.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsControllerTest {
  private static final LoadedNetwork NETWORK =
      LoadedNetwork.of(Fixtures.network(), Fixtures.INPUT.shape());

  @TempDir static Path folder;

  private final WeightsStandIn thaw = new WeightsStandIn(NETWORK);
  private final NetworkModel network = new NetworkModel();
  private final WeightsModel model = new WeightsModel();
  private final List<Runnable> waiting = new ArrayList<>();
  private final WeightsController controller =
      new WeightsController(network, model, thaw, waiting::add, Runnable::run);
  private ModelCard card;

  @BeforeEach
  void pick() throws IOException {
    if (!Files.exists(folder.resolve("tiny"))) {
      Fixtures.model(folder.resolve("tiny"));
    }
    card = ModelFolder.read(folder.resolve("tiny"), "tiny");
    network.show(NETWORK);
    controller.show(card);
  }

  private static Layer layer(String name) {
    return NETWORK.layers().require(name);
  }

  private void select(String name) {
    network.currentProperty().set(new Part.Single(layer(name)));
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove(0).run();
    }
  }

  private String reason() {
    assertThat(model.state().get()).isInstanceOf(WeightsState.Missing.class);
    return ((WeightsState.Missing) model.state().get()).reason();
  }

  @Test
  void theFirstLayerThatIsSelectedAsksOnceForAll() {
    assertThat(waiting).isEmpty();
    network.currentProperty().set(new Part.Head());
    select("stem_relu");
    assertThat(waiting).as("nothing to tell of a layer without parameters").isEmpty();

    select("stem_conv_fwd");
    assertThat(model.state().get()).isInstanceOf(WeightsState.Reading.class);
    assertThat(model.of(layer("stem_conv_fwd"))).isEmpty();
    select("stem_batchnorm_fwd");
    assertThat(waiting).hasSize(1);
    work();

    assertThat(thaw.commands())
        .containsExactly(List.of("inspect", "--model", "tiny", "--weights", "--json"));
    assertThat(model.of(layer("stem_conv_fwd")).map(LayerWeights::arrays).orElseThrow()).hasSize(1);
    assertThat(model.of(layer("stem_relu"))).isEmpty();
    select("stem_conv_fwd");
    assertThat(waiting).as("it is known now").isEmpty();
  }

  @Test
  void anotherModelIsAskedForAnewAndLateAnswersAreDropped() {
    select("stem_conv_fwd");
    controller.show(ModelFolder.read(folder.resolve("tiny"), "other"));
    assertThat(model.state().get()).isInstanceOf(WeightsState.NotAsked.class);
    select("stem_batchnorm_fwd");
    work();

    assertThat(thaw.commands())
        .as("what nobody waits for any more is not begun")
        .extracting(it -> it.get(2))
        .containsExactly("other");
    assertThat(((WeightsState.Known) model.state().get()).report().model()).isEqualTo("other");
    controller.show(null);
    assertThat(model.state().get()).isInstanceOf(WeightsState.NotAsked.class);
  }

  @Test
  void anAnswerThatComesAfterTheNextModelIsDropped() {
    List<Runnable> handovers = new ArrayList<>();
    controller.show(null);
    WeightsController late =
        new WeightsController(network, model, thaw, Runnable::run, handovers::add);
    late.show(card);
    select("stem_conv_fwd");
    assertThat(handovers).hasSize(1);

    late.show(null);
    handovers.get(0).run();

    assertThat(model.state().get()).isInstanceOf(WeightsState.NotAsked.class);
  }

  @Test
  void layersOfTheNetworkBeforeDoNotAsk() {
    network.loadingProperty().set(true);
    select("stem_conv_fwd");
    assertThat(model.state().get()).isInstanceOf(WeightsState.NotAsked.class);

    network.show(NETWORK);
    select("stem_conv_fwd");
    assertThat(waiting).hasSize(1);
  }

  @Test
  void aGraphAloneIsNotLookedAt() throws IOException {
    Path bare = Fixtures.model(folder.resolve("bare"));
    Files.delete(bare.resolve("tiny-0000.params"));
    controller.show(ModelFolder.read(bare, "bare"));
    select("stem_conv_fwd");

    assertThat(reason()).isEqualTo("The model comes without weights.");
    assertThat(waiting).isEmpty();
  }

  @Test
  void troubleIsOneSentenceAndNotTriedAgain() {
    thaw.fail(new CommandRunner.Result(3, "", "The parameters are truncated.\n"));
    select("stem_conv_fwd");
    work();
    assertThat(reason()).isEqualTo("The parameters are truncated.");
    select("stem_batchnorm_fwd");
    assertThat(waiting).isEmpty();

    thaw.fail(new CommandRunner.Result(1, "", ""));
    controller.show(card);
    select("stem_conv_fwd");
    work();
    assertThat(reason()).isEqualTo("The command ended with code 1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"version\": 2, \"layers\": []}", "{\"version\": 1}"})
  void anAnswerThatCannotBeReadIsTrouble(String output) {
    thaw.fail(new CommandRunner.Result(0, output, ""));
    select("stem_conv_fwd");
    work();

    assertThat(reason()).startsWith("The report on the weights");
  }

  @Test
  void aRunnerThatThrowsIsTroubleToo() {
    WeightsController broken =
        new WeightsController(
            network,
            model,
            arguments -> {
              throw new IllegalStateException("no runner");
            },
            Runnable::run,
            Runnable::run);
    controller.show(null);
    broken.show(card);
    select("stem_conv_fwd");

    assertThat(reason()).startsWith("The weights could not be looked at:").contains("no runner");
  }
}
