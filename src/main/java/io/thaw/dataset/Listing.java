package io.thaw.dataset;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which files a folder or a table says are pictures of a class; none of them was opened.
 *
 * @param folder that paths are told from
 * @param groups one entry per class and side
 * @param loose files that belong to no class
 * @param problems of what was said
 * @param notes on files that are used all the same
 * @param notices what the user should know about the way it was understood, in sentences
 * @param givenSplit whether there is a training and a validation side
 */
record Listing(
    Path folder,
    List<Group> groups,
    List<Path> loose,
    List<ImageProblem> problems,
    List<ImageProblem> notes,
    List<String> notices,
    boolean givenSplit) {

  /**
   * One class on one side.
   *
   * @param files gives the files in order, with their attributes; adds to the list that it gets
   *     what cannot be entered
   */
  record Group(
      String name,
      Side side,
      Function<List<ImageProblem>, List<Map.Entry<Path, BasicFileAttributes>>> files) {}

  /** Names of all classes, on any side, sorted. */
  List<String> classes() {
    return groups.stream().map(Group::name).distinct().sorted(Names.ORDER).toList();
  }

  /** The same with more to say of how it was understood, and seen from another folder. */
  Listing in(Path other, String notice) {
    List<String> all = Stream.concat(Stream.of(notice), notices.stream()).toList();
    return new Listing(other, groups, loose, problems, notes, all, givenSplit);
  }
}
