package io.thaw;

import io.thaw.cli.Cli;
import io.thaw.cli.Interruption;
import io.thaw.cli.Surroundings;
import io.thaw.job.CancelToken;

/** The program's entry: without arguments the workbench, else the command line. */
public final class Launcher {
  private Launcher() {}

  /** Starts the program; returns only when the workbench was closed. */
  public static void main(String[] arguments) {
    CancelToken cancel = new CancelToken();
    Surroundings surroundings = Surroundings.ofProcess();
    Interruption interruption = Interruption.watch(cancel, Runtime.getRuntime()::halt);
    int code = new Cli(surroundings, cancel).run(arguments);
    interruption.finished();
    System.exit(code);
  }
}
