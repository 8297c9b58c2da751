package io.thaw.job;

import io.thaw.network.PlanWork;
import io.thaw.network.Work;

/** Works out what a run will cost, without starting it. */
public final class PriceTag {
  private static final int BYTES_PER_VALUE = 4;

  /** A decoder leaves out what a picture of a quarter of the sides does not need. */
  private static final double REDUCED_SIDES = 4;

  /** Pictures of up to so many times the network's pixels stay decoded for fresh views. */
  private static final double SMALL_PICTURE = 4;

  /** Pictures on which the engines of the frozen layers are compared. */
  private static final int COMPARED = 4;

  /** A boundary tensor is copied into a batch and from there into the engine, read and written. */
  private static final int COPIES = 4;

  /** The optimiser reads value, gradient and momentum, and writes value and momentum. */
  private static final int UPDATE_TENSORS = 5;

  private static final long CACHE_BYTES_PER_VALUE = 2;

  /** A checksum, and the name of the record. */
  private static final long CACHE_BYTES_PER_RECORD = 4 + 40;

  private final MachineSpeed machine;
  private final PlanWork work;
  private final PictureFacts pictures;
  private final TrainingSettings settings;

  private PriceTag(
      MachineSpeed machine, PlanWork work, PictureFacts pictures, TrainingSettings settings) {
    this.machine = machine;
    this.work = work;
    this.pictures = pictures;
    this.settings = settings;
  }

  /**
   * The estimate for a run that begins with an empty cache.
   *
   * @param work of the network with its freeze plan and head
   */
  public static Estimate of(
      MachineSpeed machine, PlanWork work, PictureFacts pictures, TrainingSettings settings) {
    return new PriceTag(machine, work, pictures, settings).estimate();
  }

  private Estimate estimate() {
    double intake = intake();
    int small = Math.min(settings.lastSmallEpoch(), settings.epochs());
    double full = epoch(1);
    double shrunk = small == 0 ? full : epoch(smallShare());
    double first = intake + firstStep() + (small > 0 ? shrunk : full);
    double others =
        Math.max(0, small - 1) * shrunk + (settings.epochs() - Math.max(1, small)) * full;
    double later = settings.epochs() > 1 ? others / (settings.epochs() - 1) : full;
    return new Estimate(
        intake,
        first,
        later,
        start() + first + others + test(),
        new MemoryTag(machine, work, pictures, settings).bytes(),
        cacheBytes());
  }

  /** Before the first picture is decoded and after the last is learned. */
  private double start() {
    long parameters = work.prefixParameters() + work.tailParameters();
    return machine.fixed().start()
        + pictures.all() * (machine.decoding().look() + deepLook())
        + parameters * machine.fixed().parameter();
  }

  /** Decoding a picture small, to see whether it can be decoded and which others it is like. */
  private double deepLook() {
    return machine.decoding().picture()
        + pictures.meanFileBytes() * machine.decoding().reducedByte();
  }

  private double intake() {
    double taken = (double) records() * pictures.train() + pictures.validation();
    double decoding = machine.decoding().warmUp() + taken * decode();
    if (!work.hasPrefix()) {
      return decoding;
    }
    double compared = COMPARED * machine.forward().seconds(work.prefix());
    return machine.fixed().open() + compared + decoding + taken * freeze();
  }

  /**
   * How often a training picture is taken in; fresh views are, without a prefix, looked at once.
   */
  private int records() {
    if (settings.augmentation() == AugmentationKind.NONE) {
      return 1;
    }
    return fresh() && !work.hasPrefix() ? 1 : views();
  }

  private int views() {
    return settings.keptViews(work.hasPrefix());
  }

  private boolean fresh() {
    return settings.augmentation() != AugmentationKind.NONE && views() == 0;
  }

  /** One picture through the frozen layers, and its boundary tensor kept. */
  private double freeze() {
    return machine.frozen().seconds(work.frozen())
        + machine.fixed().batch() / MachineSpeed.FROZEN_BATCH
        + work.boundaryValues() * machine.fixed().feature();
  }

  /** From a file to what the network takes. */
  private double decode() {
    MachineSpeed.Decoding price = machine.decoding();
    boolean reduced = filePixels() >= REDUCED_SIDES * REDUCED_SIDES * networkPixels();
    return price.picture()
        + work.inputValues() * price.value()
        + pictures.meanFileBytes() * (reduced ? price.reducedByte() : price.fileByte());
  }

  private double filePixels() {
    return pictures.meanFileBytes() / machine.decoding().bytesPerPixel();
  }

  private double networkPixels() {
    return work.inputValues() / 3.0;
  }

  /** A view that no epoch had before. */
  private double freshView() {
    double view =
        !work.hasPrefix() && filePixels() <= SMALL_PICTURE * networkPixels()
            ? work.inputValues() * machine.decoding().value()
            : decode();
    return work.hasPrefix() ? view + freeze() : view;
  }

  private double smallShare() {
    return settings.firstSize() * settings.firstSize() / networkPixels();
  }

  /**
   * An epoch with its validation.
   *
   * @param share of the tail's work that a training picture is, where it begins smaller
   */
  private double epoch(double share) {
    Work update =
        Work.moving((double) UPDATE_TENSORS * BYTES_PER_VALUE * work.trainableParameters());
    double forward = check();
    double backward = machine.backward().seconds(work.backward());
    double step = machine.fixed().step() + machine.forward().seconds(update);
    return pictures.train() * (share * (forward + backward) + (fresh() ? freshView() : 0))
        + batches(pictures.train(), settings.batch()) * step
        + pictures.validation() * forward
        + batches(pictures.validation(), MachineSpeed.CHECK_BATCH) * machine.fixed().check();
  }

  /** The test pictures are taken in after the last epoch, and looked at once. */
  private double test() {
    if (pictures.test() == 0) {
      return 0;
    }
    double taken = pictures.test() * (decode() + (work.hasPrefix() ? freeze() : 0));
    return taken
        + pictures.test() * check()
        + batches(pictures.test(), MachineSpeed.CHECK_BATCH) * machine.fixed().check();
  }

  /** One picture through the tail without learning from it. */
  private double check() {
    Work copied = Work.moving((double) COPIES * BYTES_PER_VALUE * work.boundaryValues());
    return machine.forward().seconds(work.forward().plus(copied));
  }

  private static double batches(int count, int size) {
    return Math.ceil((double) count / size);
  }

  private double firstStep() {
    int batch = Math.min(settings.batch(), pictures.train());
    return batch * work.tailBytes() * machine.fixed().firstByte();
  }

  private long cacheBytes() {
    if (!work.hasPrefix()) {
      return 0;
    }
    return ((long) records() * pictures.train() + pictures.validation() + pictures.test())
        * (CACHE_BYTES_PER_VALUE * work.boundaryValues() + CACHE_BYTES_PER_RECORD);
  }
}
