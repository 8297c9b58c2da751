package io.thaw.ui.images;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.TableColumns;
import io.thaw.job.BadJobException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Keeps decisions as long as a test lasts, or fails to. */
public final class ShortKeeper implements EditsKeeper {
  /** What is kept of pictures, by folder. */
  public final Map<Path, DatasetEdits> kept = new ConcurrentHashMap<>();

  /** What is kept of tables, by folder. */
  public final Map<Path, TableColumns> columns = new ConcurrentHashMap<>();

  /** A sentence that reading and keeping fail with; empty while they do not. */
  public volatile String failure = "";

  @Override
  public Decisions read(Path folder) {
    if (!failure.isEmpty()) {
      throw new BadJobException(failure);
    }
    return new Decisions(
        kept.getOrDefault(folder, DatasetEdits.NONE),
        columns.getOrDefault(folder, TableColumns.AUTOMATIC));
  }

  @Override
  public void keep(Path folder, Decisions decided, Consumer<String> failed) {
    kept.put(folder, decided.edits());
    columns.put(folder, decided.columns());
    if (!failure.isEmpty()) {
      failed.accept(failure);
    }
  }

  @Override
  public Path file(Path folder) {
    if (!failure.isEmpty()) {
      throw new BadJobException(failure);
    }
    return folder.resolveSibling("thaw-dataset.json");
  }
}
