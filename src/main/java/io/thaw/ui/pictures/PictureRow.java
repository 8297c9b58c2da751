package io.thaw.ui.pictures;

import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.ProblemKind;
import io.thaw.dataset.Remark;
import io.thaw.dataset.RemarkKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One file of the folder, and all that there is to say about it.
 *
 * @param path below the folder, with {@code /}
 * @param className what it shows; empty when it belongs to no class
 * @param folderClass what its folder says that it shows; empty when it says nothing
 * @param problem why it is not used; null when it is
 * @param excluded whether the user left it out
 * @param partial whether it is used although it ends early
 * @param notes what is worth a word although it is used
 * @param remarks what a look at its pixels found, as far as it still counts
 */
public record PictureRow(
    Path file,
    String path,
    String className,
    String folderClass,
    ImageProblem problem,
    boolean excluded,
    boolean partial,
    List<ImageProblem> notes,
    List<Remark> remarks) {

  /** Copies the lists. */
  public PictureRow {
    notes = List.copyOf(notes);
    remarks = List.copyOf(remarks);
  }

  /** Whether it is learned from or checked with. */
  public boolean used() {
    return problem == null;
  }

  /** Whether the user gave it another class than its folder. */
  public boolean relabelled() {
    return !className.equals(folderClass);
  }

  /** Whether it can be left out: also what is not used anyway, so that a class can be emptied. */
  public boolean canLeaveOut() {
    return !excluded && (used() || problem.kind() != ProblemKind.FOLDER);
  }

  /** Whether it is left out and may be used if the user says so. */
  public boolean canUse() {
    return !used() && (isSoundButExcluded() || problem.kind().isForgivable());
  }

  /** Whether it belongs to a group that is alike to a network and may lie on two sides. */
  public boolean canKeepTogether() {
    return remarks.stream().anyMatch(it -> isOfNetwork(it) && !keeps(it.files()));
  }

  /** Whether the user keeps it on one side with others. */
  public boolean isKeptTogether() {
    return remarks.stream().anyMatch(it -> it.kind() == RemarkKind.KEPT_TOGETHER);
  }

  /** The groups that it belongs to by what a network says. */
  List<List<Path>> alike() {
    return remarks.stream().filter(PictureRow::isOfNetwork).map(Remark::files).toList();
  }

  /** The first picture of the group that a network puts it into, or itself. */
  Path group() {
    return alike().stream().findFirst().map(files -> files.get(0)).orElse(file);
  }

  private boolean keeps(List<Path> files) {
    return remarks.stream()
        .anyMatch(it -> it.kind() == RemarkKind.KEPT_TOGETHER && it.files().containsAll(files));
  }

  private static boolean isOfNetwork(Remark remark) {
    return remark.kind() == RemarkKind.NETWORK_ALIKE
        || remark.kind() == RemarkKind.NETWORK_ALIKE_CLASSES;
  }

  /** Whether there is a picture that may show something else. */
  public boolean canChangeClass() {
    return used()
        || isSoundButExcluded()
        || problem.kind().isForgivable()
        || problem.kind() == ProblemKind.OUTSIDE_CLASS;
  }

  /** Whether it may be worth an attempt to decode it. */
  boolean hasPicture() {
    return canChangeClass();
  }

  private boolean isSoundButExcluded() {
    return problem.kind() == ProblemKind.EXCLUDED
        || excluded && problem.kind() == ProblemKind.OUTSIDE_CLASS && !className.isEmpty();
  }

  /** All topics that it belongs to. */
  List<Topic> topics() {
    List<Topic> topics = new ArrayList<>();
    topics.add(Topic.ALL);
    topics.add(used() ? Topic.USED : Topic.LEFT_OUT);
    if (excluded) {
      topics.add(Topic.of(ProblemKind.EXCLUDED));
    }
    if (relabelled()) {
      topics.add(Topic.RELABELLED);
    }
    if (partial) {
      topics.add(Topic.PARTIAL);
    }
    if (!used() && problem.kind() != ProblemKind.EXCLUDED) {
      topics.add(Topic.of(problem.kind()));
    }
    notes.forEach(note -> topics.add(Topic.of(note.kind())));
    remarks.stream().map(Remark::kind).distinct().forEach(kind -> topics.add(Topic.of(kind)));
    return topics;
  }

  /** What there is to say, each as a sentence. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (excluded) {
      sentences.add("Left out by you.");
    }
    if (!used() && problem.kind() != ProblemKind.EXCLUDED) {
      sentences.add("Not used: " + problem.reason() + ".");
    }
    if (partial) {
      sentences.add("Used if the file ends early, as far as it goes.");
    }
    if (relabelled()) {
      sentences.add(
          "Class changed by you; "
              + (folderClass.isEmpty()
                  ? "it lies outside the class folders."
                  : "its folder says '" + folderClass + "'."));
    }
    notes.forEach(note -> sentences.add("It " + note.reason() + "."));
    remarks.forEach(remark -> sentences.add(remark.sentence()));
    return sentences;
  }

  /** The row in words, for those who cannot see it. */
  String spoken() {
    String group = className.isEmpty() ? "no class" : "class " + className;
    String rest = sentences().isEmpty() ? "used." : String.join(" ", sentences());
    return path + ", " + group + ". " + rest;
  }
}
