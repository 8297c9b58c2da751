package io.thaw.ui.app;

import io.thaw.project.Settings;
import java.util.function.UnaryOperator;

/** Memory that lasts as long as a test. */
final class ShortMemory implements Memory {
  private Settings settings = Settings.DEFAULT;

  @Override
  public Settings get() {
    return settings;
  }

  @Override
  public void update(UnaryOperator<Settings> change) {
    settings = change.apply(settings);
  }
}
