package io.thaw;

import io.thaw.cli.Cli;
import io.thaw.cli.Interruption;
import io.thaw.cli.Surroundings;
import io.thaw.job.CancelToken;
import io.thaw.ui.app.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** The program's entry: without arguments the workbench, else the command line. */
public final class Launcher {
  private Launcher() {}

  /** Starts the program; returns when the workbench was closed, else ends the process. */
  public static void main(String[] arguments) {
    readLogSettings();
    Surroundings surroundings = Surroundings.ofProcess();
    // The window and its workers look here for the bundled models, and DJL for its native code.
    System.setProperty("thaw.install", surroundings.install().toString());
    System.setProperty(
        "ENGINE_CACHE_DIR", surroundings.folders().cache().resolve("engine").toString());
    System.setProperty(
        "org.bytedeco.javacpp.cachedir",
        surroundings.folders().cache().resolve("javacpp").toString());
    System.setProperty(
        "javafx.cachedir", surroundings.folders().cache().resolve("javafx").toString());
    if (arguments.length == 0 && openedWorkbench()) {
      return;
    }
    if (arguments.length == 0) {
      surroundings.err().println("There is no display, so the demo runs in this terminal.");
    }
    CancelToken cancel = new CancelToken();
    Interruption interruption = Interruption.watch(cancel, Runtime.getRuntime()::halt);
    int code =
        new Cli(surroundings, cancel)
            .run(arguments.length == 0 ? new String[] {"demo"} : arguments);
    interruption.finished();
    System.exit(code);
  }

  private static boolean openedWorkbench() {
    if (!Workbench.hasDisplay(System.getenv())) {
      return false;
    }
    try {
      Workbench.launch();
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  private static void readLogSettings() {
    try (InputStream settings = Launcher.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("The log settings could not be read", e);
    }
  }
}
