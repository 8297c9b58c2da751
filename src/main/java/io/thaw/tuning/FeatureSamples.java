package io.thaw.tuning;

import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PicturePaths;
import io.thaw.tuning.cache.RecordId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Boundary tensors of pictures. What was kept is read; the rest, and what turns out to be lost, is
 * computed again.
 */
final class FeatureSamples implements Samples {
  private final List<NamedPicture> pictures;
  private final ViewPlan plan;
  private final KeptFeatures kept;
  private final FeatureComputer computer;

  /**
   * A picture and the name of its plain view.
   *
   * @param id by content, so that it stays when the file moves
   */
  record NamedPicture(LabeledImage image, RecordId id) {}

  /** A place in a batch that is still to be filled. */
  private record Gap(int at, RecordId id, PictureView view) {}

  FeatureSamples(
      List<NamedPicture> pictures, ViewPlan plan, KeptFeatures kept, FeatureComputer computer) {
    this.pictures = List.copyOf(pictures);
    this.plan = plan;
    this.kept = kept;
    this.computer = computer;
  }

  @Override
  public int count() {
    return pictures.size();
  }

  @Override
  public int label(int index) {
    return pictures.get(index).image().label();
  }

  @Override
  public List<LabeledImage> images() {
    return pictures.stream().map(NamedPicture::image).toList();
  }

  @Override
  public int size() {
    return kept.size();
  }

  @Override
  public void read(int[] indices, int from, int count, RandomGenerator random, FloatBuffer into) {
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      NamedPicture picture = pictures.get(indices[from + i]);
      int at = i * size();
      if (plan.fresh()) {
        gaps.add(new Gap(at, null, plan.draw(picture.image(), random)));
        continue;
      }
      RecordId id = plan.id(picture.id(), plan.pick(random));
      if (!kept.read(id, into, at)) {
        gaps.add(new Gap(at, id, plan.view(picture.image(), id)));
      }
    }
    if (!gaps.isEmpty()) {
      fill(gaps, into);
    }
  }

  private void fill(List<Gap> gaps, FloatBuffer into) {
    computer.compute(
        gaps.stream().map(Gap::view).iterator(),
        new FeatureComputer.Sink() {
          private int next;

          @Override
          public void features(PictureView view, FloatBuffer features, int at) {
            Gap gap = gaps.get(next++);
            into.put(gap.at, features, at, size());
            if (gap.id != null) {
              kept.keep(gap.id, features, at);
            }
          }

          @Override
          public void unreadable(PictureView view, ImageProblem problem) {
            throw gone(view, problem);
          }
        },
        () -> false);
  }

  static UncheckedIOException gone(PictureView view, ImageProblem problem) {
    String reason = problem.reason();
    String message =
        PicturePaths.text(view.image().file())
            + " could be read before and cannot any more: "
            + reason;
    return new UncheckedIOException(message, new IOException(reason));
  }

  @Override
  public void close() {
    // What was kept is shared by several sets of samples and closed by the intake.
  }
}
