package io.thaw.job;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as people write them, with the SI's units: 1 GB is 1,000,000,000 bytes. */
public final class ByteSize {
  private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?(KB|MB|GB|TB)");
  private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB"};

  private ByteSize() {}

  /** With a unit that fits and a digit after the point where one is left before it. */
  public static String text(long bytes) {
    double value = bytes;
    int unit = 0;
    // 999.5 would be shown as 1000.
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    String form = unit > 0 && value < 9.95 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, form, value, UNITS[unit]);
  }

  /**
   * Reads a size such as {@code 5GB}, {@code 1.5 gb} or {@code 500MB}.
   *
   * @throws BadJobException when it is none, or beyond 9 million TB
   */
  public static long parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    BadJobException.unless(
        matcher.matches(), "'" + text + "' is no size such as 500MB, 5GB or 1.5TB.");
    int power = 3 * List.of(UNITS).indexOf(matcher.group(2));
    BigDecimal bytes = new BigDecimal(matcher.group(1)).movePointRight(power);
    BadJobException.unless(
        bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0, "'" + text + "' is too much.");
    return bytes.longValue();
  }
}
