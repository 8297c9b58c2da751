package io.thaw.tuning;

import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.ProblemKind;
import io.thaw.dataset.ViewSeeds;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.Phase;
import io.thaw.job.Report;
import io.thaw.tuning.FeatureSamples.NamedPicture;
import io.thaw.tuning.cache.RecordId;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Finds what is already known of pictures, and runs the frozen prefix over the rest. */
final class FeatureIntake implements AutoCloseable {
  private final PictureReader reader;
  private final FeatureComputer computer;
  private final Prefix prefix;
  private final FeatureShelf shelf;
  private final Consumer<JobEvent> events;
  private final long memory;
  private final CancelToken cancel;
  private final BiConsumer<PictureView, ImageProblem> unreadable;
  private final Set<LabeledImage> leftOut = new HashSet<>();
  private KeptFeatures kept;
  private long fromCache;
  private long computed;
  private long notKept;

  /** A record of the plan. */
  private record Wanted(RecordId id, PictureView view) {}

  FeatureIntake(
      PictureReader reader,
      FeatureComputer computer,
      Prefix prefix,
      FeatureShelf shelf,
      long memory,
      Consumer<JobEvent> events,
      CancelToken cancel,
      BiConsumer<PictureView, ImageProblem> unreadable) {
    this.reader = reader;
    this.computer = computer;
    this.prefix = prefix;
    this.shelf = shelf;
    this.memory = memory;
    this.events = events;
    this.cancel = cancel;
    this.unreadable = unreadable;
  }

  Intake.Sets takeIn(
      List<LabeledImage> train, ViewPlan plan, List<LabeledImage> validation, PictureIndex index) {
    List<NamedPicture> trainNamed = name(train, index);
    List<NamedPicture> validationNamed = name(validation, index);
    index.save();
    List<Wanted> wanted = new ArrayList<>();
    addWanted(validationNamed, ViewPlan.PLAIN, wanted);
    addWanted(trainNamed, plan, wanted);
    kept = keptBy(prefix.engine());
    List<Wanted> missing = missing(wanted);
    if (!missing.isEmpty() && !cancel.isCancelled()) {
      missing = computeMissing(wanted, missing);
    }
    fromCache = wanted.size() - missing.size();
    kept.flush();
    return new Intake.Sets(
        new FeatureSamples(readable(trainNamed), plan, kept, computer),
        new FeatureSamples(readable(validationNamed), ViewPlan.PLAIN, kept, computer));
  }

  /** Hashes contents on all cores. */
  private List<NamedPicture> name(List<LabeledImage> images, PictureIndex index) {
    Iterator<Callable<NamedPicture>> work =
        images.stream().<Callable<NamedPicture>>map(image -> () -> name(image, index)).iterator();
    List<NamedPicture> named = new ArrayList<>();
    try (Ahead<NamedPicture> ahead = reader.each(work)) {
      while (ahead.hasNext() && !cancel.isCancelled()) {
        NamedPicture picture = ahead.next();
        if (picture.id() == null) {
          LabeledImage image = picture.image();
          leaveOut(
              PictureView.plain(image),
              new ImageProblem(image.file(), ProblemKind.UNREADABLE, "it cannot be read"));
        } else {
          named.add(picture);
        }
      }
    }
    return named;
  }

  private static NamedPicture name(LabeledImage image, PictureIndex index) {
    RecordId id = index.contentHash(image.file()).map(it -> id(it, image)).orElse(null);
    return new NamedPicture(image, id);
  }

  /** The name of a picture's plain view. */
  static RecordId id(byte[] sha256, LabeledImage image) {
    return RecordId.of(ViewSeeds.content(sha256, image.partial()), 0);
  }

  private static void addWanted(List<NamedPicture> pictures, ViewPlan plan, List<Wanted> wanted) {
    for (NamedPicture picture : pictures) {
      for (int i = 0; i < plan.kept(); i++) {
        RecordId id = plan.id(picture.id(), i);
        wanted.add(new Wanted(id, plan.view(picture.image(), id)));
      }
    }
  }

  private KeptFeatures keptBy(String engine) {
    return new KeptFeatures(shelf.open(engine, prefix.size()), prefix.size(), memory);
  }

  private List<Wanted> missing(List<Wanted> wanted) {
    return wanted.stream().filter(it -> !kept.contains(it.id())).toList();
  }

  /**
   * Records are only good for the engine that made them: where another one turns out to be needed,
   * others are missing.
   *
   * @return what was missing
   */
  private List<Wanted> computeMissing(List<Wanted> wanted, List<Wanted> missing) {
    String assumed = prefix.engine();
    try (var computation = computer.begin(views(missing))) {
      computation.open();
      if (prefix.engine().equals(assumed)) {
        computation.run(new Taking(missing, wanted.size()), cancel::isCancelled);
        return missing;
      }
    }
    kept.close();
    kept = keptBy(prefix.engine());
    List<Wanted> others = missing(wanted);
    computer.compute(views(others), new Taking(others, wanted.size()), cancel::isCancelled);
    return others;
  }

  private static Iterator<PictureView> views(List<Wanted> wanted) {
    return wanted.stream().map(Wanted::view).iterator();
  }

  /** Keeps what is computed. */
  private final class Taking implements FeatureComputer.Sink {
    private final Iterator<Wanted> ids;
    private final Progress progress;

    Taking(List<Wanted> missing, int total) {
      ids = missing.iterator();
      progress = new Progress(Phase.PREFIX, total, events);
      progress.skip(total - missing.size());
    }

    @Override
    public void features(PictureView view, FloatBuffer features, int at) {
      take(next(view), features, at);
      progress.advance(1);
    }

    @Override
    public void unreadable(PictureView view, ImageProblem problem) {
      leaveOut(view, problem);
      progress.advance(1);
    }

    /** Unreadable views have no features, so their ids are passed over. */
    private RecordId next(PictureView view) {
      Wanted wanted = ids.next();
      while (wanted.view() != view) {
        wanted = ids.next();
      }
      return wanted.id();
    }
  }

  private void take(RecordId id, FloatBuffer features, int at) {
    computed++;
    if (!kept.keep(id, features, at)) {
      notKept++;
    }
  }

  private void leaveOut(PictureView view, ImageProblem problem) {
    leftOut.add(view.image());
    unreadable.accept(view, problem);
  }

  private List<NamedPicture> readable(List<NamedPicture> pictures) {
    return pictures.stream().filter(it -> !leftOut.contains(it.image())).toList();
  }

  Report.Features summary(int views) {
    return new Report.Features(prefix.engine(), views, fromCache, computed, notKept);
  }

  double prefixSeconds() {
    return computer.prefixSeconds();
  }

  @Override
  public void close() {
    if (kept != null) {
      kept.close();
    }
  }
}
