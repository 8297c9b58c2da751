package io.thaw.ui.app;

import io.thaw.dataset.DatasetEdits;
import io.thaw.job.DatasetFile;
import io.thaw.project.DatasetStore;
import io.thaw.project.Settings;
import io.thaw.project.SettingsStore;
import io.thaw.ui.images.EditsKeeper;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Memory in the user's settings.
 *
 * @param store holds the settings' file
 * @param datasets holds a file for each folder of pictures
 */
record StoredMemory(SettingsStore store, DatasetStore datasets) implements Memory {
  @Override
  public Settings get() {
    return store.get();
  }

  @Override
  public void update(UnaryOperator<Settings> change) {
    store.update(change);
  }

  @Override
  public EditsKeeper edits() {
    return new Edits(datasets);
  }

  private record Edits(DatasetStore datasets) implements EditsKeeper {
    @Override
    public DatasetEdits read(Path folder) {
      return datasets.read(folder).map(DatasetFile::edits).orElse(DatasetEdits.NONE);
    }

    @Override
    public void keep(Path folder, DatasetEdits edits, Consumer<String> failed) {
      datasets.keep(folder, DatasetFile.of(folder.toAbsolutePath().normalize(), edits), failed);
    }

    @Override
    public Path file(Path folder) {
      return datasets.flush(folder);
    }
  }
}
