package io.thaw.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The cells of a table of text (RFC 4180), separated by commas, semicolons or tabs. It is UTF-8,
 * UTF-16 with a byte order mark, or else Windows-1252.
 *
 * @param rows that are not empty, the header among them
 */
record TableText(List<Row> rows) {
  private static final Set<String> EXTENSIONS = Set.of("csv", "tsv", "tab");
  private static final long MOST_BYTES = 1 << 28;
  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final char MARK = '\uFEFF';

  /** What spreadsheets put before a table to name its separator. */
  private static final String SEPARATOR_LINE = "sep=";

  /**
   * A row.
   *
   * @param line of the file that it ends on, counted from 1
   * @param cells without surrounding spaces
   */
  record Row(long line, List<String> cells) {
    /** Empty where the row is too short, or there is no such column. */
    String cell(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }
  }

  /** Whether the name is that of a table. */
  static boolean isNamedSo(Path file) {
    return EXTENSIONS.contains(PictureFormat.extension(file));
  }

  /**
   * Reads a table.
   *
   * @throws BadDatasetException in one sentence when it cannot be read
   */
  static TableText read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new BadDatasetException(
            "The table %s is too large: at most %d MB are read."
                .formatted(PicturePaths.text(file), MOST_BYTES >> 20));
      }
      String text = text(bytes(file));
      if (text.indexOf('\0') >= 0) {
        throw new BadDatasetException(
            "The table %s is not text, perhaps a spreadsheet's own file under another name: save it as CSV."
                .formatted(PicturePaths.text(file)));
      }
      return parse(text);
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream stream = PictureInput.stream(file)) {
      return stream.readAllBytes();
    }
  }

  private static BadDatasetException unreadable(Path file, IOException cause) {
    return new BadDatasetException(
        "The table %s cannot be read: %s.".formatted(PicturePaths.text(file), cause.getMessage()),
        cause);
  }

  private static String text(byte[] bytes) {
    String text = decoded(bytes);
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }

  private static String decoded(byte[] bytes) {
    int start = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    if (start == 0xFFFE || start == 0xFEFF) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static TableText parse(String text) throws IOException {
    int end = text.indexOf('\n');
    String first = (end < 0 ? text : text.substring(0, end)).strip();
    boolean named =
        first.length() == SEPARATOR_LINE.length() + 1
            && first.toLowerCase(Locale.ROOT).startsWith(SEPARATOR_LINE);
    char separator = named ? first.charAt(SEPARATOR_LINE.length()) : separator(text);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreSurroundingSpaces(true)
            .setTrailingData(true)
            .get();
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord cells : parser) {
        rows.add(
            new Row(
                parser.getCurrentLineNumber(), cells.stream().map(TableText::stripped).toList()));
      }
    }
    return new TableText(rows.stream().skip(named ? 1 : 0).filter(TableText::isFilled).toList());
  }

  /** Spaces that do not break are among those that come along from spreadsheets. */
  private static String stripped(String cell) {
    return cell.replace('\u00A0', ' ').strip();
  }

  private static boolean isFilled(Row row) {
    return row.cells().stream().anyMatch(cell -> !cell.isEmpty());
  }

  /** The one that is most frequent outside quotes in the first line that is not empty. */
  private static char separator(String text) {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    boolean filled = false;
    for (int i = 0; i < text.length() && !(filled && !quoted && text.charAt(i) == '\n'); i++) {
      char character = text.charAt(i);
      filled |= !Character.isWhitespace(character);
      quoted ^= character == '"';
      for (int k = 0; k < counts.length && !quoted; k++) {
        counts[k] += character == SEPARATORS[k] ? 1 : 0;
      }
    }
    int best = 0;
    for (int k = 1; k < counts.length; k++) {
      best = counts[k] > counts[best] ? k : best;
    }
    return SEPARATORS[best];
  }
}
