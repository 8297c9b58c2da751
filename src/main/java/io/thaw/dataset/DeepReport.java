package io.thaw.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a look at every pixel of a folder's pictures found.
 *
 * @param scan what is left of the first look: pictures that cannot be decoded are among its
 *     problems
 * @param remarks on the pictures that are left, and on the classes; the gravest kinds first
 */
public record DeepReport(ScanReport scan, List<Remark> remarks) {
  public DeepReport {
    remarks = List.copyOf(remarks);
  }

  /** The same report with more to say. */
  public DeepReport with(List<Remark> more) {
    return new DeepReport(scan, Stream.concat(remarks.stream(), more.stream()).toList());
  }

  /**
   * What another process found in a folder that this one has had a first look at.
   *
   * @param first the first look
   * @param problems all that the other process found; those that are new are added to the first
   *     look's, and their pictures are taken out. What it says of a file that had a problem counts
   */
  public static DeepReport of(ScanReport first, List<ImageProblem> problems, List<Remark> remarks) {
    Map<Path, ImageProblem> byFile =
        problems.stream()
            .collect(Collectors.toMap(ImageProblem::file, it -> it, (one, other) -> other));
    ScanReport told =
        first.withProblems(
            first.problems().stream()
                .map(it -> byFile.getOrDefault(it.file(), it).in(it.className(), it.side()))
                .toList());
    List<ImageProblem> found =
        first.images().stream()
            .map(image -> byFile.get(image.file()))
            .filter(Objects::nonNull)
            .toList();
    return new DeepReport(told.without(found), remarks);
  }
}
