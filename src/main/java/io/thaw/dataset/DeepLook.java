package io.thaw.dataset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Decodes every picture of a folder once, on all cores: finds those that cannot be decoded although
 * their headers are sound, and which pictures are copies of others. What was found of a file is
 * kept in the index, so that only new and changed files are decoded the next time.
 */
public final class DeepLook {
  private static final int AHEAD = 256;
  private static final String TOO_LITTLE = "the file ends before there is anything to see";
  private static final long PARTIAL_NANOS = 2_000_000_000L;

  /** Every pair is compared for what was found so far: at most so small a part of the time. */
  private static final int PARTIAL_SHARE = 10;

  /** Told how far it is; always by the thread that looks. */
  public interface Listener {
    /** So many of so many pictures were looked at. */
    void progress(int done, int all);

    /** What was found so far; comes every few seconds. */
    default void partial(DeepReport soFar) {}
  }

  /** A picture that was decoded; {@code early} when its file ends early. */
  record Seen(LabeledImage image, Look look, String content, boolean early) {}

  private final ScanReport report;
  private final PictureIndex index;
  private final boolean acceptTruncated;
  private final Listener listener;
  private final BooleanSupplier cancelled;
  private final List<Seen> seen = new ArrayList<>();
  private final List<ImageProblem> problems = new ArrayList<>();

  private DeepLook(
      ScanReport report,
      PictureIndex index,
      boolean acceptTruncated,
      Listener listener,
      BooleanSupplier cancelled) {
    this.report = report;
    this.index = index;
    this.acceptTruncated = acceptTruncated;
    this.listener = listener;
    this.cancelled = cancelled;
  }

  /** Looks without telling how far it is; files that end early are problems. */
  public static DeepReport look(ScanReport report, PictureIndex index) {
    return look(report, index, false, (done, all) -> {}, () -> false);
  }

  /**
   * Looks at every picture.
   *
   * @param report of the first look
   * @param index of the report's folder; it is brought up to date and saved
   * @param acceptTruncated whether files that end early are used, with a note, as those are that
   *     the report wants in any case
   * @param cancelled asked before each picture
   * @throws CancellationException when it was; what was found until then is in the index
   */
  public static DeepReport look(
      ScanReport report,
      PictureIndex index,
      boolean acceptTruncated,
      Listener listener,
      BooleanSupplier cancelled) {
    return new DeepLook(report, index, acceptTruncated, listener, cancelled).look();
  }

  private DeepReport look() {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), DeepLook::thread);
    try {
      look(threads);
    } finally {
      threads.shutdownNow();
      index.save();
    }
    return soFar();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "deep look");
    thread.setDaemon(true);
    // Somebody may be working in the window meanwhile.
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  private void look(ExecutorService threads) {
    Iterator<LabeledImage> remaining = report.images().iterator();
    Deque<Future<Object>> pending = new ArrayDeque<>();
    long next = System.nanoTime() + PARTIAL_NANOS;
    for (int done = 1; done <= report.images().size(); done++) {
      while (pending.size() < AHEAD && remaining.hasNext()) {
        LabeledImage image = remaining.next();
        pending.add(threads.submit(() -> look(image)));
      }
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("The look at the pictures was cancelled.");
      }
      take(result(pending.remove()));
      listener.progress(done, report.images().size());
      long now = System.nanoTime();
      if (now > next) {
        listener.partial(soFar());
        long end = System.nanoTime();
        next = end + Math.max(PARTIAL_NANOS, PARTIAL_SHARE * (end - now));
      }
    }
  }

  /** A {@link Seen} or an {@link ImageProblem}. */
  private Object look(LabeledImage image) {
    try {
      return seen(image, false);
    } catch (UnreadablePictureException e) {
      boolean wanted = acceptTruncated || image.partial();
      return e.kind() == ProblemKind.TRUNCATED && wanted ? lookEarly(image) : problem(image, e);
    }
  }

  private Object lookEarly(LabeledImage image) {
    try {
      return seen(new LabeledImage(image.file(), image.label(), image.side(), true), true);
    } catch (UnreadablePictureException e) {
      ImageProblem problem = problem(image, e);
      // Its end is forgiven already, so this must be told from a file that could be forgiven.
      return problem.kind() == ProblemKind.TRUNCATED
          ? new ImageProblem(
              problem.file(), ProblemKind.DAMAGED, TOO_LITTLE, problem.className(), problem.side())
          : problem;
    }
  }

  private Seen seen(LabeledImage image, boolean early) throws UnreadablePictureException {
    Look look = index.look(image.file(), early);
    String content =
        index
            .contentHash(image.file())
            .map(HexFormat.of()::formatHex)
            .orElse("file " + image.file());
    return new Seen(image, look, content, early);
  }

  private ImageProblem problem(LabeledImage image, UnreadablePictureException e) {
    return e.problem().in(report.classes().get(image.label()), image.side());
  }

  private void take(Object outcome) {
    if (outcome instanceof Seen it) {
      seen.add(it);
    } else {
      problems.add((ImageProblem) outcome);
    }
  }

  private static Object result(Future<Object> look) {
    try {
      return look.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The look at the pictures was interrupted.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("A picture could not be looked at.", e.getCause());
    }
  }

  private DeepReport soFar() {
    List<LabeledImage> early = seen.stream().filter(Seen::early).map(Seen::image).toList();
    ScanReport scan = report.without(problems).endingEarly(early);
    return new DeepReport(scan, Remarks.of(scan, seen));
  }
}
