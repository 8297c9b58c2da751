package io.thaw.ui.images;

import io.thaw.dataset.DatasetEdits;
import io.thaw.job.BadJobException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Keeps decisions as long as a test lasts, or fails to. */
public final class ShortKeeper implements EditsKeeper {
  /** What is kept, by folder. */
  public final Map<Path, DatasetEdits> kept = new ConcurrentHashMap<>();

  /** A sentence that reading and keeping fail with; empty while they do not. */
  public volatile String failure = "";

  @Override
  public DatasetEdits read(Path folder) {
    if (!failure.isEmpty()) {
      throw new BadJobException(failure);
    }
    return kept.getOrDefault(folder, DatasetEdits.NONE);
  }

  @Override
  public void keep(Path folder, DatasetEdits edits, Consumer<String> failed) {
    kept.put(folder, edits);
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
