package io.thaw.tuning.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoints of one run.
 *
 * @param folder that holds them; need not exist
 */
public record CheckpointFolder(Path folder) {
  private static final int KEPT = 2;
  private static final Pattern NAME = Pattern.compile("step-[0-9]{12}\\.checkpoint");
  private static final Pattern TEMPORARY = Pattern.compile("\\.step-[0-9]+\\.tmp");

  /**
   * Keeps a moment, and of the older ones the newest. Those of later steps go: the run went back
   * before them.
   *
   * @throws IOException when that fails; what was kept before is still there
   */
  public void write(Checkpoint checkpoint) throws IOException {
    Files.createDirectories(folder);
    long step = checkpoint.state().position().steps();
    Path file = folder.resolve(String.format(Locale.ROOT, "step-%012d.checkpoint", step));
    Path temporary = folder.resolve(".step-" + step + ".tmp");
    Files.deleteIfExists(temporary);
    try {
      CheckpointFile.write(temporary, checkpoint);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(temporary, e);
      throw e;
    }
    prune(file);
  }

  private static void discard(Path temporary, IOException reason) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private void prune(Path newest) throws IOException {
    List<Path> whole = list(NAME);
    int position = whole.indexOf(newest);
    for (int i = 0; i < whole.size(); i++) {
      if (i > position || i <= position - KEPT) {
        Files.delete(whole.get(i));
      }
    }
    for (Path left : list(TEMPORARY)) {
      Files.delete(left);
    }
  }

  /** Whether there is any, whole or damaged. */
  public boolean isEmpty() throws IOException {
    return list(NAME).isEmpty();
  }

  /**
   * The newest moment that can be read.
   *
   * @param damaged told the name of every newer file that cannot
   * @return empty when there is no file that can be read
   * @throws io.thaw.job.BadJobException when the newest whole file is of a newer format
   */
  public Optional<Checkpoint> newest(Consumer<Path> damaged) throws IOException {
    List<Path> files = new ArrayList<>(list(NAME));
    files.sort(Comparator.reverseOrder());
    for (Path file : files) {
      try {
        return Optional.of(CheckpointFile.read(file));
      } catch (DamagedCheckpointException e) {
        damaged.accept(file);
      }
    }
    return Optional.empty();
  }

  /** Removes all of them, once the run is complete. */
  public void remove() throws IOException {
    for (Pattern pattern : List.of(TEMPORARY, NAME)) {
      for (Path file : list(pattern)) {
        Files.delete(file);
      }
    }
    if (Files.isDirectory(folder)) {
      Files.delete(folder);
    }
  }

  /** Sorted by step. */
  private List<Path> list(Pattern pattern) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content
          .filter(file -> pattern.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }
}
