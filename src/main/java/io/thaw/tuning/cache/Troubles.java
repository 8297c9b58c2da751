package io.thaw.tuning.cache;

import io.thaw.job.ByteSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the user what goes wrong with the cache, once per kind. */
final class Troubles {
  private static final Logger LOG = Logger.getLogger(Troubles.class.getName());

  private enum Kind {
    UNREADABLE,
    DAMAGED,
    UNWRITABLE,
    OVER_BUDGET,
    DISK_FULL
  }

  private final Path folder;
  private final Consumer<String> user;
  private final Set<Kind> told = ConcurrentHashMap.newKeySet();

  Troubles(Path folder, Consumer<String> user) {
    this.folder = folder;
    this.user = user;
  }

  void unreadable(Exception cause) {
    tell(
        Kind.UNREADABLE,
        "The feature cache in %s could not be read, so some of it is computed anew (%s)."
            .formatted(folder, text(cause)),
        cause);
  }

  void damaged(Path file, IOException cause) {
    tell(
        Kind.DAMAGED,
        "A file of the feature cache is damaged, so what it held is computed anew: %s (%s)."
            .formatted(file, text(cause)),
        cause);
  }

  void unwritable(Exception cause) {
    tell(
        Kind.UNWRITABLE,
        "The feature cache in %s could not be written to, so later runs compute some of it anew (%s)."
            .formatted(folder, text(cause)),
        cause);
  }

  void overBudget(long budget) {
    tell(
        Kind.OVER_BUDGET,
        ("The feature cache may hold %s and this run needs more, so later runs compute the rest"
                + " anew; 'thaw cache --budget' gives it more.")
            .formatted(ByteSize.text(budget)),
        null);
  }

  void diskFull(long free) {
    tell(
        Kind.DISK_FULL,
        "Only %s are free on the disk of the feature cache in %s, so nothing more is kept there."
            .formatted(ByteSize.text(free), folder),
        null);
  }

  private void tell(Kind kind, String sentence, Exception cause) {
    LOG.log(Level.FINE, sentence, cause);
    if (told.add(kind)) {
      user.accept(sentence);
    }
  }

  private static String text(Exception cause) {
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
