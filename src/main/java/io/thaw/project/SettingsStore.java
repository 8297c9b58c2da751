package io.thaw.project;

import io.thaw.job.BadJobException;
import io.thaw.job.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Holds the settings and saves them a little after the last change, and when it is closed. A file
 * that cannot be understood is kept beside the new one as {@code settings.json.bad}. Safe for use
 * from any thread.
 */
public final class SettingsStore implements AutoCloseable {
  private static final Duration DELAY = Duration.ofSeconds(1);

  private final Path file;
  private final Duration delay;
  private final Consumer<String> problems;
  private final ScheduledExecutorService saver =
      Executors.newSingleThreadScheduledExecutor(SettingsStore::thread);
  private Settings settings;
  private Settings saved;
  private Future<?> pending;

  /**
   * Reads the settings, or takes the defaults.
   *
   * @param folder where {@code settings.json} lies or will lie
   * @param problems told, in one sentence and from any thread, when reading or saving fails
   */
  public SettingsStore(Path folder, Consumer<String> problems) {
    this(folder, problems, DELAY);
  }

  /**
   * @param delay from the last change to the save
   */
  SettingsStore(Path folder, Consumer<String> problems, Duration delay) {
    this.file = folder.resolve("settings.json");
    this.problems = problems;
    this.delay = delay;
    this.settings = read();
    this.saved = settings;
  }

  /** The settings as they are now. */
  public synchronized Settings get() {
    return settings;
  }

  /**
   * Changes the settings; the file follows soon.
   *
   * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
   */
  public synchronized void update(UnaryOperator<Settings> change) {
    settings = change.apply(settings);
    if (pending != null) {
      pending.cancel(false);
    }
    pending = saver.schedule(this::save, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Saves what is not saved yet. */
  @Override
  public synchronized void close() {
    saver.shutdownNow();
    save();
  }

  private synchronized void save() {
    if (settings.equals(saved)) {
      return;
    }
    try {
      JsonFiles.write(file, settings);
      saved = settings;
    } catch (BadJobException e) {
      problems.accept("The settings could not be saved: " + e.getMessage());
    }
  }

  private Settings read() {
    if (!Files.exists(file)) {
      return Settings.DEFAULT;
    }
    try {
      return JsonFiles.readOver(Settings.DEFAULT, file, Settings.VERSION);
    } catch (BadJobException e) {
      problems.accept("The settings start anew: " + e.getMessage() + setAside());
      return Settings.DEFAULT;
    }
  }

  private String setAside() {
    Path aside = file.resolveSibling(file.getFileName() + ".bad");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return " The old file is kept as " + aside + ".";
    } catch (IOException e) {
      return " The old file could not be set aside: " + e.getMessage();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "settings");
    thread.setDaemon(true);
    return thread;
  }
}
