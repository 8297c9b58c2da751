package io.thaw.tuning;

import io.thaw.dataset.LabeledImage;
import io.thaw.engine.Normalizer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Pictures for a network of which no part is cut off: decoded once and kept as bytes, or fresh
 * views decoded whenever they are read.
 */
final class PictureSamples implements Samples {
  private final List<LabeledImage> images;
  private final ViewPlan plan;
  private final RecordStore store;
  private final PictureReader reader;
  private final Normalizer normalizer;

  /**
   * Samples of pictures.
   *
   * @param store the kept views of the first picture, then those of the second, and so on; empty
   *     for a plan of fresh views
   */
  PictureSamples(
      List<LabeledImage> images,
      ViewPlan plan,
      RecordStore store,
      PictureReader reader,
      Normalizer normalizer) {
    this.images = List.copyOf(images);
    this.plan = plan;
    this.store = store;
    this.reader = reader;
    this.normalizer = normalizer;
  }

  /** The same pictures in another size; for a plan of fresh views. */
  PictureSamples sized(PictureReader other, Normalizer size) {
    return new PictureSamples(images, plan, store, other, size);
  }

  @Override
  public int count() {
    return images.size();
  }

  @Override
  public int label(int index) {
    return images.get(index).label();
  }

  @Override
  public List<LabeledImage> images() {
    return images;
  }

  @Override
  public int size() {
    return normalizer.size();
  }

  @Override
  public void read(int[] indices, int from, int count, RandomGenerator random, FloatBuffer into) {
    if (plan.fresh()) {
      draw(indices, from, count, random, into);
      return;
    }
    for (int i = 0; i < count; i++) {
      int record = indices[from + i] * plan.kept() + plan.pick(random);
      put(store.get(record), into, i);
    }
  }

  private void draw(int[] indices, int from, int count, RandomGenerator random, FloatBuffer into) {
    List<PictureView> views = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      views.add(plan.draw(images.get(indices[from + i]), random));
    }
    try (var decoded = reader.read(views.iterator(), rgb -> rgb)) {
      for (int i = 0; i < count; i++) {
        var next = decoded.next();
        if (next.content() == null) {
          throw FeatureSamples.gone(next.view(), next.problem());
        }
        put(next.content(), into, i);
      }
    }
  }

  private void put(byte[] rgb, FloatBuffer into, int position) {
    normalizer.write(rgb, into, position * size());
  }

  @Override
  public void close() {
    store.close();
  }
}
