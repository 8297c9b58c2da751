package io.thaw.dataset;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * Collects the files of one class folder and the folders in it; follows links, but not in loops.
 */
final class ClassWalk extends SimpleFileVisitor<Path> {
  private static final int DEPTH = 8;

  private final List<Path> files = new ArrayList<>();
  private final List<ImageProblem> problems;

  private ClassWalk(List<ImageProblem> problems) {
    this.problems = problems;
  }

  /** The files in order; what cannot be entered is added to {@code problems}. */
  static List<Path> files(Path folder, List<ImageProblem> problems) {
    ClassWalk walk = new ClassWalk(problems);
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, walk);
    } catch (IOException e) {
      problems.add(new ImageProblem(folder, "this folder cannot be read"));
    }
    walk.files.sort(Comparator.comparing(file -> Names.relative(folder, file), Names.ORDER));
    return walk.files;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return Names.isIgnored(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (Names.isIgnored(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isDirectory()) {
      problems.add(new ImageProblem(file, "this folder is nested too deeply"));
    } else {
      files.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException error) {
    String reason =
        error instanceof FileSystemLoopException
            ? "this link leads back to a folder above it"
            : "this folder cannot be read";
    problems.add(new ImageProblem(file, reason));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException error) {
    if (error != null) {
      problems.add(new ImageProblem(folder, "this folder could not be read to its end"));
    }
    return FileVisitResult.CONTINUE;
  }
}
