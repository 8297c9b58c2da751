package io.thaw;

import io.thaw.cli.Cli;
import io.thaw.cli.ExitCode;
import io.thaw.cli.Interruption;
import io.thaw.cli.Surroundings;
import io.thaw.job.CancelToken;
import io.thaw.ui.app.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** The program's entry: without arguments the workbench, else the command line. */
public final class Launcher {
  /** JavaFX unpacks less on every system. */
  private static final int NATIVE_BYTES = 1 << 20;

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
    Path natives = surroundings.folders().cache().resolve("javafx");
    System.setProperty("javafx.cachedir", natives.toString());
    if (arguments.length == 0 && openedWorkbench(natives, surroundings.err())) {
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

  /** False when there is no display. */
  private static boolean openedWorkbench(Path natives, PrintStream err) {
    if (!Workbench.hasDisplay(System.getenv())) {
      return false;
    }
    try {
      Workbench.launch();
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    } catch (RuntimeException e) {
      // JavaFX has printed what it knows, which does not name the usual reason.
      err.println("The window could not be opened: " + reason(natives, e));
      System.exit(ExitCode.FAILED);
      return false;
    }
  }

  private static String reason(Path natives, RuntimeException failure) {
    try {
      Files.createDirectories(natives);
      Path trial = Files.createTempFile(natives, "room", ".tmp");
      try {
        Files.write(trial, new byte[NATIVE_BYTES]);
      } finally {
        Files.delete(trial);
      }
      return failure.getMessage() + " (its native parts lie in " + natives + ").";
    } catch (IOException e) {
      return "its native parts could not be unpacked into " + natives + " (" + e + ").";
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
