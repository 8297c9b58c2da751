package io.thaw.ui.app;

import io.thaw.project.Settings;
import io.thaw.ui.images.EditsKeeper;
import io.thaw.ui.theme.Theme;
import java.util.function.UnaryOperator;

/** What the window remembers from one start to the next. */
public interface Memory {
  /** The settings as they are now. */
  Settings get();

  /** Changes the settings; they are kept soon. */
  void update(UnaryOperator<Settings> change);

  /** Keeps what the user decides about pictures. */
  EditsKeeper edits();

  /** The look to begin with; the light one when the user chose none. */
  default Theme theme() {
    return get().theme() == io.thaw.project.Theme.DARK ? Theme.DARK : Theme.LIGHT;
  }

  /** Remembers the look. */
  default void remember(Theme look) {
    io.thaw.project.Theme saved =
        look == Theme.DARK ? io.thaw.project.Theme.DARK : io.thaw.project.Theme.LIGHT;
    update(settings -> settings.withTheme(saved));
  }
}
