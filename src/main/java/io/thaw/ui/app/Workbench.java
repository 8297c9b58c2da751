package io.thaw.ui.app;

import io.thaw.dataset.PictureDecoder;
import java.util.Map;
import javafx.application.Application;

/** The window's way in for the launcher. */
public final class Workbench {
  private Workbench() {}

  /** Whether the environment names a display; systems other than Linux always have one. */
  public static boolean hasDisplay(Map<String, String> environment) {
    return !System.getProperty("os.name").startsWith("Linux")
        || environment.containsKey("DISPLAY")
        || environment.containsKey("WAYLAND_DISPLAY");
  }

  /**
   * Opens the window and returns when it is closed.
   *
   * @throws UnsupportedOperationException when the display cannot be opened
   */
  public static void launch() {
    System.setProperty(PictureDecoder.JAVA_ONLY, "true");
    Application.launch(ThawApp.class);
  }
}
