package io.thaw.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.thaw.engine.onnx.OnnxModel;
import io.thaw.engine.onnx.OnnxWriter;
import io.thaw.network.Network;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** The frozen prefix in ONNX Runtime. */
public final class OrtFrozenRunner implements FrozenRunner {
  /** The engine's name and version; known without loading it. */
  public static final String ENGINE = "ONNX Runtime " + OrtLibrary.VERSION;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String pictures;
  private final String features;
  private final Map<String, Tensor> parameters;
  private final TensorShape input;
  private final TensorShape boundary;

  /**
   * Translates a network and prepares it for this machine's processor.
   *
   * @param network picture to boundary tensor
   * @param parameters a tensor for every parameter of the network
   * @param input shape of one picture, {@code [3, H, W]}
   * @param boundary shape of one output, without the batch axis
   * @throws io.thaw.engine.onnx.UnsupportedOperatorException when the network has an operator that
   *     has no exact translation
   * @throws OrtUnavailableException when ONNX Runtime does not start here or refuses the network
   */
  public OrtFrozenRunner(
      Network network, Map<String, Tensor> parameters, TensorShape input, TensorShape boundary) {
    this.input = input;
    this.boundary = boundary;
    this.parameters = own(network, parameters);
    OnnxModel model = OnnxWriter.write(network, parameters, input);
    this.pictures = model.input();
    this.features = model.output();
    this.environment = OrtLibrary.load();
    try {
      this.session = open(environment, model);
    } catch (OrtException e) {
      throw new OrtUnavailableException("ONNX Runtime does not take this network", e);
    }
  }

  private static Map<String, Tensor> own(Network network, Map<String, Tensor> parameters) {
    Map<String, Tensor> own = new LinkedHashMap<>();
    network.nodes().stream()
        .filter(node -> node.isVariable() && parameters.containsKey(node.name()))
        .forEach(node -> own.put(node.name(), parameters.get(node.name())));
    return own;
  }

  /** The engine copies the arrays; they are free again when it is open. */
  private static OrtSession open(OrtEnvironment environment, OnnxModel model) throws OrtException {
    Map<String, OnnxTensorLike> weights = new HashMap<>();
    try (SessionOptions options = options()) {
      for (OnnxModel.Weight weight : model.weights()) {
        weights.put(
            weight.name(), OnnxTensor.createTensor(environment, weight.values(), weight.shape()));
      }
      options.addExternalInitializers(weights);
      return environment.createSession(model.proto().toByteArray(), options);
    } finally {
      weights.values().forEach(OnnxTensorLike::close);
    }
  }

  /**
   * The arena stays on: without it every tensor is memory fresh from the system, which takes four
   * times as long. It keeps what the largest batch needed.
   */
  private static SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
    options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
    // Threads that wait actively would take the processors from those that decode pictures.
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    return options;
  }

  @Override
  public void run(FloatBuffer batch, int count, FloatBuffer into) {
    FloatBuffer from = DirectFloats.first(count * input.elements(), batch);
    FloatBuffer to = DirectFloats.first(count * boundary.elements(), into);
    try (OnnxTensor data = tensor(from, count, input);
        OnnxTensor result = tensor(to, count, boundary)) {
      session.run(Map.of(pictures, data), Map.of(features, result)).close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed on a batch of " + count + ".", e);
    }
  }

  private OnnxTensor tensor(FloatBuffer values, int count, TensorShape sample) throws OrtException {
    long[] shape =
        LongStream.concat(
                LongStream.of(count), sample.sizes().stream().mapToLong(Integer::longValue))
            .toArray();
    return OnnxTensor.createTensor(environment, values, shape);
  }

  @Override
  public Map<String, Tensor> parameters() {
    return Map.copyOf(parameters);
  }

  @Override
  public TensorShape boundary() {
    return boundary;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime could not be closed.", e);
    }
  }
}
