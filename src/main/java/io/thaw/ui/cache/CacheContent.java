package io.thaw.ui.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.thaw.job.JsonFiles;
import java.io.IOException;
import java.util.List;

/**
 * What the feature cache holds, as {@code thaw cache --json} tells it.
 *
 * @param version of the format
 * @param folder where it lies, made or not
 * @param bytes that it takes on the disk
 * @param records pictures and their views
 * @param budgetBytes what it may take
 * @param automatic whether the disk decided that, not the user
 * @param freedBytes removed by the command; null when it was not to remove any
 * @param sets one for each frozen prefix
 */
public record CacheContent(
    int version,
    String folder,
    long bytes,
    long records,
    long budgetBytes,
    boolean automatic,
    Long freedBytes,
    List<Part> sets) {
  private static final int VERSION = 1;

  /**
   * What one frozen prefix yielded.
   *
   * @param description model, boundary layer and engine; empty when unknown
   */
  public record Part(String description, long records, long bytes) {}

  /** Copies the list. */
  public CacheContent {
    sets = sets == null ? List.of() : List.copyOf(sets);
  }

  /**
   * Reads the command's output.
   *
   * @throws IOException when it is no such object, or of a newer format
   */
  static CacheContent parse(String json) throws IOException {
    try {
      CacheContent content = JsonFiles.mapper().readValue(json, CacheContent.class);
      if (content == null
          || content.version < 1
          || content.version > VERSION
          || content.folder == null) {
        throw new IOException("The command answered in a format that this window does not know.");
      }
      return content;
    } catch (JsonProcessingException e) {
      throw new IOException("The command did not answer as expected.", e);
    }
  }

  /** Share of the budget that is taken, from 0 to 1. */
  double filled() {
    return budgetBytes <= 0 ? 0 : Math.min(1, (double) bytes / budgetBytes);
  }
}
