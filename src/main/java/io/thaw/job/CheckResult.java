package io.thaw.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PicturePaths;
import io.thaw.dataset.ProblemKind;
import io.thaw.dataset.Remark;
import io.thaw.dataset.RemarkKind;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.Side;
import io.thaw.dataset.SplitPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code thaw check} found in a folder of pictures.
 *
 * @param version format of the JSON, {@link #VERSION}
 * @param folder absolute path
 * @param classes in order, with their pictures
 * @param givenSplit whether the folder itself says what to check with
 * @param problems files that are left out; paths as {@link #folder} is written
 * @param notes what is worth a word of files that are used
 * @param remarks on pictures and classes, the gravest first
 * @param notices on the way the folder was understood, in sentences; empty from older builds
 * @param unusable why nothing can be trained on the folder, one sentence; null when it can
 * @param checked pictures that were decoded so far
 * @param pictures that there are to decode; the check is complete when all were
 * @param network what a network says of them; null when none was asked
 */
public record CheckResult(
    int version,
    String folder,
    List<ClassRecord> classes,
    boolean givenSplit,
    List<FileRecord> problems,
    List<FileRecord> notes,
    List<RemarkRecord> remarks,
    List<String> notices,
    String unusable,
    int checked,
    int pictures,
    @JsonInclude(JsonInclude.Include.NON_NULL) NetworkComparison network) {

  /** The format that this build writes. */
  public static final int VERSION = 1;

  public CheckResult {
    classes = List.copyOf(classes);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
    remarks = List.copyOf(remarks);
    notices = notices == null ? List.of() : List.copyOf(notices);
  }

  /**
   * A class.
   *
   * @param pictures that can be used
   * @param train those of them that are learned from; 0 until that is known, which is at the end
   *     unless the folder itself says it
   * @param validation those that are only checked with; 0 likewise
   */
  public record ClassRecord(String name, int pictures, int train, int validation) {}

  /** A file and what there is to say of it. */
  public record FileRecord(String file, String kind, String reason) {}

  /** Something about pictures that can be used, or about classes. */
  public record RemarkRecord(String kind, boolean warning, List<String> files, String sentence) {
    public RemarkRecord {
      files = List.copyOf(files);
    }
  }

  /** The result of a look that has come to its end, or not yet. */
  public static CheckResult of(DeepReport report, String unusable, int checked, int pictures) {
    ScanReport scan = report.scan();
    return new CheckResult(
        VERSION,
        PicturePaths.text(scan.folder()),
        classes(scan),
        scan.givenSplit(),
        scan.problems().stream().map(CheckResult::file).toList(),
        scan.notes().stream().map(CheckResult::file).toList(),
        report.remarks().stream().map(CheckResult::remark).toList(),
        scan.notices(),
        unusable,
        checked,
        pictures,
        null);
  }

  private static List<ClassRecord> classes(ScanReport scan) {
    int[] all = scan.countsPerClass();
    int[] train = scan.countsPerClass(Side.TRAIN);
    int[] validation = scan.countsPerClass(Side.VALIDATION);
    List<ClassRecord> classes = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      classes.add(new ClassRecord(scan.classes().get(i), all[i], train[i], validation[i]));
    }
    return classes;
  }

  /** The same with the sides that a run would put the pictures on. */
  public CheckResult with(SplitPlan plan) {
    List<ClassRecord> split = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      ClassRecord it = classes.get(i);
      split.add(
          new ClassRecord(
              it.name(), it.pictures(), count(plan.train(), i), count(plan.validation(), i)));
    }
    return new CheckResult(
        version,
        folder,
        split,
        givenSplit,
        problems,
        notes,
        remarks,
        Stream.concat(notices.stream(), plan.notices().stream()).toList(),
        unusable,
        checked,
        pictures,
        network);
  }

  /**
   * The same with what a network says.
   *
   * @param more notices on how it was asked
   */
  public CheckResult with(NetworkComparison comparison, List<String> more) {
    return new CheckResult(
        version,
        folder,
        classes,
        givenSplit,
        problems,
        notes,
        remarks,
        Stream.concat(notices.stream(), more.stream()).toList(),
        unusable,
        checked,
        pictures,
        comparison);
  }

  private static int count(List<LabeledImage> images, int label) {
    return (int) images.stream().filter(image -> image.label() == label).count();
  }

  private static FileRecord file(ImageProblem problem) {
    return new FileRecord(
        PicturePaths.text(problem.file()), problem.kind().jsonName(), problem.reason());
  }

  private static RemarkRecord remark(Remark remark) {
    return new RemarkRecord(
        remark.kind().jsonName(),
        remark.kind().isWarning(),
        remark.files().stream().map(PicturePaths::text).toList(),
        remark.sentence());
  }

  /** The remarks as the dataset package has them, of files that lie in no archive. */
  public List<Remark> toRemarks() {
    return toRemarks(Path.of(""));
  }

  /**
   * The remarks as the dataset package has them.
   *
   * @param folder of a report of the same source, open in this process
   */
  public List<Remark> toRemarks(Path folder) {
    return remarks.stream()
        .map(
            it ->
                new Remark(
                    RemarkKind.of(it.kind()),
                    it.files().stream().map(file -> PicturePaths.of(folder, file)).toList(),
                    it.sentence()))
        .toList();
  }

  /** The problems as the dataset package has them, of files that lie in no archive. */
  public List<ImageProblem> toProblems() {
    return toProblems(Path.of(""));
  }

  /**
   * The problems as the dataset package has them.
   *
   * @param folder of a report of the same source, open in this process
   */
  public List<ImageProblem> toProblems(Path folder) {
    return problems.stream()
        .map(
            it ->
                new ImageProblem(
                    PicturePaths.of(folder, it.file()), ProblemKind.of(it.kind()), it.reason()))
        .toList();
  }

  /**
   * The files that end early and are used all the same, as the problems that they have.
   *
   * @param folder of a report of the same source, open in this process
   */
  public List<ImageProblem> toEarlyEnds(Path folder) {
    return notes.stream()
        .filter(it -> it.kind().equals(ProblemKind.TRUNCATED.jsonName()))
        .map(
            it ->
                new ImageProblem(
                    PicturePaths.of(folder, it.file()),
                    ProblemKind.TRUNCATED,
                    "the file is truncated"))
        .toList();
  }

  /**
   * Reads what {@code thaw check --json} printed. Fields that this build does not know are passed
   * over.
   *
   * @throws BadJobException when it is no such JSON, or newer
   */
  public static CheckResult parse(String json) {
    try {
      JsonNode tree = JsonFiles.mapper().readTree(json);
      int version = tree.path("version").asInt(0);
      BadJobException.unless(
          version >= 1 && version <= VERSION,
          "The result of a check has format version %d; this build reads up to %d."
              .formatted(version, VERSION));
      return JsonFiles.mapper().treeToValue(tree, CheckResult.class);
    } catch (JsonProcessingException e) {
      throw new BadJobException("The result of a check is damaged.", e);
    }
  }
}
