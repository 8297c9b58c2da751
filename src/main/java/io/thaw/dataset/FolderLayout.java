package io.thaw.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which folders are classes.
 *
 * @param folders one entry per class and side
 * @param loose files that lie beside the class folders
 * @param problems folders that are not used
 * @param givenSplit whether there is a training and a validation side
 */
record FolderLayout(
    List<ClassFolder> folders, List<Path> loose, List<ImageProblem> problems, boolean givenSplit) {

  /** One class on one side. */
  record ClassFolder(Path path, String name, Side side) {
    Listing.Group group() {
      return new Listing.Group(name, side, problems -> ClassWalk.files(path, problems));
    }
  }

  private static final List<String> VALIDATION = List.of("val", "validation", "valid", "test");
  private static final List<String> SIDES = List.of("train", "val", "validation", "valid", "test");

  static FolderLayout of(Path folder) {
    List<Path> entries = Names.list(folder);
    List<Path> parts = entries.stream().filter(Files::isDirectory).toList();
    List<Path> loose = new ArrayList<>(entries.stream().filter(Files::isRegularFile).toList());
    Optional<Path> train = part(parts, List.of("train"));
    Optional<Path> validation = part(parts, VALIDATION);
    if (train.isPresent() && validation.isPresent()) {
      return split(parts, loose, train.get(), validation.get(), part(parts, List.of("test")));
    }
    boolean onlySides = parts.stream().map(FolderLayout::lowerName).allMatch(SIDES::contains);
    if (train.isPresent() && onlySides) {
      // A competition's download: labelled train/ beside a test/ without classes.
      loose.addAll(files(train.get()));
      return new FolderLayout(
          classes(train.get(), Side.UNASSIGNED), loose, unused(parts, train.get()), false);
    }
    if (parts.size() > 1 && onlySides) {
      // train/ and val/ with pictures but without classes; the two are not what to tell apart.
      parts.forEach(part -> loose.addAll(files(part)));
      return new FolderLayout(List.of(), loose, List.of(), false);
    }
    return new FolderLayout(classes(folder, Side.UNASSIGNED), loose, List.of(), false);
  }

  private static FolderLayout split(
      List<Path> parts, List<Path> loose, Path train, Path validation, Optional<Path> test) {
    List<ClassFolder> folders = new ArrayList<>(classes(train, Side.TRAIN));
    folders.addAll(classes(validation, Side.VALIDATION));
    // Without a folder of its own for validation, test/ is for that.
    Path third = test.filter(it -> !it.equals(validation)).orElse(train);
    if (!third.equals(train)) {
      folders.addAll(classes(third, Side.TEST));
      loose.addAll(files(third));
    }
    loose.addAll(files(train));
    loose.addAll(files(validation));
    return new FolderLayout(folders, loose, unused(parts, train, validation, third), true);
  }

  /** The first folder with one of these names that has folders in it. */
  private static Optional<Path> part(List<Path> parts, List<String> names) {
    return names.stream()
        .flatMap(name -> parts.stream().filter(part -> lowerName(part).equals(name)))
        .filter(part -> Names.list(part).stream().anyMatch(Files::isDirectory))
        .findFirst();
  }

  private static String lowerName(Path path) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  private static List<ClassFolder> classes(Path folder, Side side) {
    return Names.list(folder).stream()
        .filter(Files::isDirectory)
        .map(path -> new ClassFolder(path, path.getFileName().toString(), side))
        .toList();
  }

  private static List<Path> files(Path folder) {
    return Names.list(folder).stream().filter(Files::isRegularFile).toList();
  }

  private static List<ImageProblem> unused(List<Path> parts, Path... used) {
    return parts.stream()
        .filter(part -> !List.of(used).contains(part))
        .map(part -> new ImageProblem(part, ProblemKind.FOLDER, "this folder is not used"))
        .toList();
  }

  /** What the folders list, in paths below {@code folder}. */
  Listing listing(Path folder) {
    return new Listing(
        folder,
        folders.stream().map(ClassFolder::group).toList(),
        loose,
        problems,
        List.of(),
        List.of(),
        givenSplit);
  }

  /** Whether this is the name of a side of the split. */
  static boolean isSide(Path part) {
    return SIDES.contains(lowerName(part));
  }
}
