package io.thaw.dataset;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Applies {@link DatasetEdits} to a report. Few pictures of many are decided about, and the user
 * waits, so the others are neither sorted nor copied again.
 */
final class EditedScan {
  private static final String EXCLUDED = "left out by you";
  private static final Comparator<LabeledImage> ORDER =
      Comparator.comparingInt(LabeledImage::label)
          .thenComparing(LabeledImage::side)
          .thenComparing(image -> text(image.file()), Names.ORDER);

  private final ScanReport raw;
  private final DatasetEdits edits;
  private final Set<Path> excluded;
  private final Set<Path> included;
  private final boolean acceptTruncated;
  private final Map<Path, String> relabelled = new HashMap<>();

  /** Pictures that are where they were. */
  private final List<LabeledImage> staying = new ArrayList<>();

  private final List<Placed> moved = new ArrayList<>();
  private final List<ImageProblem> problems = new ArrayList<>();

  /** A picture that came from elsewhere, and its class by name, as numbers of classes change. */
  private record Placed(Path file, String className, Side side, boolean partial) {}

  EditedScan(DatasetEdits edits, ScanReport raw) {
    this.raw = raw;
    this.edits = edits;
    this.excluded = files(edits.excluded());
    this.included = files(edits.included());
    this.acceptTruncated = edits.acceptTruncated();
    edits
        .relabelled()
        .forEach((path, name) -> file(path).ifPresent(file -> relabelled.put(file, name)));
  }

  ScanReport report() {
    raw.images().forEach(this::take);
    raw.problems().forEach(this::take);
    List<String> classes = classes();
    List<LabeledImage> images = images(classes);
    return new ScanReport(
        raw.folder(),
        classes,
        images,
        problems,
        raw.notes(),
        raw.givenSplit(),
        raw.notices(),
        together(images));
  }

  /** The groups, as far as their pictures are used. */
  private List<List<Path>> together(List<LabeledImage> images) {
    if (edits.together().isEmpty()) {
      return List.of();
    }
    Set<Path> used = images.stream().map(LabeledImage::file).collect(Collectors.toSet());
    return edits.together().stream()
        .map(group -> group.stream().map(this::file).flatMap(Optional::stream))
        .map(files -> files.filter(used::contains).toList())
        .filter(group -> group.size() > 1)
        .toList();
  }

  private void take(LabeledImage image) {
    Path file = image.file();
    String old = raw.classes().get(image.label());
    String name = relabelled.getOrDefault(file, old);
    boolean partial = image.partial() || included.contains(file);
    if (excluded.contains(file)) {
      problems.add(new ImageProblem(file, ProblemKind.EXCLUDED, EXCLUDED, name, image.side()));
    } else if (!name.equals(old)) {
      moved.add(new Placed(file, name, image.side(), partial));
    } else {
      staying.add(
          partial == image.partial()
              ? image
              : new LabeledImage(file, image.label(), image.side(), partial));
    }
  }

  private void take(ImageProblem problem) {
    Path file = problem.file();
    String name = relabelled.getOrDefault(file, problem.className());
    if (isForgiven(problem)) {
      moved.add(new Placed(file, name, problem.side(), true));
    } else if (isGivenAClass(problem)) {
      moved.add(new Placed(file, name, problem.side(), included.contains(file)));
    } else {
      problems.add(name == null ? problem : problem.in(name, problem.side()));
    }
  }

  private boolean isForgiven(ImageProblem problem) {
    return problem.className() != null
        && problem.kind().isForgivable()
        && (included.contains(problem.file())
            || acceptTruncated && !excluded.contains(problem.file()));
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
    moved.forEach(picture -> names.add(picture.className()));
    labels(staying).forEach(label -> names.add(raw.classes().get(label)));
    Set<Integer> filled = labels(raw.images());
    Set<String> given = givenUp();
    for (int label = 0; label < raw.classes().size(); label++) {
      if (!filled.contains(label) && !given.contains(raw.classes().get(label))) {
        names.add(raw.classes().get(label));
      }
    }
    return List.copyOf(names);
  }

  private static Set<Integer> labels(List<LabeledImage> images) {
    return images.stream().map(LabeledImage::label).collect(Collectors.toSet());
  }

  /** Classes all of whose problems are excluded. */
  private Set<String> givenUp() {
    Set<String> given = new HashSet<>();
    raw.problems().stream()
        .filter(problem -> excluded.contains(problem.file()))
        .forEach(problem -> given.add(problem.className()));
    raw.problems().stream()
        .filter(problem -> !excluded.contains(problem.file()))
        .forEach(problem -> given.remove(problem.className()));
    return given;
  }

  private List<LabeledImage> images(List<String> classes) {
    Map<String, Integer> labels = new HashMap<>();
    classes.forEach(name -> labels.put(name, labels.size()));
    List<LabeledImage> images = renumbered(labels);
    List<LabeledImage> more =
        moved.stream()
            .map(it -> new LabeledImage(it.file, labels.get(it.className), it.side, it.partial))
            .sorted(ORDER)
            .toList();
    return more.isEmpty() ? images : merged(images, more);
  }

  /** Classes that stay keep their order, so these pictures do, too. */
  private List<LabeledImage> renumbered(Map<String, Integer> labels) {
    int[] numbers =
        raw.classes().stream().mapToInt(name -> labels.getOrDefault(name, -1)).toArray();
    List<LabeledImage> images = new ArrayList<>(staying.size());
    for (LabeledImage image : staying) {
      int label = numbers[image.label()];
      images.add(
          label == image.label()
              ? image
              : new LabeledImage(image.file(), label, image.side(), image.partial()));
    }
    return images;
  }

  private static List<LabeledImage> merged(List<LabeledImage> many, List<LabeledImage> few) {
    List<LabeledImage> merged = new ArrayList<>(many.size() + few.size());
    int done = 0;
    for (LabeledImage image : few) {
      int found = Collections.binarySearch(many, image, ORDER);
      int place = found < 0 ? -found - 1 : found;
      merged.addAll(many.subList(done, place));
      merged.add(image);
      done = place;
    }
    merged.addAll(many.subList(done, many.size()));
    return merged;
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
