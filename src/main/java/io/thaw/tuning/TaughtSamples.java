package io.thaw.tuning;

import io.thaw.dataset.LabeledImage;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Samples together with what a teacher says of their pictures, whichever view is learned. */
final class TaughtSamples implements Samples {
  private final Samples samples;
  private final Samples teacher;
  private final int[] places;

  /**
   * Samples with a teacher.
   *
   * @param teacher its outputs before softmax, of these pictures and perhaps others
   */
  TaughtSamples(Samples samples, Samples teacher) {
    this.samples = samples;
    this.teacher = teacher;
    Map<LabeledImage, Integer> where = new HashMap<>();
    List<LabeledImage> taught = teacher.images();
    for (int i = 0; i < taught.size(); i++) {
      where.put(taught.get(i), i);
    }
    this.places = samples.images().stream().mapToInt(where::get).toArray();
  }

  @Override
  public int count() {
    return samples.count();
  }

  @Override
  public int label(int index) {
    return samples.label(index);
  }

  @Override
  public List<LabeledImage> images() {
    return samples.images();
  }

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public void read(int[] indices, int from, int count, RandomGenerator random, FloatBuffer into) {
    samples.read(indices, from, count, random, into);
  }

  @Override
  public int targetSize() {
    return teacher.size();
  }

  @Override
  public void readTargets(int[] indices, int from, int count, FloatBuffer into) {
    int[] wanted = new int[count];
    for (int i = 0; i < count; i++) {
      wanted[i] = places[indices[from + i]];
    }
    teacher.read(wanted, 0, count, null, into);
  }

  @Override
  public void close() {
    samples.close();
    teacher.close();
  }
}
