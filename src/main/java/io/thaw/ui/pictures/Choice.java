package io.thaw.ui.pictures;

import io.thaw.ui.common.Figures;

/**
 * A line to choose in a filter.
 *
 * @param key what it stands for
 * @param words the same for the user
 * @param count of pictures that would be shown
 */
record Choice(String key, String words, int count) {
  @Override
  public String toString() {
    return words + " (" + Figures.count(count) + ")";
  }
}
