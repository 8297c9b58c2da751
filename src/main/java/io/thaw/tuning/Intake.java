package io.thaw.tuning;

import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.Augmentation;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureIndex;
import io.thaw.engine.Normalizer;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.Report;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns pictures into {@link Samples}: decoding, and the frozen prefix where there is one. Pictures
 * that cannot be read are left out and reported. The samples end with the intake.
 */
public final class Intake implements AutoCloseable {
  private final InputSpec input;
  private final Normalizer normalizer;
  private final ViewPlan plan;
  private final PictureReader reader;
  private final Consumer<JobEvent> events;
  private final CancelToken cancel;
  private final Map<Path, ImageProblem> problems = new LinkedHashMap<>();
  private Report.Features features;
  private FeatureIntake featureIntake;
  private PictureReader smallReader;
  private double waitSeconds;
  private double seconds;

  /**
   * Training and validation samples.
   *
   * @param train in the views that the plan says
   * @param validation as the pictures are
   * @param smallStart the training samples of the first epochs, where they are smaller
   */
  public record Sets(Samples train, Samples validation, Optional<SmallStart> smallStart)
      implements AutoCloseable {
    Sets(Samples train, Samples validation) {
      this(train, validation, Optional.empty());
    }

    /**
     * The same, where the training pictures come with what a teacher says of them.
     *
     * @param teacher its outputs before softmax, of all training pictures and perhaps others;
     *     closed with these sets
     */
    public Sets taughtBy(Samples teacher) {
      return new Sets(
          new TaughtSamples(train, teacher),
          validation,
          smallStart.map(
              it ->
                  new SmallStart(
                      new TaughtSamples(it.train(), teacher),
                      it.small(),
                      it.full(),
                      it.lastEpoch())));
    }

    @Override
    public void close() {
      train.close();
      validation.close();
    }
  }

  /**
   * An intake.
   *
   * @param augmentation of the training pictures
   * @param keptViews of each training picture; 0 for fresh ones whenever a sample is read. Without
   *     augmentation it does not count
   */
  public Intake(
      InputSpec input,
      Augmentation augmentation,
      int keptViews,
      Consumer<JobEvent> events,
      CancelToken cancel) {
    this(input, augmentation, keptViews, false, events, cancel);
  }

  /** An intake of pictures as they are, enlarged smoothly where they are small. */
  public static Intake smooth(InputSpec input, Consumer<JobEvent> events, CancelToken cancel) {
    return new Intake(input, Augmentation.NONE, 0, true, events, cancel);
  }

  private Intake(
      InputSpec input,
      Augmentation augmentation,
      int keptViews,
      boolean smooth,
      Consumer<JobEvent> events,
      CancelToken cancel) {
    this.input = input;
    this.normalizer = new Normalizer(input);
    this.plan =
        augmentation.equals(Augmentation.NONE)
            ? ViewPlan.PLAIN
            : new ViewPlan(augmentation, keptViews);
    this.reader = new PictureReader(input, augmentation, smooth);
    this.events = events;
    this.cancel = cancel;
  }

  /**
   * Takes pictures in as they are, for a network of which no part is cut off; stops early when
   * cancelled.
   *
   * @param spillFolder for what does not fit in memory
   */
  public Sets pictures(List<LabeledImage> train, List<LabeledImage> validation, Path spillFolder) {
    long start = System.nanoTime();
    PictureIntake intake =
        new PictureIntake(reader, normalizer, spillFolder, events, cancel, this::leaveOut);
    Sets sets = intake.takeIn(train, plan, validation);
    waitSeconds = intake.waitSeconds();
    seconds = (System.nanoTime() - start) / 1e9;
    features = new Report.Features(null, views(), 0, intake.records(), 0);
    return sets;
  }

  /**
   * Has the first epochs learn from smaller views of the same pictures.
   *
   * @param sets of {@link #pictures}, with fresh views
   * @param side of the smaller pictures, in pixels
   * @param lastEpoch the last small one
   */
  public Sets startingSmall(Sets sets, int side, int lastEpoch) {
    InputSpec small = new InputSpec(side, side, input.centerCrop(), input.mean(), input.std());
    smallReader = reader.sharing(small);
    Samples train = ((PictureSamples) sets.train()).sized(smallReader, new Normalizer(small));
    return new Sets(
        sets.train(),
        sets.validation(),
        Optional.of(new SmallStart(train, small.shape(), input.shape(), lastEpoch)));
  }

  /**
   * Runs the frozen prefix over the pictures that the shelf does not have; stops early when
   * cancelled.
   *
   * @param memory bytes for tensors that the shelf has no room for
   * @param index tells the pictures' contents; what it learns of them is saved
   */
  public Sets features(
      List<LabeledImage> train,
      List<LabeledImage> validation,
      Prefix prefix,
      FeatureShelf shelf,
      long memory,
      PictureIndex index) {
    long start = System.nanoTime();
    FeatureComputer computer = new FeatureComputer(reader, normalizer, prefix);
    featureIntake =
        new FeatureIntake(reader, computer, prefix, shelf, memory, events, cancel, this::leaveOut);
    Sets sets = featureIntake.takeIn(train, plan, validation, index);
    waitSeconds = computer.waitSeconds();
    seconds = (System.nanoTime() - start) / 1e9;
    features = featureIntake.summary(views());
    return sets;
  }

  private int views() {
    return plan == ViewPlan.PLAIN ? 0 : plan.kept();
  }

  /** Once for each picture, however many views of it were wanted. */
  private void leaveOut(PictureView view, ImageProblem problem) {
    if (problems.putIfAbsent(view.image().file(), problem) == null) {
      events.accept(JobEvent.ProblemFound.of(problem));
    }
  }

  /** Pictures that were left out. */
  public List<ImageProblem> problems() {
    return List.copyOf(problems.values());
  }

  /** What came from the cache and what was computed. */
  public Report.Features summary() {
    return features;
  }

  /** Seconds spent waiting for decoded pictures while taking in. */
  public double decodeSeconds() {
    return waitSeconds;
  }

  /** Seconds spent in the frozen prefix, so far. */
  public double prefixSeconds() {
    return featureIntake == null ? 0 : featureIntake.prefixSeconds();
  }

  /** Seconds from the first picture to the last. */
  public double seconds() {
    return seconds;
  }

  @Override
  public void close() {
    reader.close();
    if (smallReader != null) {
      smallReader.close();
    }
    if (featureIntake != null) {
      featureIntake.close();
    }
  }
}
