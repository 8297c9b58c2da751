package io.thaw.run;

import io.thaw.catalogue.ModelCard;
import io.thaw.dataset.Augmentation;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureIndex;
import io.thaw.engine.DirectFloats;
import io.thaw.engine.EngineSession;
import io.thaw.engine.FixedScales;
import io.thaw.engine.FrozenRunners;
import io.thaw.engine.ParameterFile;
import io.thaw.engine.ParameterShapes;
import io.thaw.engine.Tensor;
import io.thaw.job.BadJobException;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layers;
import io.thaw.network.NetworkSplit;
import io.thaw.network.TensorShape;
import io.thaw.tuning.Intake;
import io.thaw.tuning.Prefix;
import io.thaw.tuning.Samples;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What a trained network knows of pictures: the features that its classifier reads, of each picture
 * as a picture to check with is shown. They are those of a run in which every layer is frozen, and
 * are kept for such runs, and taken from them, in the feature cache.
 */
final class NetworkFeatures {
  private static final int BATCH = 64;

  /** The sizes of the head that is never used do not matter. */
  private static final int CLASSES = 2;

  private final ModelCard model;
  private final NetworkSplit split;
  private final Map<String, Tensor> parameters;
  private final FeatureStore store;

  /**
   * The features of the pictures that can be read.
   *
   * @param rows {@code [images][features]}; a feature map counts as its averages over all positions
   */
  record Rows(List<LabeledImage> images, float[][] rows) {}

  /**
   * Features of a model's, which need no engine yet.
   *
   * @throws io.thaw.catalogue.BadModelException when its parameters are missing
   * @throws io.thaw.engine.BadParametersException when they are damaged or do not fit
   * @throws io.thaw.network.BadNetworkException when it has no classifier with layers before it
   */
  NetworkFeatures(ModelCard model, FeatureStore store) {
    this.model = model;
    this.store = store;
    TensorShape input = model.input().shape();
    this.split =
        NetworkSplit.of(
            model.network(),
            new FreezeSpec.All().resolve(Layers.of(model.network())),
            input,
            CLASSES);
    this.parameters = new LinkedHashMap<>(ParameterFile.read(model));
    ParameterShapes.requireFit(split.prefix(), input, parameters);
    FixedScales.apply(split.prefix(), parameters);
  }

  /**
   * Looks at pictures.
   *
   * @param index tells the pictures' contents; what it learns of them is saved
   * @param events told of progress and of pictures that cannot be read
   * @throws BadJobException when there is no memory for so many
   * @throws CancellationException when cancelled; what was computed is kept
   */
  Rows of(
      List<LabeledImage> images,
      PictureIndex index,
      Consumer<JobEvent> events,
      CancelToken cancel) {
    requireRoom(images.size());
    try (EngineSession session = EngineSession.open(0);
        Prefix prefix = prefix(session, events);
        Intake intake = new Intake(model.input(), Augmentation.NONE, 1, events, cancel);
        Intake.Sets sets =
            intake.features(
                images,
                List.of(),
                prefix,
                store.shelf(model, split, parameters),
                memory(),
                index)) {
      return rows(sets.train(), cancel);
    }
  }

  private Prefix prefix(EngineSession session, Consumer<JobEvent> events) {
    return new Prefix(
        split.boundary(),
        (pictures, count) ->
            FrozenRunners.open(
                session,
                split.prefix(),
                parameters,
                model.input().shape(),
                split.boundary(),
                pictures,
                count),
        sentence -> events.accept(new JobEvent.Notice(sentence)));
  }

  private Rows rows(Samples samples, CancelToken cancel) {
    float[][] rows = new float[samples.count()][];
    FloatBuffer batch = DirectFloats.allocate((long) BATCH * samples.size());
    for (int from = 0; from < rows.length; from += BATCH) {
      requireGoingOn(cancel);
      int count = Math.min(BATCH, rows.length - from);
      samples.read(IntStream.range(from, from + count).toArray(), 0, count, null, batch);
      for (int i = 0; i < count; i++) {
        rows[from + i] = pooled(batch, i * samples.size());
      }
    }
    requireGoingOn(cancel);
    return new Rows(samples.images(), rows);
  }

  private static void requireGoingOn(CancelToken cancel) {
    if (cancel.isCancelled()) {
      throw new CancellationException("The look at the pictures was cancelled.");
    }
  }

  /** For what the cache has no room for. */
  private static long memory() {
    return Runtime.getRuntime().maxMemory() / 4;
  }

  private float[] pooled(FloatBuffer features, int at) {
    float[] row = new float[channels()];
    int positions = Math.toIntExact(split.boundary().elements()) / row.length;
    for (int channel = 0; channel < row.length; channel++) {
      double sum = 0;
      for (int i = 0; i < positions; i++) {
        sum += features.get(at + channel * positions + i);
      }
      row[channel] = (float) (sum / positions);
    }
    return row;
  }

  private int channels() {
    return split.boundary().size(0);
  }

  /** Half of the heap: of that size there is only what the cache has no room for. */
  private void requireRoom(int pictures) {
    long most = Runtime.getRuntime().maxMemory() / 2 / ((long) channels() * Float.BYTES);
    if (pictures > most) {
      throw new BadJobException(
          "There is no memory to compare %,d pictures with this network; it suffices for %,d."
              .formatted(pictures, most));
    }
  }
}
