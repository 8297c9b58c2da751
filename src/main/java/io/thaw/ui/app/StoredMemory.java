package io.thaw.ui.app;

import io.thaw.job.DatasetFile;
import io.thaw.project.DatasetStore;
import io.thaw.project.Settings;
import io.thaw.project.SettingsStore;
import io.thaw.ui.images.Decisions;
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
    public Decisions read(Path folder) {
      DatasetFile file = datasets.read(folder).orElse(DatasetFile.NONE);
      return new Decisions(file.edits(), file.tableColumns());
    }

    @Override
    public void keep(Path folder, Decisions decided, Consumer<String> failed) {
      Path absolute = folder.toAbsolutePath().normalize();
      datasets.keep(folder, DatasetFile.of(absolute, decided.edits(), decided.columns()), failed);
    }

    @Override
    public Path file(Path folder) {
      return datasets.flush(folder);
    }
  }
}
