package io.thaw.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Finds the pictures of a folder. Two layouts are understood: a folder per class; or {@code train/}
 * and {@code val/} ({@code validation/}, {@code valid/}, {@code test/}), each with a folder per
 * class. Folders inside a class folder belong to the class. Hidden and system files are ignored.
 */
public final class ImageFolder {
  private final IntConsumer progress;
  private final BooleanSupplier cancelled;
  private final PictureIndex index;
  private final List<LabeledImage> images = new ArrayList<>();
  private final List<ImageProblem> problems = new ArrayList<>();
  private final List<ImageProblem> notes = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private int seen;

  private ImageFolder(IntConsumer progress, BooleanSupplier cancelled, PictureIndex index) {
    this.progress = progress;
    this.cancelled = cancelled;
    this.index = index;
  }

  /**
   * Scans {@code folder} without progress; see {@link #scan(Path, IntConsumer, BooleanSupplier)}.
   */
  public static ScanReport scan(Path folder) {
    return scan(folder, seen -> {}, () -> false);
  }

  /**
   * Scans {@code folder} without an index; see {@link #scan(Path, IntConsumer, BooleanSupplier,
   * PictureIndex)}.
   */
  public static ScanReport scan(Path folder, IntConsumer progress, BooleanSupplier cancelled) {
    return scan(folder, progress, cancelled, PictureIndex.inMemory(folder));
  }

  /**
   * Scans {@code folder}. Only headers are read, on all cores; the order is the same on every
   * machine.
   *
   * @param progress told the number of files looked at so far, on this thread
   * @param cancelled asked before every file, on this thread
   * @param index of {@code folder}, which also says what is accepted of files; those it knows are
   *     not opened. It is brought up to date and saved
   * @return what was found, good and bad; it may still be unusable, see {@link
   *     ScanReport#requireUsable()}
   * @throws BadDatasetException when the folder is missing, not a folder or not readable
   * @throws CancellationException when {@code cancelled} says so
   */
  public static ScanReport scan(
      Path folder, IntConsumer progress, BooleanSupplier cancelled, PictureIndex index) {
    if (!Files.exists(folder)) {
      throw new BadDatasetException("The folder " + folder + " does not exist.");
    }
    if (!Files.isDirectory(folder)) {
      throw new BadDatasetException(folder + " is not a folder.");
    }
    return new ImageFolder(progress, cancelled, index).report(folder);
  }

  private ScanReport report(Path folder) {
    FolderLayout layout = FolderLayout.of(folder);
    problems.addAll(layout.problems());
    List<String> classes = layout.classes();
    try (HeaderChecks checks = new HeaderChecks(index)) {
      for (String name : classes) {
        layout.folders().stream()
            .filter(classFolder -> classFolder.name().equals(name))
            .forEach(classFolder -> scanClass(classFolder, classes.indexOf(name), checks));
      }
      index.retain(files);
    } finally {
      // Also when cancelled: what was found out stays true.
      index.save();
    }
    layout.loose().forEach(this::lookAtLoose);
    return new ScanReport(folder, classes, images, problems, notes, layout.givenSplit());
  }

  private void scanClass(FolderLayout.ClassFolder folder, int label, HeaderChecks checks) {
    checks.run(
        ClassWalk.files(folder.path(), problems),
        new HeaderChecks.Listener() {
          @Override
          public void before() {
            count();
          }

          @Override
          public void outcome(Path file, Findings findings) {
            files.add(file);
            notes.addAll(findings.notes(file));
            findings
                .problem(file)
                .ifPresentOrElse(
                    problem -> problems.add(problem.in(folder.name(), folder.side())),
                    () -> images.add(new LabeledImage(file, label, folder.side())));
          }
        });
  }

  /** Pictures beside the class folders are worth a word; a licence or a list of names is not. */
  private void lookAtLoose(Path file) {
    count();
    if (PictureFile.isPicture(file)) {
      problems.add(new ImageProblem(file, ProblemKind.OUTSIDE_CLASS, UsableCheck.OUTSIDE_CLASS));
    }
  }

  private void count() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("The scan was cancelled.");
    }
    progress.accept(++seen);
  }
}
