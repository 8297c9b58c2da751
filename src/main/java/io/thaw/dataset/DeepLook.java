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

  /** A picture that was decoded. */
  record Seen(LabeledImage image, Look look, String content) {}

  private final ScanReport report;
  private final PictureIndex index;
  private final Listener listener;
  private final BooleanSupplier cancelled;
  private final List<Seen> seen = new ArrayList<>();
  private final List<ImageProblem> problems = new ArrayList<>();

  private DeepLook(
      ScanReport report, PictureIndex index, Listener listener, BooleanSupplier cancelled) {
    this.report = report;
    this.index = index;
    this.listener = listener;
    this.cancelled = cancelled;
  }

  /** Looks without telling how far it is. */
  public static DeepReport look(ScanReport report, PictureIndex index) {
    return look(report, index, (done, all) -> {}, () -> false);
  }

  /**
   * Looks at every picture.
   *
   * @param report of the first look
   * @param index of the report's folder; it is brought up to date and saved
   * @param cancelled asked before each picture
   * @throws CancellationException when it was; what was found until then is in the index
   */
  public static DeepReport look(
      ScanReport report, PictureIndex index, Listener listener, BooleanSupplier cancelled) {
    return new DeepLook(report, index, listener, cancelled).look();
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
      Look look = index.look(image);
      String content =
          index
              .contentHash(image.file())
              .map(HexFormat.of()::formatHex)
              .orElse("file " + image.file());
      return new Seen(image, look, content);
    } catch (UnreadablePictureException e) {
      return new ImageProblem(
          image.file(), e.kind(), e.reason(), report.classes().get(image.label()), image.side());
    }
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
    ScanReport scan = report.without(problems);
    return new DeepReport(scan, Remarks.of(scan, seen));
  }
}
