package io.thaw.ui.pictures;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Which of the pictures on show are selected, and which one is the current. Both belong to files,
 * not to places, so they stay when other pictures come and go.
 */
public final class PicturesSelection {
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
  private final Set<Path> selected = new LinkedHashSet<>();
  private final Map<Path, Integer> places = new HashMap<>();
  private List<PictureRow> rows = List.of();
  private int current = -1;
  private int anchor = -1;

  /** Another number after every change. */
  public ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** The selected pictures, in the order of the grid. */
  public List<PictureRow> rows() {
    return selected.stream().map(this::placeOf).sorted().map(rows::get).toList();
  }

  /** How many are selected. */
  public int size() {
    return selected.size();
  }

  /** Whether a picture is selected. */
  public boolean contains(PictureRow row) {
    return row != null && selected.contains(row.file());
  }

  /** The picture to tell more of; null when there is none. */
  public PictureRow current() {
    return current < 0 ? null : rows.get(current);
  }

  /** Its place; -1 when there is none. */
  public int currentPlace() {
    return current;
  }

  /**
   * Other pictures are on show. Where the current one is gone, the one that took its place is the
   * current, so that a row of pictures can be worked through.
   */
  void show(List<PictureRow> shown) {
    Path file = current < 0 ? null : rows.get(current).file();
    Path from = anchor < 0 ? null : rows.get(anchor).file();
    int place = current;
    rows = shown;
    places.clear();
    for (int i = 0; i < shown.size(); i++) {
      places.put(shown.get(i).file(), i);
    }
    selected.retainAll(places.keySet());
    current = file == null ? -1 : places.getOrDefault(file, Math.min(place, shown.size() - 1));
    anchor = from == null ? current : places.getOrDefault(from, current);
    if (current >= 0 && selected.isEmpty()) {
      selected.add(shown.get(current).file());
    }
    changed();
  }

  /** Selects one picture and no other. */
  void select(int place) {
    if (isPlace(place)) {
      selected.clear();
      selected.add(rows.get(place).file());
      current = place;
      anchor = place;
      changed();
    }
  }

  /** Selects one picture more, or one less. */
  void toggle(int place) {
    if (isPlace(place)) {
      Path file = rows.get(place).file();
      if (!selected.remove(file)) {
        selected.add(file);
      }
      current = place;
      anchor = place;
      changed();
    }
  }

  /** Selects everything from the last picture that was selected by itself to this one. */
  void extend(int place) {
    if (isPlace(place)) {
      int from = anchor < 0 ? place : anchor;
      selected.clear();
      rows.subList(Math.min(from, place), Math.max(from, place) + 1)
          .forEach(row -> selected.add(row.file()));
      current = place;
      anchor = from;
      changed();
    }
  }

  /** Selects all that are on show. */
  void all() {
    rows.forEach(row -> selected.add(row.file()));
    if (current < 0 && !rows.isEmpty()) {
      current = 0;
    }
    changed();
  }

  /** The place of a file; -1 when it is not on show. */
  int placeOf(Path file) {
    return places.getOrDefault(file, -1);
  }

  private boolean isPlace(int place) {
    return place >= 0 && place < rows.size();
  }

  private void changed() {
    version.set(version.get() + 1);
  }
}
