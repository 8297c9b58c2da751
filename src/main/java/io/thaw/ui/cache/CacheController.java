package io.thaw.ui.cache;

import io.thaw.ui.common.LatestTask;
import io.thaw.worker.CommandRunner;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Looks into the feature cache, limits it and empties it, through the command line and away from
 * the FX thread. All methods are for the FX thread.
 */
public final class CacheController {
  private static final System.Logger LOG = System.getLogger(CacheController.class.getName());

  private record Answer(CacheContent content, String note) {}

  private final CacheModel model;
  private final CommandRunner commands;
  private final LatestTask<Answer> task;
  private boolean again;

  /**
   * A controller.
   *
   * @param background where commands run
   * @param foreground where {@code model} may be changed
   */
  public CacheController(
      CacheModel model, CommandRunner commands, Executor background, Executor foreground) {
    this.model = model;
    this.commands = commands;
    this.task = new LatestTask<>(background, foreground);
  }

  /** Unfolds the section and looks at the cache, or folds it. */
  public void toggle() {
    boolean open = !model.open().get();
    model.asking().set(false);
    model.message().set(CacheMessage.NONE);
    model.open().set(open);
    if (open) {
      refresh();
    }
  }

  /** Looks at what is kept; after the command at work, if there is one. */
  public void refresh() {
    if (model.busy().get()) {
      again = true;
    } else {
      run(content -> model.message().get().trouble() ? "" : model.message().get().text());
    }
  }

  /** Gives the cache the budget in the form; does nothing when that is blocked. */
  public void setBudget() {
    if (model.setBlocked().get().isEmpty()) {
      String size = model.budget().value();
      run(content -> budgetSet(content), "--budget", size);
    }
  }

  /** Asks whether the cache is to be emptied; does nothing when it cannot be. */
  public void askToClear() {
    model.asking().set(model.clearBlocked().get().isEmpty());
  }

  /** Leaves the cache as it is. */
  public void keep() {
    model.asking().set(false);
  }

  /** Empties the cache; does nothing when it cannot be. */
  public void clear() {
    model.asking().set(false);
    if (model.clearBlocked().get().isEmpty()) {
      run(CacheController::cleared, "--clear");
    }
  }

  private static String cleared(CacheContent content) {
    String freed = CacheText.size(freed(content)) + " removed";
    return content.bytes() == 0 ? freed + "." : freed + "; a run at work uses the rest.";
  }

  private String budgetSet(CacheContent content) {
    model.budget().text().set(CacheText.budget(content));
    String done = content.automatic() ? "The budget follows the disk" : "The budget is set";
    return freed(content) == 0
        ? done + "."
        : done + "; " + CacheText.size(freed(content)) + " removed to fit it.";
  }

  private static long freed(CacheContent content) {
    return content.freedBytes() == null ? 0 : content.freedBytes();
  }

  /** Runs {@code thaw cache --json ARGUMENTS...}. */
  private void run(Function<CacheContent, String> sentence, String... arguments) {
    List<String> command = new java.util.ArrayList<>(List.of("cache", "--json"));
    command.addAll(List.of(arguments));
    model.busy().set(true);
    task.submit(() -> ask(command), answer -> show(answer, sentence), this::failed);
  }

  private Answer ask(List<String> command) throws IOException {
    CommandRunner.Result result = commands.run(command);
    String said = result.message().strip();
    if (result.exitCode() != 0) {
      throw new IOException(
          said.isEmpty() ? "The command ended with code " + result.exitCode() + "." : said);
    }
    return new Answer(CacheContent.parse(result.output()), said);
  }

  private void show(Answer answer, Function<CacheContent, String> sentence) {
    String words = sentence.apply(answer.content());
    model.show(answer.content());
    boolean warned = !answer.note().isEmpty();
    model.message().set(new CacheMessage(warned, warned ? answer.note() : words));
    ended();
  }

  private void failed(Exception problem) {
    LOG.log(System.Logger.Level.WARNING, "The feature cache did not do as it was told.", problem);
    model.message().set(new CacheMessage(true, problem.getMessage()));
    ended();
  }

  private void ended() {
    model.busy().set(false);
    if (again) {
      again = false;
      refresh();
    }
  }
}
