package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thaw.network.PlanWork;
import io.thaw.network.Work;
import org.junit.jupiter.api.Test;

class PriceTagTest {
  private static final TrainingSettings SETTINGS =
      TrainingSettings.DEFAULT.withEpochs(3).withBatch(10);
  private static final PictureFacts PICTURES = new PictureFacts(100, 20, 1000);

  private static PlanWork work(boolean prefix) {
    return new PlanWork(
        true,
        prefix,
        prefix ? new Work(20_000, 0, 10_000, 0, 0, 10_000) : Work.NONE,
        prefix ? new Work(20_000, 0, 10_000, 0, 10_000, 10_000) : Work.NONE,
        new Work(1000, 0, 0, 1000, 1000, 984),
        new Work(500, 0, 0, 250, 0, 250),
        300,
        prefix ? 1 : 300,
        prefix ? 500 : 0,
        prefix ? 500 : 1000,
        0,
        4,
        prefix ? 5000 : 0,
        6000);
  }

  @Test
  void everyPictureIsTakenInOnceAndEveryEpochGoesOverTheTail() {
    Estimate estimate = PriceTag.of(SampleMachine.speed(), work(true), PICTURES, SETTINGS);

    double decoding = 0.002 + 300 * 1e-5 + 1000 * 1e-6;
    double look = 0.002 + 1000 * 1e-6;
    double frozen = 0.04 + 0.01 + 0.25e-3;
    double intake = 1 + 4 * 0.025 + 0.05 + 120 * (decoding + frozen);
    // 4,000 with the boundary tensor's four copies.
    double epoch = 100 * (0.002 + 0.004) + 10 * 0.2 + 20 * 0.002 + 0.1;
    assertThat(estimate.intakeSeconds()).isCloseTo(intake, within(1e-9));
    assertThat(estimate.firstEpochSeconds()).isCloseTo(intake + 6 + epoch, within(1e-9));
    assertThat(estimate.laterEpochSeconds()).isCloseTo(epoch, within(1e-9));
    assertThat(estimate.totalSeconds())
        .isCloseTo(3 + 120 * (0.01 + look) + 1 + intake + 6 + 3 * epoch, within(1e-9));
  }

  @Test
  void theCacheHoldsTwoBytesForEachNumberAndTheNameOfEachRecord() {
    assertThat(PriceTag.of(SampleMachine.speed(), work(true), PICTURES, SETTINGS).cacheBytes())
        .isEqualTo(120 * (2 + 44));
    assertThat(PriceTag.of(SampleMachine.speed(), work(false), PICTURES, SETTINGS).cacheBytes())
        .isZero();
  }

  @Test
  void testPicturesAreTakenInAndLookedAtOnceInTheEnd() {
    PictureFacts tested = new PictureFacts(100, 20, 30, 1000);
    Estimate with = PriceTag.of(SampleMachine.speed(), work(true), tested, SETTINGS);
    Estimate without = PriceTag.of(SampleMachine.speed(), work(true), PICTURES, SETTINGS);

    double look = 0.01 + 0.002 + 1000 * 1e-6;
    double decoding = 0.002 + 300 * 1e-5 + 1000 * 1e-6;
    double frozen = 0.04 + 0.01 + 0.25e-3;
    assertThat(with.totalSeconds() - without.totalSeconds())
        .isCloseTo(30 * (look + decoding + frozen + 0.002) + 0.1, within(1e-9));
    assertThat(with.firstEpochSeconds()).isEqualTo(without.firstEpochSeconds());
    assertThat(with.laterEpochSeconds()).isEqualTo(without.laterEpochSeconds());
    assertThat(with.cacheBytes()).isEqualTo(150 * (2 + 44));
  }

  @Test
  void viewsThatAreKeptAreTakenInEach() {
    TrainingSettings views = SETTINGS.withAugmentation(AugmentationKind.STANDARD, 4);
    Estimate plain = PriceTag.of(SampleMachine.speed(), work(true), PICTURES, SETTINGS);
    Estimate four = PriceTag.of(SampleMachine.speed(), work(true), PICTURES, views);

    double once = plain.intakeSeconds() - 1.15;
    assertThat(four.intakeSeconds()).isCloseTo(1.15 + once * 420 / 120, within(1e-9));
    assertThat(four.laterEpochSeconds()).isEqualTo(plain.laterEpochSeconds());
    assertThat(four.cacheBytes()).isEqualTo(420 * (2 + 44));
  }

  @Test
  void freshViewsAreMadeInEachEpoch() {
    TrainingSettings fresh = SETTINGS.withAugmentation(AugmentationKind.STANDARD, 0);
    Estimate plain = PriceTag.of(SampleMachine.speed(), work(true), PICTURES, SETTINGS);
    Estimate each = PriceTag.of(SampleMachine.speed(), work(true), PICTURES, fresh);

    double view = (plain.intakeSeconds() - 1.15) / 120;
    assertThat(each.intakeSeconds()).isCloseTo(1.15 + 20 * view, within(1e-9));
    assertThat(each.laterEpochSeconds())
        .isCloseTo(plain.laterEpochSeconds() + 100 * view, within(1e-9));
  }

  @Test
  void withoutAPrefixPicturesAreOnlyDecoded() {
    Estimate estimate = PriceTag.of(SampleMachine.speed(), work(false), PICTURES, SETTINGS);

    assertThat(estimate.intakeSeconds()).isCloseTo(0.05 + 120 * 0.006, within(1e-9));
  }

  @Test
  void largePicturesAreDecodedInPart() {
    // 100 pixels for the network: a file has 16 times as many from 400 bytes on.
    double below = decoding(399);
    double above = decoding(401);

    assertThat(below).isCloseTo(0.05 + 120 * (0.005 + 399 * 4e-6), within(1e-9));
    assertThat(above).isCloseTo(0.05 + 120 * (0.005 + 401 * 1e-6), within(1e-9));
  }

  private static double decoding(double bytes) {
    PictureFacts facts = new PictureFacts(100, 20, bytes);
    return PriceTag.of(SampleMachine.speed(), work(false), facts, SETTINGS).intakeSeconds();
  }

  @Test
  void smallerPicturesMakeTheFirstEpochsShorter() {
    TrainingSettings growing =
        new TrainingSettings(
            5,
            10,
            0,
            OptimizerKind.SGD,
            0.9,
            0,
            RateSchedule.COSINE,
            0,
            0,
            5,
            AugmentationKind.LIGHT,
            0,
            ClassBalance.NONE);
    TrainingSettings full = SETTINGS.withEpochs(5).withAugmentation(AugmentationKind.LIGHT, 0);
    Estimate estimate = PriceTag.of(SampleMachine.speed(), work(false), PICTURES, growing);
    Estimate whole = PriceTag.of(SampleMachine.speed(), work(false), PICTURES, full);

    // A quarter of the pixels in three of five epochs.
    double saved = 0.75 * 100 * ((3984 + 4800) / 2e6 + 0.004);
    assertThat(whole.firstEpochSeconds() - estimate.firstEpochSeconds())
        .isCloseTo(saved, within(1e-9));
    assertThat(whole.totalSeconds() - estimate.totalSeconds()).isCloseTo(3 * saved, within(1e-9));
    assertThat(whole.laterEpochSeconds() - estimate.laterEpochSeconds())
        .isCloseTo(saved / 2, within(1e-9));
  }

  @Test
  void memoryGrowsWithTheBatchAndWithWhatLearns() {
    long small = PriceTag.of(SampleMachine.speed(), work(false), PICTURES, SETTINGS).memoryBytes();
    long large =
        PriceTag.of(SampleMachine.speed(), work(false), PICTURES, SETTINGS.withBatch(20))
            .memoryBytes();

    assertThat(small).isGreaterThan(300_000_000);
    assertThat(large - small).isEqualTo(10 * (6000 * 3 / 2 + 3 * 4 * 300));
  }
}
