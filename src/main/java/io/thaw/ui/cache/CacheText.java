package io.thaw.ui.cache;

import io.thaw.job.BadJobException;
import io.thaw.job.ByteSize;
import io.thaw.ui.common.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The feature cache in words, and budgets as people type them. */
final class CacheText {
  static final String AUTOMATIC = "auto";
  private static final long SMALLEST = 1_000_000;
  private static final int LISTED = 6;
  private static final List<String> UNITS = List.of("GB", "MB", "KB");

  private CacheText() {}

  /** A size for reading, such as "1.3 GB" or "5 GB". */
  static String size(long bytes) {
    return ByteSize.text(bytes).replace(".0 ", " ");
  }

  /** How much of how much, as short as it goes. */
  static String share(CacheContent content) {
    return size(content.bytes()) + " of " + size(content.budgetBytes());
  }

  static String headline(CacheContent content) {
    return content.bytes() == 0
        ? "Nothing kept yet; up to " + size(content.budgetBytes()) + " will be"
        : share(content) + " kept for later runs";
  }

  /** How many things are kept; empty when none are. */
  static String detail(CacheContent content) {
    return content.records() == 0
        ? ""
        : Figures.count(content.records())
            + (content.records() == 1 ? " picture or view" : " pictures and views");
  }

  /** The parts by name and size; the one used last comes first. */
  static String parts(CacheContent content) {
    String listed =
        content.sets().stream()
            .limit(LISTED)
            .map(CacheText::part)
            .collect(Collectors.joining("\n"));
    int more = content.sets().size() - LISTED;
    return more > 0 ? listed + "\nand " + more + " more" : listed;
  }

  private static String part(CacheContent.Part part) {
    String name = part.description() == null ? "" : part.description();
    return (name.isEmpty() ? "unknown" : name) + ": " + size(part.bytes());
  }

  /** The budget as the user would type it; blank when the disk decides. */
  static String budget(CacheContent content) {
    if (content.automatic()) {
      return "";
    }
    long unit = 1_000_000_000;
    for (String name : UNITS) {
      if (content.budgetBytes() % unit == 0) {
        return content.budgetBytes() / unit + " " + name;
      }
      unit /= 1000;
    }
    return ByteSize.text(content.budgetBytes());
  }

  /**
   * A typed budget as the command line takes it.
   *
   * @throws IllegalArgumentException with one sentence when it is none
   */
  static String argument(String text) {
    if (text.isEmpty() || text.toLowerCase(Locale.ROOT).equals(AUTOMATIC)) {
      return AUTOMATIC;
    }
    String size = text.replace(',', '.');
    if (bytes(size) < SMALLEST) {
      throw new IllegalArgumentException("The smallest budget is 1 MB.");
    }
    return size;
  }

  private static long bytes(String size) {
    try {
      return ByteSize.parse(size);
    } catch (BadJobException e) {
      throw new IllegalArgumentException(
          "The budget must be a size such as 500 MB or 5 GB; leave it blank to have it picked.", e);
    }
  }
}
