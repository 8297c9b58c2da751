package io.thaw.project;

import io.thaw.job.BadJobException;
import io.thaw.job.DatasetFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps a {@link DatasetFile} for each folder of pictures, among the settings: {@code
 * datasets/HASH/thaw-dataset.json}. Files are saved a little after the last change, and when the
 * store is closed. One that cannot be understood is set aside beside the new one. Safe for use from
 * any thread.
 */
public final class DatasetStore implements AutoCloseable {
  private static final Duration DELAY = Duration.ofMillis(500);
  private static final int NAME = 16;

  private final Path root;
  private final Duration delay;
  private final ScheduledExecutorService saver =
      Executors.newSingleThreadScheduledExecutor(DatasetStore::thread);
  private final Map<Path, Unsaved> unsaved = new HashMap<>();

  private record Unsaved(DatasetFile content, Consumer<String> failed) {}

  /**
   * A store.
   *
   * @param settings the folder of the settings
   */
  public DatasetStore(Path settings) {
    this(settings, DELAY);
  }

  DatasetStore(Path settings, Duration delay) {
    this.root = settings.resolve("datasets");
    this.delay = delay;
  }

  /** Where the file of a folder of pictures lies or will lie. */
  public Path file(Path pictures) {
    String name = pictures.toAbsolutePath().normalize().toString();
    byte[] hash = sha256().digest(name.getBytes(StandardCharsets.UTF_8));
    String key = HexFormat.of().formatHex(hash).substring(0, NAME);
    return root.resolve(key).resolve(DatasetFile.NAME);
  }

  /**
   * What is kept of a folder of pictures; empty when nothing is.
   *
   * @throws BadJobException in one or two sentences when it cannot be understood; the file is then
   *     set aside
   */
  public synchronized Optional<DatasetFile> read(Path pictures) {
    Path file = file(pictures);
    Unsaved newer = unsaved.get(file);
    if (newer != null) {
      return Optional.of(newer.content);
    }
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(DatasetFile.read(file));
    } catch (BadJobException e) {
      throw new BadJobException(e.getMessage() + setAside(file), e);
    }
  }

  /**
   * Keeps {@code content}; the file follows soon.
   *
   * @param failed told in one sentence, from any thread, when it cannot be saved
   * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
   */
  public synchronized void keep(Path pictures, DatasetFile content, Consumer<String> failed) {
    Path file = file(pictures);
    unsaved.put(file, new Unsaved(content, failed));
    saver.schedule(() -> save(file, content), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Saves what is kept of a folder of pictures, if that was not done yet.
   *
   * @return the file
   * @throws BadJobException when it cannot be written
   */
  public synchronized Path flush(Path pictures) {
    Path file = file(pictures);
    Unsaved last = unsaved.get(file);
    if (last != null) {
      last.content.write(file);
      unsaved.remove(file);
    }
    return file;
  }

  /** Saves what is not saved yet. */
  @Override
  public synchronized void close() {
    saver.shutdownNow();
    Map.copyOf(unsaved).keySet().forEach(this::save);
  }

  /** Does nothing when something newer came since; that has its own turn. */
  private synchronized void save(Path file, DatasetFile content) {
    Unsaved last = unsaved.get(file);
    if (last != null && last.content == content) {
      save(file);
    }
  }

  private void save(Path file) {
    Unsaved last = unsaved.get(file);
    try {
      last.content.write(file);
      unsaved.remove(file);
    } catch (BadJobException e) {
      last.failed.accept("What you decided about pictures could not be saved: " + e.getMessage());
    }
  }

  /** Under the first name that is free, so that nothing is lost. */
  private static String setAside(Path file) {
    Path aside = file.resolveSibling(file.getFileName() + ".bad");
    for (int i = 2; Files.exists(aside); i++) {
      aside = file.resolveSibling(file.getFileName() + ".bad" + i);
    }
    try {
      Files.move(file, aside);
      return " The old file is kept as " + aside + ".";
    } catch (IOException e) {
      return " The old file could not be set aside: " + e.getMessage();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "datasets");
    thread.setDaemon(true);
    return thread;
  }
}
