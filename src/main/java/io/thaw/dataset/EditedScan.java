package io.thaw.dataset;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Applies {@link DatasetEdits} to a report. */
final class EditedScan {
  private static final String EXCLUDED = "left out by you";

  private final ScanReport raw;
  private final Set<Path> excluded;
  private final Set<Path> included;
  private final Map<Path, String> relabelled = new HashMap<>();
  private final List<Placed> used = new ArrayList<>();
  private final List<ImageProblem> problems = new ArrayList<>();

  /** A picture that is used, and its class by name, as the numbers of classes change. */
  private record Placed(Path file, String className, Side side, boolean partial) {}

  EditedScan(DatasetEdits edits, ScanReport raw) {
    this.raw = raw;
    this.excluded = files(edits.excluded());
    this.included = files(edits.included());
    edits
        .relabelled()
        .forEach((path, name) -> file(path).ifPresent(file -> relabelled.put(file, name)));
  }

  ScanReport report() {
    raw.images().forEach(this::take);
    raw.problems().forEach(this::take);
    List<String> classes = classes();
    return new ScanReport(
        raw.folder(),
        classes,
        images(classes),
        problems,
        raw.notes(),
        raw.givenSplit(),
        raw.notices());
  }

  private void take(LabeledImage image) {
    Path file = image.file();
    String name = relabelled.getOrDefault(file, raw.classes().get(image.label()));
    if (excluded.contains(file)) {
      problems.add(new ImageProblem(file, ProblemKind.EXCLUDED, EXCLUDED, name, image.side()));
    } else {
      used.add(new Placed(file, name, image.side(), image.partial() || included.contains(file)));
    }
  }

  private void take(ImageProblem problem) {
    Path file = problem.file();
    String name = relabelled.getOrDefault(file, problem.className());
    if (isForgiven(problem)) {
      used.add(new Placed(file, name, problem.side(), true));
    } else if (isGivenAClass(problem)) {
      used.add(new Placed(file, name, problem.side(), included.contains(file)));
    } else {
      problems.add(name == null ? problem : problem.in(name, problem.side()));
    }
  }

  private boolean isForgiven(ImageProblem problem) {
    return problem.className() != null
        && problem.kind().isForgivable()
        && included.contains(problem.file());
  }

  /** Beside a split that is given, nobody knows to which side a picture belongs. */
  private boolean isGivenAClass(ImageProblem problem) {
    return problem.kind() == ProblemKind.OUTSIDE_CLASS
        && !raw.givenSplit()
        && relabelled.containsKey(problem.file())
        && !excluded.contains(problem.file());
  }

  /** Those with pictures, and those that never had one, unless all in them is excluded. */
  private List<String> classes() {
    Set<String> names = new TreeSet<>(Names.ORDER);
    used.forEach(picture -> names.add(picture.className()));
    Set<Integer> filled =
        raw.images().stream().map(LabeledImage::label).collect(Collectors.toSet());
    Set<String> given =
        raw.problems().stream()
            .filter(problem -> excluded.contains(problem.file()))
            .map(ImageProblem::className)
            .collect(Collectors.toCollection(HashSet::new));
    raw.problems().stream()
        .filter(problem -> !excluded.contains(problem.file()))
        .forEach(problem -> given.remove(problem.className()));
    for (int label = 0; label < raw.classes().size(); label++) {
      if (!filled.contains(label) && !given.contains(raw.classes().get(label))) {
        names.add(raw.classes().get(label));
      }
    }
    return List.copyOf(names);
  }

  private List<LabeledImage> images(List<String> classes) {
    Map<String, Integer> labels = new HashMap<>();
    classes.forEach(name -> labels.put(name, labels.size()));
    return used.stream()
        .map(it -> new LabeledImage(it.file, labels.get(it.className), it.side, it.partial))
        .sorted(
            Comparator.comparingInt(LabeledImage::label)
                .thenComparing(LabeledImage::side)
                .thenComparing(image -> text(image.file()), Names.ORDER))
        .toList();
  }

  private static String text(Path file) {
    String separator = file.getFileSystem().getSeparator();
    String text = file.toString();
    return separator.equals("/") ? text : text.replace(separator, "/");
  }

  private Set<Path> files(Collection<String> paths) {
    return paths.stream().map(this::file).flatMap(Optional::stream).collect(Collectors.toSet());
  }

  private Optional<Path> file(String path) {
    try {
      return Optional.of(raw.folder().resolve(path));
    } catch (InvalidPathException e) {
      // Written on another system: there is no such file here.
      return Optional.empty();
    }
  }
}
