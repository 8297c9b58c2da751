package io.thaw.ui.price;

import io.thaw.worker.CommandRunner;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Has a process of its own measure this machine, one at a time; it can be ended at any moment. For
 * one thread only, apart from what it starts.
 */
final class Measurement {
  private static final int FAILED = 4;

  private final CommandRunner commands;
  private final Executor background;
  private final Executor foreground;
  private Task task;

  Measurement(CommandRunner commands, Executor background, Executor foreground) {
    this.commands = commands;
    this.background = background;
    this.foreground = foreground;
  }

  /** Starts it; {@code ended} is called in the foreground, unless it is stopped before. */
  void start(Consumer<CommandRunner.Result> ended) {
    stop();
    task = new Task(ended);
    background.execute(task);
  }

  /** Ends the process at once; nothing is called then. */
  void stop() {
    Task ending = task;
    task = null;
    if (ending != null) {
      // The interrupt is what ends the process.
      ending.cancel(true);
    }
  }

  private final class Task extends FutureTask<CommandRunner.Result> {
    private final Consumer<CommandRunner.Result> ended;

    Task(Consumer<CommandRunner.Result> ended) {
      super(() -> commands.run(List.of("calibrate", "--json")));
      this.ended = ended;
    }

    @Override
    protected void done() {
      if (!isCancelled()) {
        CommandRunner.Result result = result();
        foreground.execute(() -> deliver(result));
      }
    }

    private CommandRunner.Result result() {
      try {
        return get();
      } catch (InterruptedException | ExecutionException e) {
        return new CommandRunner.Result(FAILED, "", e.getMessage());
      }
    }

    private void deliver(CommandRunner.Result result) {
      if (task == this) {
        task = null;
        ended.accept(result);
      }
    }
  }
}
