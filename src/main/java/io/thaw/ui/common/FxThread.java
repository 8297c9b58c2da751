package io.thaw.ui.common;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The one door onto the FX thread. */
public final class FxThread {
  private FxThread() {}

  /** An executor that runs on the FX thread: at once when already there, else later. */
  public static Executor executor() {
    return work -> {
      if (Platform.isFxApplicationThread()) {
        work.run();
      } else {
        Platform.runLater(work);
      }
    };
  }
}
