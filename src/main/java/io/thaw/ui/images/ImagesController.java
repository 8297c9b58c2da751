package io.thaw.ui.images;

import io.thaw.dataset.BadDatasetException;
import io.thaw.dataset.ImageFolder;
import io.thaw.dataset.ScanReport;
import io.thaw.ui.common.LatestTask;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** Looks through folders away from the FX thread; only the folder asked for last counts. */
public final class ImagesController {
  private static final System.Logger LOG = System.getLogger(ImagesController.class.getName());
  private static final int PROGRESS_STEP = 50;

  private final ImagesModel model;
  private final Executor foreground;
  private final LatestTask<ScanReport> scan;

  /** The scan that counts; a scan that finds another object here stops. */
  private final AtomicReference<Object> current = new AtomicReference<>();

  /**
   * A controller.
   *
   * @param background where files are read
   * @param foreground where {@code model} may be changed
   */
  public ImagesController(ImagesModel model, Executor background, Executor foreground) {
    this.model = model;
    this.foreground = foreground;
    this.scan = new LatestTask<>(background, foreground);
  }

  /** Looks through a folder; a scan still under way is given up. */
  public void open(Path folder) {
    Object ticket = new Object();
    current.set(ticket);
    model.started(folder);
    scan.submit(() -> scan(folder, ticket), this::found, this::failed);
  }

  /** Gives up the scan under way; nothing is chosen then. */
  public void cancel() {
    current.set(null);
    scan.cancel();
    model.finished(null, "");
    model.folderProperty().set(null);
  }

  private ScanReport scan(Path folder, Object ticket) {
    return ImageFolder.scan(
        folder, files -> progress(files, ticket), () -> current.get() != ticket);
  }

  private void progress(int files, Object ticket) {
    if (files % PROGRESS_STEP == 0) {
      foreground.execute(
          () -> {
            if (current.get() == ticket) {
              model.filesSeenProperty().set(files);
            }
          });
    }
  }

  private void found(ScanReport report) {
    model.finished(report, whyNotUsable(report));
  }

  private static String whyNotUsable(ScanReport report) {
    try {
      report.requireUsable();
      return "";
    } catch (BadDatasetException e) {
      return e.getMessage();
    }
  }

  private void failed(Exception problem) {
    LOG.log(System.Logger.Level.WARNING, "A folder could not be looked through.", problem);
    model.finished(
        null,
        problem instanceof BadDatasetException
            ? problem.getMessage()
            : "The folder could not be looked through: " + problem + ".");
  }
}
