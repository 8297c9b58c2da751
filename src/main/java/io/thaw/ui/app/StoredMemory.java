package io.thaw.ui.app;

import io.thaw.project.Settings;
import io.thaw.project.SettingsStore;
import java.util.function.UnaryOperator;

/**
 * Memory in the user's settings file.
 *
 * @param store holds the file
 */
record StoredMemory(SettingsStore store) implements Memory {
  @Override
  public Settings get() {
    return store.get();
  }

  @Override
  public void update(UnaryOperator<Settings> change) {
    store.update(change);
  }
}
