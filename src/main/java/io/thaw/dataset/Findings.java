package io.thaw.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a look at a file's header found.
 *
 * @param kind what is wrong with it; null when nothing is
 * @param reason the same in words; null when nothing is
 * @param notes what is worth a word although the file is used
 */
record Findings(ProblemKind kind, String reason, Set<ProblemKind> notes) {
  Findings {
    notes = Set.copyOf(notes);
  }

  static Findings sound(Set<ProblemKind> notes) {
    return new Findings(null, null, notes);
  }

  static Findings of(UnreadablePictureException problem) {
    return new Findings(problem.kind(), problem.reason(), Set.of());
  }

  Optional<ImageProblem> problem(Path file) {
    return kind == null ? Optional.empty() : Optional.of(new ImageProblem(file, kind, reason));
  }

  /** The notes in words, in the order of their kinds. */
  List<ImageProblem> notes(Path file) {
    return notes.stream()
        .sorted()
        .map(note -> new ImageProblem(file, note, sentence(note)))
        .toList();
  }

  private static String sentence(ProblemKind note) {
    return switch (note) {
      case WRONG_EXTENSION -> "holds another picture format than its name says";
      case ANIMATED -> "is animated: its first picture is used";
      case EXIF_ROTATED -> "is turned upright, as its orientation tag says";
      default -> throw new IllegalArgumentException(note + " is not a note");
    };
  }
}
