package io.thaw.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What the user decided about single files of a folder of pictures. The files themselves stay as
 * they are. Every path is relative to the folder, with {@code /} between its parts; paths that lead
 * nowhere have no effect.
 *
 * @param excluded files that are left out
 * @param included files that are used although they end early; none of them is excluded
 * @param relabelled the class that a picture shows, by path; it may be one that has no folder
 * @param acceptTruncated whether all files that end early are used as far as they go
 * @param together groups of pictures that shall stay on one side of a split, such as those of one
 *     scene; two or more in each, none in two
 */
public record DatasetEdits(
    Set<String> excluded,
    Set<String> included,
    Map<String, String> relabelled,
    boolean acceptTruncated,
    List<List<String>> together) {

  /** Everything is used as the folder says. */
  public static final DatasetEdits NONE =
      new DatasetEdits(Set.of(), Set.of(), Map.of(), false, List.of());

  /**
   * Sorts; what is missing is empty, what is both excluded and included is excluded, and groups
   * with a picture in common are one.
   */
  public DatasetEdits {
    SortedSet<String> out = new TreeSet<>(excluded == null ? Set.of() : excluded);
    SortedSet<String> in = new TreeSet<>(included == null ? Set.of() : included);
    in.removeAll(out);
    excluded = Collections.unmodifiableSet(out);
    included = Collections.unmodifiableSet(in);
    relabelled =
        Collections.unmodifiableMap(new TreeMap<>(relabelled == null ? Map.of() : relabelled));
    if (relabelled.values().stream().anyMatch(name -> name == null || name.isBlank())) {
      throw new IllegalArgumentException("a class without a name");
    }
    together = joined(together == null ? List.of() : together);
  }

  private static List<List<String>> joined(Collection<? extends Collection<String>> groups) {
    Families<String> families = new Families<>();
    SortedSet<String> all = new TreeSet<>();
    for (Collection<String> group : groups) {
      List<String> members = List.copyOf(group);
      all.addAll(members);
      members.forEach(member -> families.join(members.get(0), member));
    }
    return families.of(List.copyOf(all)).stream()
        .filter(family -> family.size() > 1)
        .map(List::copyOf)
        .toList();
  }

  /** What a file is called here: its path below {@code folder}. */
  public static String path(Path folder, Path file) {
    return PicturePaths.relative(folder, file);
  }

  /** Whether nothing was decided. */
  public boolean none() {
    return equals(NONE);
  }

  /** These files are left out. */
  public DatasetEdits exclude(Collection<String> paths) {
    return changed(
        draft -> {
          draft.excluded.addAll(paths);
          draft.included.removeAll(paths);
        });
  }

  /** These files are no longer left out. */
  public DatasetEdits readmit(Collection<String> paths) {
    return changed(draft -> draft.excluded.removeAll(paths));
  }

  /** These files are used although they end early. */
  public DatasetEdits include(Collection<String> paths) {
    return changed(
        draft -> {
          draft.excluded.removeAll(paths);
          draft.included.addAll(paths);
        });
  }

  /**
   * These pictures show another class than their folder says.
   *
   * @throws IllegalArgumentException when the class has no name
   */
  public DatasetEdits relabel(Collection<String> paths, String className) {
    return changed(draft -> paths.forEach(path -> draft.relabelled.put(path, className)));
  }

  /** These pictures show what their folder says. */
  public DatasetEdits restoreLabel(Collection<String> paths) {
    return changed(draft -> draft.relabelled.keySet().removeAll(Set.copyOf(paths)));
  }

  /** The pictures of each group stay on one side, with those that are kept with one of them. */
  public DatasetEdits keepTogether(Collection<? extends Collection<String>> groups) {
    return changed(draft -> draft.together.addAll(groups));
  }

  /** These pictures are not kept with others. */
  public DatasetEdits separate(Collection<String> paths) {
    return changed(draft -> draft.separate(Set.copyOf(paths)));
  }

  /** Nothing is decided about these files. */
  public DatasetEdits clear(Collection<String> paths) {
    Set<String> all = Set.copyOf(paths);
    return changed(
        draft -> {
          draft.excluded.removeAll(all);
          draft.included.removeAll(all);
          draft.relabelled.keySet().removeAll(all);
          draft.separate(all);
        });
  }

  /** Files that end early are used as far as they go, or are not unless they are included. */
  public DatasetEdits acceptTruncated(boolean accept) {
    return changed(draft -> draft.acceptTruncated = accept);
  }

  /**
   * The folder as the user wants it. Every file is among the pictures or the problems as before. A
   * class all of whose pictures went elsewhere is none any more.
   *
   * @param raw what the folder holds
   */
  public ScanReport apply(ScanReport raw) {
    return none() ? raw : new EditedScan(this, raw).report();
  }

  private DatasetEdits changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new DatasetEdits(
        draft.excluded,
        draft.included,
        draft.relabelled,
        draft.acceptTruncated,
        joined(draft.together));
  }

  /** The decisions while some of them change. */
  private static final class Draft {
    private final Set<String> excluded;
    private final Set<String> included;
    private final SortedMap<String, String> relabelled;
    private boolean acceptTruncated;
    private final List<Collection<String>> together;

    Draft(DatasetEdits edits) {
      excluded = new TreeSet<>(edits.excluded);
      included = new TreeSet<>(edits.included);
      relabelled = new TreeMap<>(edits.relabelled);
      acceptTruncated = edits.acceptTruncated;
      together = new ArrayList<>(edits.together);
    }

    void separate(Set<String> paths) {
      together.replaceAll(group -> group.stream().filter(path -> !paths.contains(path)).toList());
    }
  }
}
