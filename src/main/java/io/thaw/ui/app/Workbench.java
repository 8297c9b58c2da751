package io.thaw.ui.app;

import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** The window's way in for the launcher. */
public final class Workbench {
  private Workbench() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @throws UnsupportedOperationException when there is no display
   */
  public static void launch() {
    // JavaFX warns at every start that it was loaded from the class path, which is meant. The local
    // variable keeps the logger, and so its level, from being collected.
    Logger toolkit = Logger.getLogger("javafx");
    toolkit.setLevel(Level.SEVERE);
    Application.launch(ThawApp.class);
    toolkit.setLevel(null);
  }
}
