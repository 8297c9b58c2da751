package io.thaw.ui.images;

import io.thaw.dataset.BadDatasetException;
import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.PictureSource;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.TableColumns;
import io.thaw.dataset.TableFacts;
import io.thaw.job.BadJobException;
import io.thaw.ui.common.LatestTask;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Looks through folders, tables and archives away from the FX thread; only what was asked for last
 * counts. An archive stays open until something else is found, for its small pictures.
 */
public final class ImagesController {
  private static final System.Logger LOG = System.getLogger(ImagesController.class.getName());
  private static final int PROGRESS_STEP = 50;

  private final ImagesModel model;
  private final Executor foreground;
  private final EditsKeeper keeper;
  private final Function<Path, PictureIndex> indices;
  private final LatestTask<Found> scan;
  private final Object deciding = new Object();

  /** The scan that counts; a scan that finds another object here stops. */
  private final AtomicReference<Object> current = new AtomicReference<>();

  /** What the model's report is of; used by {@code foreground} only. */
  private PictureSource source;

  /**
   * What a scan yields.
   *
   * @param problem why what was decided before could not be read; empty when it could
   */
  private record Found(
      PictureSource source, ScanReport report, DatasetEdits edits, String problem) {}

  /** What was decided before; the problem as in {@link Found}. */
  private record Decided(Decisions decisions, String problem) {}

  /**
   * A controller.
   *
   * @param keeper keeps what the user decides about pictures
   * @param indices gives what is known of a folder of pictures
   * @param background where files are read
   * @param foreground where {@code model} may be changed
   */
  public ImagesController(
      ImagesModel model,
      EditsKeeper keeper,
      Function<Path, PictureIndex> indices,
      Executor background,
      Executor foreground) {
    this.model = model;
    this.keeper = keeper;
    this.indices = indices;
    this.foreground = foreground;
    this.scan = new LatestTask<>(background, foreground);
    model.editsProperty().addListener((property, before, now) -> keep(now));
  }

  /** Looks through a folder; a scan still under way is given up. */
  public void open(Path folder) {
    model.forgetTables();
    start(folder, null);
  }

  /** Looks through the pictures of another table, while the choice of tables stays. */
  public void use(Path table) {
    model.revisedProperty().set(true);
    start(table, null);
  }

  /** Takes other columns of the table, keeps that for the next start, and looks again. */
  public void choose(TableColumns columns) {
    if (model.folderProperty().get() != null) {
      model.revisedProperty().set(true);
      model.columnsProperty().set(columns);
      start(model.folderProperty().get(), columns);
    }
  }

  /**
   * Starts a scan.
   *
   * @param columns of the table; null for those chosen before
   */
  private void start(Path folder, TableColumns columns) {
    Object ticket = new Object();
    current.set(ticket);
    model.started(folder);
    scan.submit(() -> scan(folder, columns, ticket), this::found, this::failed);
  }

  /** Gives up the scan under way; nothing is chosen then. */
  public void cancel() {
    current.set(null);
    scan.cancel();
    model.failed("");
    model.folderProperty().set(null);
    model.forgetTables();
  }

  private Found scan(Path folder, TableColumns chosen, Object ticket) {
    Decided decided = decided(folder, chosen, ticket);
    TableColumns columns = decided.decisions.columns();
    PictureSource opened = PictureSource.open(folder, columns);
    try {
      // Told before the scan and whether it succeeds, so that something else can be chosen.
      tell(opened.tables(), columns, ticket);
      ScanReport report =
          opened.scan(
              files -> progress(files, ticket),
              () -> current.get() != ticket,
              indices.apply(opened.data()));
      if (current.get() != ticket) {
        throw new CancellationException("Something else was chosen meanwhile.");
      }
      return new Found(opened, report, decided.decisions.edits(), decided.problem);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private Decided decided(Path folder, TableColumns chosen, Object ticket) {
    // A choice that came later is kept later.
    synchronized (deciding) {
      Decided before = decided(folder);
      if (chosen == null || current.get() != ticket) {
        return before;
      }
      Decisions now = before.decisions.with(chosen);
      keeper.keep(folder, now, sentence -> foreground.execute(() -> told(ticket, sentence)));
      return new Decided(now, before.problem);
    }
  }

  private Decided decided(Path folder) {
    try {
      return new Decided(keeper.read(folder), "");
    } catch (BadJobException e) {
      LOG.log(System.Logger.Level.WARNING, "Decisions about pictures could not be read.", e);
      return new Decided(Decisions.NONE, e.getMessage());
    }
  }

  private void tell(TableFacts tables, TableColumns columns, Object ticket) {
    foreground.execute(
        () -> {
          if (current.get() == ticket) {
            model.columnsProperty().set(columns);
            model.tablesProperty().set(tables);
          }
        });
  }

  /** What is set because a scan began or ended is not a decision. */
  private void keep(DatasetEdits edits) {
    if (model.reportProperty().get() != null) {
      Object ticket = current.get();
      keeper.keep(
          model.folderProperty().get(),
          new Decisions(edits, model.columnsProperty().get()),
          sentence -> foreground.execute(() -> told(ticket, sentence)));
    }
  }

  private void told(Object ticket, String sentence) {
    LOG.log(System.Logger.Level.WARNING, sentence);
    if (current.get() == ticket) {
      model.editsProblemProperty().set(sentence);
    }
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

  private void found(Found found) {
    PictureSource before = source;
    source = found.source;
    model.finished(found.report, found.edits);
    model.editsProblemProperty().set(found.problem);
    if (before != null) {
      before.close();
    }
  }

  private void failed(Exception problem) {
    LOG.log(System.Logger.Level.WARNING, "A folder could not be looked through.", problem);
    model.failed(
        problem instanceof BadDatasetException
            ? problem.getMessage()
            : "The folder could not be looked through: " + problem + ".");
  }
}
