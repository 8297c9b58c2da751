package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.Augmentation;
import io.thaw.dataset.ImageFolder;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureIndex;
import io.thaw.engine.DirectFloats;
import io.thaw.engine.EngineSession;
import io.thaw.engine.FrozenRunners;
import io.thaw.engine.Initializer;
import io.thaw.engine.Tensor;
import io.thaw.job.CancelToken;
import io.thaw.network.BatchNormRule;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layers;
import io.thaw.network.NetworkSplit;
import io.thaw.run.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features that found a place and features that did not. */
class FeatureSamplesTest {
  private static final InputSpec INPUT = Fixtures.INPUT;
  private static final long PLENTY = 1 << 20;

  @TempDir private Path folder;
  private List<LabeledImage> train;
  private List<LabeledImage> validation;

  @BeforeEach
  void makePictures() throws IOException {
    List<LabeledImage> images =
        ImageFolder.scan(Fixtures.pictures(folder.resolve("pictures"), 5)).images();
    train = images.subList(0, 9);
    validation = images.subList(9, 15);
  }

  /** What a pass over the training samples gives. */
  private record Seen(float[] values, long computed, long notKept) {}

  private Seen pass(Augmentation augmentation, int views, long memory, RandomGenerator random) {
    NetworkSplit split =
        NetworkSplit.of(
            Fixtures.network(),
            FreezeSpec.parse("all")
                .resolve(Layers.of(Fixtures.network()), BatchNormRule.FOLLOW_LAYER),
            INPUT.shape(),
            3);
    Map<String, Tensor> parameters = Initializer.random(split.whole(), INPUT.shape(), 7);
    try (EngineSession session = EngineSession.open(1);
        Prefix prefix = prefix(session, split, parameters);
        Intake intake = new Intake(INPUT, augmentation, views, event -> {}, new CancelToken());
        Intake.Sets sets =
            intake.features(
                train,
                validation,
                prefix,
                (engine, size) -> Optional.empty(),
                memory,
                PictureIndex.inMemory(folder))) {
      Samples samples = sets.train();
      FloatBuffer into = DirectFloats.allocate((long) samples.count() * samples.size());
      int[] all = IntStream.range(0, samples.count()).toArray();
      samples.read(all, 0, all.length, random, into);
      float[] values = new float[into.capacity()];
      into.get(values);
      return new Seen(values, intake.summary().computed(), intake.summary().notKept());
    }
  }

  private static Prefix prefix(
      EngineSession session, NetworkSplit split, Map<String, Tensor> parameters) {
    return new Prefix(
        split.boundary(),
        (pictures, count) ->
            FrozenRunners.open(
                session,
                split.prefix(),
                parameters,
                INPUT.shape(),
                split.boundary(),
                pictures,
                count),
        notice -> {});
  }

  @Test
  void whatFoundNoPlaceIsComputedAgainAndIsTheSame() {
    Seen kept = pass(Augmentation.NONE, 0, PLENTY, null);
    Seen again = pass(Augmentation.NONE, 0, 0, null);

    assertThat(kept.notKept()).isZero();
    assertThat(again.notKept()).isEqualTo(15);
    assertThat(again.values()).isEqualTo(kept.values());
  }

  @Test
  void keptViewsAreDrawnAmongAndFreshOnesAreNew() {
    Seen one = pass(Augmentation.STANDARD, 3, PLENTY, new SplittableRandom(1));
    Seen same = pass(Augmentation.STANDARD, 3, 0, new SplittableRandom(1));
    Seen other = pass(Augmentation.STANDARD, 3, PLENTY, new SplittableRandom(5));
    Seen fresh = pass(Augmentation.STANDARD, 0, PLENTY, new SplittableRandom(1));

    assertThat(one.computed()).isEqualTo(9 * 3 + 6);
    assertThat(same.values()).isEqualTo(one.values());
    assertThat(other.values()).isNotEqualTo(one.values());
    assertThat(fresh.computed()).isEqualTo(6);
    assertThat(fresh.values()).isNotEqualTo(one.values());
  }

  @Test
  void aPictureThatIsGoneWhenItMustBeReadAgainIsNamed() throws IOException {
    Path gone = train.get(4).file();
    RandomGenerator deleting =
        () -> {
          try {
            Files.deleteIfExists(gone);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return 42;
        };

    assertThatThrownBy(() -> pass(Augmentation.LIGHT, 0, PLENTY, deleting))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(gone.toString());
  }
}
