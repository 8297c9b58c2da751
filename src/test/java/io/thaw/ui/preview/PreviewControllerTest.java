package io.thaw.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.InputSpec;
import io.thaw.catalogue.ModelCard;
import io.thaw.dataset.PictureIndex;
import io.thaw.job.AugmentationKind;
import io.thaw.network.Network;
import io.thaw.network.ResidualNetworks;
import io.thaw.ui.images.ImagesController;
import io.thaw.ui.images.ImagesModel;
import io.thaw.ui.images.ShortKeeper;
import io.thaw.ui.network.LoadedNetwork;
import io.thaw.ui.network.NetworkModel;
import io.thaw.ui.training.TrainingFormModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewControllerTest {
  private static final Network NETWORK = ResidualNetworks.small(List.of(8, 16), 10);

  @TempDir private Path folder;
  private final ObjectProperty<ModelCard> card = new SimpleObjectProperty<>();
  private final NetworkModel network = new NetworkModel();
  private final ImagesModel images = new ImagesModel();
  private final TrainingFormModel form = new TrainingFormModel();
  private final PreviewModel model = new PreviewModel();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final PreviewController controller =
      new PreviewController(
          model, new PreviewInputs(card, network, images, form), waiting::add, Runnable::run);

  @BeforeEach
  void draw() throws IOException {
    for (String name : List.of("circles", "squares", "stars")) {
      Path of = Files.createDirectories(folder.resolve(name));
      for (int i = 0; i < 2; i++) {
        BufferedImage picture = new BufferedImage(50, 40, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(10 * i, name.length(), 0xff8800 + 16 * i);
        ImageIO.write(picture, "png", of.resolve(i + ".png").toFile());
      }
    }
  }

  private void pickModel(int side) {
    InputSpec input = new InputSpec(side, side, true, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
    network.show(LoadedNetwork.of(NETWORK, input.shape()));
    card.set(
        new ModelCard(
            "small",
            "Small",
            "",
            "",
            "",
            folder,
            folder,
            Optional.empty(),
            input,
            false,
            List.of(),
            OptionalLong.empty(),
            NETWORK));
  }

  private void ready() {
    pickModel(32);
    new ImagesController(
            images, new ShortKeeper(), PictureIndex::inMemory, Runnable::run, Runnable::run)
        .open(folder);
    form.augmentation().set(AugmentationKind.STANDARD);
  }

  private Preview shown() {
    while (!waiting.isEmpty()) {
      waiting.poll().run();
    }
    return model.preview().get();
  }

  private String missing() {
    assertThat(shown()).isNull();
    return model.missing().get();
  }

  @Test
  void nothingIsReadBeforeSomebodyWantsToSee() {
    ready();
    form.augmentation().set(AugmentationKind.NONE);
    waiting.clear();
    pickModel(64);
    assertThat(model.open().get()).isFalse();
    assertThat(waiting).isEmpty();

    controller.toggle();

    assertThat(shown().views()).isEmpty();
    assertThat(shown().plain().rgb()).hasSize(3 * 64 * 64);
  }

  @Test
  void theChoiceOfAnAugmentationOpensIt() {
    form.augmentation().set(AugmentationKind.LIGHT);
    assertThat(model.open().get()).isTrue();
    controller.toggle();
    form.augmentation().set(AugmentationKind.STANDARD);
    assertThat(model.open().get()).isFalse();
    form.augmentation().set(AugmentationKind.NONE);

    controller.toggle();
    form.augmentation().set(AugmentationKind.LIGHT);
    form.augmentation().set(AugmentationKind.NONE);
    assertThat(model.open().get()).isTrue();
  }

  @Test
  void followsTheSettingsAndTheModel() {
    ready();
    assertThat(shown().views()).hasSize(4);
    assertThat(shown().question().hasPrefix()).isTrue();

    form.views().text().set("2");
    assertThat(shown().views()).hasSize(2);
    network.unfreezeAll();
    assertThat(shown().question().hasPrefix()).isFalse();
    form.views().text().set("");
    assertThat(shown().question().kept()).isZero();
    assertThat(shown().views()).hasSize(9);
    form.views().text().set("12");
    assertThat(shown().views()).hasSize(9);
    model.all().set(true);
    assertThat(shown().views()).hasSize(12);
    pickModel(64);
    assertThat(shown().plain().rgb()).hasSize(3 * 64 * 64);
  }

  @Test
  void freshViewsDifferAndStayWhileThePictureDoes() {
    ready();
    form.views().text().set("0");
    Preview first = shown();
    form.epochs().text().set("3");
    form.views().text().set("4");
    shown();
    form.views().text().set("0");

    Set<String> different = new HashSet<>();
    for (int i = 0; i < 9; i++) {
      assertThat(shown().views().get(i).rgb()).isEqualTo(first.views().get(i).rgb());
      different.add(first.views().get(i).traits().toString());
    }
    assertThat(different).hasSize(9);
  }

  @Test
  void theLatestQuestionWins() {
    ready();
    shown();
    form.views().text().set("1");
    form.views().text().set("3");
    assertThat(waiting).hasSize(2);

    waiting.pollLast().run();
    assertThat(model.preview().get().views()).hasSize(3);
    waiting.poll().run();
    assertThat(model.preview().get().views()).hasSize(3);

    form.views().text().set("5");
    form.augmentation().set(AugmentationKind.NONE);
    shown();
    assertThat(model.preview().get().views()).hasSize(3);
    assertThat(model.open().get()).isFalse();
  }

  @Test
  void anotherPictureIsOneOfAnotherClass() {
    ready();
    Set<Path> seen = new HashSet<>();
    for (String name : List.of("circles", "squares", "stars", "circles", "squares", "stars")) {
      assertThat(shown().question().className()).isEqualTo(name);
      seen.add(shown().question().image().file());
      controller.another();
    }
    assertThat(seen).hasSize(6);
    assertThat(shown().question().image().file()).isEqualTo(folder.resolve("circles/0.png"));
  }

  @Test
  void saysWhatIsMissing() {
    form.augmentation().set(AugmentationKind.LIGHT);
    controller.another();
    assertThat(missing()).contains("step 1");
    assertThat(model.choice().get()).isFalse();
    pickModel(32);
    assertThat(missing()).contains("step 2");
    ready();
    assertThat(shown()).isNotNull();
    form.views().text().set("many");
    assertThat(missing()).startsWith("Views per picture must be");
  }

  @Test
  void aPictureThatCannotBeDecodedIsToldAndPassedOver() throws IOException {
    ready();
    Files.write(folder.resolve("circles/0.png"), new byte[] {1, 2, 3});
    assertThat(missing()).startsWith("0.png cannot be shown: ").endsWith(".");
    assertThat(model.choice().get()).isTrue();

    controller.another();
    assertThat(shown().question().className()).isEqualTo("squares");
    assertThat(model.missing().get()).isEmpty();
  }

  @Test
  void aFolderLookedThroughAgainIsReadAgain() throws IOException {
    ready();
    byte[] before = shown().plain().rgb();
    BufferedImage other = new BufferedImage(50, 40, BufferedImage.TYPE_INT_RGB);
    other.createGraphics().fillRect(0, 0, 30, 40);
    ImageIO.write(other, "png", folder.resolve("circles/0.png").toFile());

    new ImagesController(
            images, new ShortKeeper(), PictureIndex::inMemory, Runnable::run, Runnable::run)
        .open(folder);

    assertThat(shown().plain().rgb()).isNotEqualTo(before);
  }
}
