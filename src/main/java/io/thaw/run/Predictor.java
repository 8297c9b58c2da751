package io.thaw.run;

import io.thaw.catalogue.BadModelException;
import io.thaw.catalogue.InputSpec;
import io.thaw.catalogue.ModelCard;
import io.thaw.dataset.Fit;
import io.thaw.dataset.PictureLoader;
import io.thaw.dataset.UnreadablePictureException;
import io.thaw.engine.DirectFloats;
import io.thaw.engine.EngineSession;
import io.thaw.engine.FrozenRunner;
import io.thaw.engine.MxFrozenRunner;
import io.thaw.engine.Normalizer;
import io.thaw.engine.ParameterFile;
import io.thaw.engine.ParameterShapes;
import io.thaw.engine.Tensor;
import io.thaw.network.Network;
import io.thaw.network.ShapeInference;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Says what is on pictures, with a model as it was written. */
public final class Predictor implements AutoCloseable {
  private final ModelCard model;
  private final PictureLoader loader;
  private final Normalizer normalizer;
  private final EngineSession session;
  private final FrozenRunner runner;

  /**
   * A class and how likely it is.
   *
   * @param probability from 0 to 1
   */
  public record Prediction(String name, double probability) {}

  /**
   * Loads a model.
   *
   * @throws BadModelException when its parameters are missing
   * @throws io.thaw.engine.BadParametersException when they are damaged or do not fit
   */
  public Predictor(ModelCard model) {
    this.model = model;
    InputSpec input = model.input();
    this.loader = new PictureLoader(input.width(), input.height(), Fit.of(input.centerCrop()));
    this.normalizer = new Normalizer(input);
    Map<String, Tensor> parameters = ParameterFile.read(model);
    ParameterShapes.requireFit(model.network(), input.shape(), parameters);
    TensorShape output = output(model.network(), input);
    this.session = EngineSession.open(0);
    this.runner = new MxFrozenRunner(session, model.network(), parameters, input.shape(), output);
  }

  private static TensorShape output(Network network, InputSpec input) {
    return ShapeInference.infer(network, input.shape())
        .output(network.heads().get(0).node())
        .orElseThrow(
            () -> new BadModelException("The shape of the network's output cannot be told."));
  }

  /**
   * The classes of a picture, most likely first.
   *
   * @throws UnreadablePictureException when the file cannot be read
   */
  public List<Prediction> predict(Path picture) throws UnreadablePictureException {
    float[] data = new float[normalizer.size()];
    normalizer.write(loader.load(picture), data, 0);
    FloatBuffer pixels = DirectFloats.allocate(data.length).put(0, data);
    FloatBuffer scores = DirectFloats.allocate(runner.boundary().elements());
    runner.run(pixels, 1, scores);
    float[] output = new float[scores.capacity()];
    scores.get(output);
    double[] probabilities = model.endsInProbabilities() ? widened(output) : softmax(output);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      predictions.add(new Prediction(name(i), probabilities[i]));
    }
    predictions.sort(Comparator.comparingDouble(Prediction::probability).reversed());
    return predictions;
  }

  private String name(int index) {
    return index < model.classes().size() ? model.classes().get(index) : "class " + index;
  }

  private static double[] widened(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  private static double[] softmax(float[] logits) {
    double[] result = widened(logits);
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : result) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.exp(result[i] - largest);
      sum += result[i];
    }
    for (int i = 0; i < result.length; i++) {
      result[i] /= sum;
    }
    return result;
  }

  @Override
  public void close() {
    runner.close();
    session.close();
  }
}
