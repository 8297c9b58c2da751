package io.thaw.dataset;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects the files of one class folder and the folders in it; follows links, but not in loops.
 */
final class ClassWalk extends SimpleFileVisitor<Path> {
  private static final int DEPTH = 8;

  private final Map<String, Map.Entry<Path, BasicFileAttributes>> files =
      new TreeMap<>(Names.ORDER);
  private final Path root;
  private final List<ImageProblem> problems;

  private ClassWalk(Path root, List<ImageProblem> problems) {
    this.root = root;
    this.problems = problems;
  }

  /** The files in order, with their attributes; what cannot be entered goes to {@code problems}. */
  static List<Map.Entry<Path, BasicFileAttributes>> files(
      Path folder, List<ImageProblem> problems) {
    ClassWalk walk = new ClassWalk(folder, problems);
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, walk);
    } catch (IOException e) {
      problems.add(new ImageProblem(folder, ProblemKind.FOLDER, "this folder cannot be read"));
    }
    return List.copyOf(walk.files.values());
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
      problems.add(new ImageProblem(file, ProblemKind.FOLDER, "this folder is nested too deeply"));
    } else {
      files.put(PicturePaths.relative(root, file), Map.entry(file, attributes));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException error) {
    String reason =
        error instanceof FileSystemLoopException
            ? "this link leads back to a folder above it"
            : "this folder cannot be read";
    problems.add(new ImageProblem(file, ProblemKind.FOLDER, reason));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException error) {
    if (error != null) {
      problems.add(
          new ImageProblem(folder, ProblemKind.FOLDER, "this folder could not be read to its end"));
    }
    return FileVisitResult.CONTINUE;
  }
}
