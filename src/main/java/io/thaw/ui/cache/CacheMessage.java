package io.thaw.ui.cache;

/**
 * How the newest command ended.
 *
 * @param trouble whether it went wrong
 * @param text one sentence for the user; empty when there is nothing to say
 */
public record CacheMessage(boolean trouble, String text) {
  /** Nothing to say. */
  public static final CacheMessage NONE = new CacheMessage(false, "");
}
