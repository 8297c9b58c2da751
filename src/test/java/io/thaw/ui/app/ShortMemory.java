package io.thaw.ui.app;

import io.thaw.project.Settings;
import io.thaw.ui.images.EditsKeeper;
import io.thaw.ui.images.ShortKeeper;
import java.util.function.UnaryOperator;

/** Memory that lasts as long as a test. */
final class ShortMemory implements Memory {
  final ShortKeeper keeper = new ShortKeeper();
  private Settings settings = Settings.DEFAULT;

  @Override
  public Settings get() {
    return settings;
  }

  @Override
  public void update(UnaryOperator<Settings> change) {
    settings = change.apply(settings);
  }

  @Override
  public EditsKeeper edits() {
    return keeper;
  }
}
