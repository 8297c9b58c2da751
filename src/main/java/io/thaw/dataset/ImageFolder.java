package io.thaw.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Finds the pictures of a folder or a table. These layouts are understood: a folder per class;
 * {@code train/} and {@code val/} ({@code validation/}, {@code valid/}, or {@code test/}, which is
 * a third side beside one of the others), each with a folder per class; and a table that names
 * files and their classes. Folders inside a class folder belong to the class; a folder that holds
 * nothing but another is stepped into. Hidden and system files are ignored.
 */
public final class ImageFolder {
  private final IntConsumer progress;
  private final BooleanSupplier cancelled;
  private final PictureIndex index;
  private final TableColumns columns;
  private final List<LabeledImage> images = new ArrayList<>();
  private final List<ImageProblem> problems = new ArrayList<>();
  private final List<ImageProblem> notes = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private int seen;

  private ImageFolder(
      IntConsumer progress, BooleanSupplier cancelled, PictureIndex index, TableColumns columns) {
    this.columns = columns;
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
   * Scans {@code folder}, finding out the columns of a table; see {@link #scan(Path, IntConsumer,
   * BooleanSupplier, PictureIndex, TableColumns)}.
   */
  public static ScanReport scan(
      Path folder, IntConsumer progress, BooleanSupplier cancelled, PictureIndex index) {
    return scan(folder, progress, cancelled, index, TableColumns.AUTOMATIC);
  }

  /**
   * Scans a folder or a table. Only headers of pictures are read, on all cores; the order is the
   * same on every machine.
   *
   * @param data a folder of pictures, or a table of their files
   * @param progress told the number of files looked at so far, on this thread
   * @param cancelled asked before every file, on this thread
   * @param index of {@code data}, which also says what is accepted of files; those it knows are not
   *     opened. It is brought up to date and saved
   * @param columns of the table, where there is one
   * @return what was found, good and bad; it may still be unusable, see {@link
   *     ScanReport#requireUsable()}
   * @throws BadDatasetException when there is no such folder or table, or it cannot be read
   * @throws CancellationException when {@code cancelled} says so
   */
  public static ScanReport scan(
      Path data,
      IntConsumer progress,
      BooleanSupplier cancelled,
      PictureIndex index,
      TableColumns columns) {
    return new ImageFolder(progress, cancelled, index, columns).report(data);
  }

  private ScanReport report(Path data) {
    Listing listing = Listings.of(data, columns);
    problems.addAll(listing.problems());
    notes.addAll(listing.notes());
    List<String> classes = listing.classes();
    try (HeaderChecks checks = new HeaderChecks(index)) {
      for (String name : classes) {
        listing.groups().stream()
            .filter(group -> group.name().equals(name))
            .forEach(group -> scanGroup(group, classes.indexOf(name), checks));
      }
      index.retain(files);
    } finally {
      // Also when cancelled: what was found out stays true.
      index.save();
    }
    listing.loose().forEach(this::lookAtLoose);
    return new ScanReport(
        listing.folder(),
        classes,
        images,
        problems,
        notes,
        listing.givenSplit(),
        listing.notices(),
        List.of());
  }

  private void scanGroup(Listing.Group group, int label, HeaderChecks checks) {
    checks.run(
        group.files().apply(problems),
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
                    problem -> problems.add(problem.in(group.name(), group.side())),
                    () -> images.add(new LabeledImage(file, label, group.side())));
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
