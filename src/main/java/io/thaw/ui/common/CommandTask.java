package io.thaw.ui.common;

import io.thaw.job.BadJobException;
import io.thaw.worker.CommandRunner;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A command of the command line in a process of its own, one at a time, that can be ended at any
 * moment. For one thread only, the foreground's, apart from what it starts.
 */
public final class CommandTask {
  private static final int FAILED = 4;

  private final CommandRunner commands;
  private final Executor background;
  private final Executor foreground;
  private Task task;

  /**
   * A task that has not begun.
   *
   * @param background where the command is waited for
   * @param foreground where its lines and its end are told
   */
  public CommandTask(CommandRunner commands, Executor background, Executor foreground) {
    this.commands = commands;
    this.background = background;
    this.foreground = foreground;
  }

  /**
   * Starts {@code thaw ARGUMENTS...}; what was started before is ended.
   *
   * @param ended told the result in the foreground, unless it is stopped before
   */
  public void start(List<String> arguments, Consumer<CommandRunner.Result> ended) {
    start(() -> commands.run(arguments), ended);
  }

  /**
   * Starts {@code thaw ARGUMENTS...}; what was started before is ended.
   *
   * @param arguments asked for in the background
   * @param line told each line of its output in the foreground, unless it is stopped before
   * @param ended told the result in the foreground, likewise
   */
  public void start(
      Supplier<List<String>> arguments,
      Consumer<String> line,
      Consumer<CommandRunner.Result> ended) {
    Task[] started = new Task[1];
    started[0] =
        start(
            () -> commands.run(arguments.get(), text -> tell(started, () -> line.accept(text))),
            ended);
  }

  private void tell(Task[] from, Runnable message) {
    foreground.execute(
        () -> {
          if (task != null && task == from[0]) {
            message.run();
          }
        });
  }

  private Task start(Callable<CommandRunner.Result> work, Consumer<CommandRunner.Result> ended) {
    stop();
    Task started = new Task(work, ended);
    task = started;
    Background.start(background, started);
    return started;
  }

  /** Ends the process at once; nothing is called then. */
  public void stop() {
    Task ending = task;
    task = null;
    if (ending != null) {
      // The interrupt is what ends the process.
      ending.cancel(true);
    }
  }

  private final class Task extends FutureTask<CommandRunner.Result> {
    private final Consumer<CommandRunner.Result> ended;

    Task(Callable<CommandRunner.Result> work, Consumer<CommandRunner.Result> ended) {
      super(work);
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
      } catch (ExecutionException e) {
        return new CommandRunner.Result(FAILED, "", sentence(e.getCause()));
      } catch (InterruptedException e) {
        return new CommandRunner.Result(FAILED, "", e.toString());
      }
    }

    private static String sentence(Throwable cause) {
      return cause instanceof BadJobException ? cause.getMessage() : cause.toString();
    }

    private void deliver(CommandRunner.Result result) {
      if (task == this) {
        task = null;
        ended.accept(result);
      }
    }
  }
}
