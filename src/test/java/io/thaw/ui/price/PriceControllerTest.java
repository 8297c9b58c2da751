package io.thaw.ui.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.DeepLook;
import io.thaw.dataset.ImageFolder;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.SplitPlan;
import io.thaw.job.Estimate;
import io.thaw.job.MachineSpeed;
import io.thaw.job.PictureFacts;
import io.thaw.job.PriceTag;
import io.thaw.job.SampleMachine;
import io.thaw.network.Network;
import io.thaw.network.NetworkWork;
import io.thaw.network.ResidualNetworks;
import io.thaw.network.TensorShape;
import io.thaw.ui.images.ImagesController;
import io.thaw.ui.images.ImagesModel;
import io.thaw.ui.images.ShortKeeper;
import io.thaw.ui.network.LoadedNetwork;
import io.thaw.ui.network.NetworkModel;
import io.thaw.ui.training.TrainingFormModel;
import io.thaw.worker.CommandRunner;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.beans.property.SimpleBooleanProperty;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceControllerTest {
  private static final Network NETWORK = ResidualNetworks.small(List.of(8, 16), 10);
  private static final TensorShape INPUT = TensorShape.of(3, 32, 32);
  private static final CommandRunner.Result DONE = new CommandRunner.Result(0, "{}", "");

  @TempDir private Path folder;
  private final NetworkModel network = new NetworkModel();
  private final ImagesModel images = new ImagesModel();
  private final TrainingFormModel form = new TrainingFormModel();
  private final SimpleBooleanProperty busy = new SimpleBooleanProperty();
  private final PriceModel model = new PriceModel();
  private final List<List<String>> commands = new ArrayList<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private Optional<MachineSpeed> machine = Optional.of(SampleMachine.speed());
  private CommandRunner answer = command -> DONE;

  @BeforeEach
  void draw() throws IOException {
    for (String name : List.of("circles", "squares")) {
      Path of = Files.createDirectories(folder.resolve(name));
      for (int i = 0; i < 7; i++) {
        BufferedImage picture = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(i, name.length(), 0xff8800 + 16 * i);
        ImageIO.write(picture, "png", of.resolve(i + ".png").toFile());
      }
    }
  }

  private PriceController controller() {
    return new PriceController(
        model,
        new PriceInputs(network, images, form, busy),
        () -> machine,
        command -> {
          commands.add(command);
          return answer.run(command);
        },
        waiting::add,
        Runnable::run);
  }

  private PriceController ready() {
    PriceController controller = controller();
    network.show(LoadedNetwork.of(NETWORK, INPUT));
    openPictures();
    return controller;
  }

  private void openPictures() {
    new ImagesController(
            images, new ShortKeeper(), PictureIndex::inMemory, Runnable::run, Runnable::run)
        .open(folder);
  }

  /** Does what waits in the background, and what comes of it. */
  private void work() {
    while (!waiting.isEmpty()) {
      waiting.poll().run();
    }
  }

  private Estimate price() {
    work();
    return model.estimateProperty().get();
  }

  private String missing() {
    work();
    assertThat(model.estimateProperty().get()).isNull();
    return model.missingProperty().get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "none", "until:stem_relu"})
  void tellsWhatTheWorkerExpectsOfTheSameRun(String freeze) {
    ready();
    network.setFreezeSpec(freeze);
    form.epochs().text().set("7");
    form.validation().text().set("30");

    SplitPlan split = SplitPlan.of(ImageFolder.scan(folder), 0.3, 1);
    Estimate expected =
        PriceTag.of(
            SampleMachine.speed(),
            NetworkWork.of(NETWORK, INPUT).of(network.planProperty().get(), 2),
            PictureFacts.of(split),
            form.settings());
    assertThat(price()).isEqualTo(expected);
    assertThat(model.missingProperty().get()).isEmpty();
    assertThat(commands).isEmpty();
  }

  @Test
  void picturesForATestAreNeitherLearnedFromNorCheckedWith() {
    ready();
    form.validation().text().set("30");
    Estimate without = price();
    form.test().text().set("20");

    PictureIndex index = PictureIndex.inMemory(folder);
    SplitPlan split =
        SplitPlan.of(DeepLook.look(ImageFolder.scan(folder), index), 0.3, 0.2, 1, index);
    assertThat(split.test()).isNotEmpty();
    Estimate expected =
        PriceTag.of(
            SampleMachine.speed(),
            NetworkWork.of(NETWORK, INPUT).of(network.planProperty().get(), 2),
            PictureFacts.of(split),
            form.settings());
    assertThat(price()).isEqualTo(expected);
    assertThat(price().laterEpochSeconds()).isLessThan(without.laterEpochSeconds());
    assertThat(price().cacheBytes()).isEqualTo(without.cacheBytes());
  }

  @Test
  void followsEveryClick() {
    ready();
    Estimate frozen = price();

    network.setFrozen(network.networkProperty().get().layers().list(), false);

    Estimate open = price();
    assertThat(open.laterEpochSeconds()).isGreaterThan(3 * frozen.laterEpochSeconds());
    assertThat(open.cacheBytes()).isZero();
    network.history().undo();
    assertThat(price()).isEqualTo(frozen);
  }

  @Test
  void saysWhatIsMissing() {
    controller();
    assertThat(missing()).contains("step 1");
    network.show(LoadedNetwork.of(NETWORK, INPUT));
    assertThat(missing()).contains("step 2");
    openPictures();
    assertThat(price()).isNotNull();

    form.epochs().text().set("many");
    assertThat(missing()).startsWith("Epochs must be");
    form.epochs().text().set("3");
    assertThat(price()).isNotNull();
  }

  @Test
  void aMachineThatWasNeverMeasuredIsMeasuredOnce() {
    machine = Optional.empty();
    answer =
        command -> {
          assertThat(model.measuringProperty().get()).isTrue();
          machine = Optional.of(SampleMachine.speed());
          return DONE;
        };
    ready();
    network.unfreezeAll();

    assertThat(price()).isNotNull();
    network.freezeAll();
    assertThat(price()).isNotNull();
    assertThat(commands).containsExactly(List.of("calibrate", "--json"));
    assertThat(model.measuringProperty().get()).isFalse();
  }

  @Test
  void aRunIsNeitherMeasuredNorDisturbed() throws InterruptedException {
    machine = Optional.empty();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    answer =
        command -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            ended.countDown();
          }
          return new CommandRunner.Result(130, "", "The command was interrupted.");
        };
    ready();
    while (!(waiting.peek() instanceof FutureTask)) {
      waiting.poll().run();
    }
    Thread measuring = new Thread(waiting.poll());
    measuring.start();
    begun.await();

    busy.set(true);

    ended.await();
    measuring.join();
    assertThat(missing()).contains("after what is running");
    assertThat(model.failedProperty().get()).isFalse();
    assertThat(model.measuringProperty().get()).isFalse();
    answer =
        command -> {
          machine = Optional.of(SampleMachine.speed());
          return DONE;
        };
    busy.set(false);
    assertThat(price()).isNotNull();
    assertThat(commands).hasSize(2);
  }

  @Test
  void aFailureIsToldAndOnlyRepeatedWhenAsked() {
    machine = Optional.empty();
    answer = command -> new CommandRunner.Result(4, "", "The disk is full.");
    PriceController controller = ready();

    assertThat(missing()).isEqualTo("This machine could not be measured: The disk is full.");
    network.unfreezeAll();
    work();
    assertThat(commands).hasSize(1);

    // It says that it did, but nothing is there.
    answer = command -> DONE;
    controller.measure();
    assertThat(missing()).contains("cannot be found");
    assertThat(commands).hasSize(2);

    answer =
        command -> {
          machine = Optional.of(SampleMachine.speed());
          return DONE;
        };
    controller.measure();
    assertThat(price()).isNotNull();
  }
}
