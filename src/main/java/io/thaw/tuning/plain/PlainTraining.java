package io.thaw.tuning.plain;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.mxnet.engine.MxNDManager;
import ai.djl.mxnet.engine.MxSymbolBlock;
import ai.djl.mxnet.engine.Symbol;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.RandomAccessDataset;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.listener.TrainingListener;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.SplitPlan;
import io.thaw.engine.EngineSession;
import io.thaw.engine.MxFrozenRunner;
import io.thaw.engine.Tensor;
import io.thaw.network.Network;
import io.thaw.network.SymbolJson;
import io.thaw.network.TensorShape;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Fine-tuning as a program on DJL writes it: one model with the whole network, frozen parameters
 * marked as DJL has it ({@link Parameter#freeze}), and in every epoch every picture decoded and
 * every layer run in training mode. Trainer, loss, optimiser, listeners and data loading are DJL's
 * with its defaults.
 */
public final class PlainTraining implements AutoCloseable {
  private static final String ENGINE = "MXNet";

  private final Model model;
  private final MxSymbolBlock block;
  private final Trainer trainer;
  private final RandomAccessDataset train;
  private final RandomAccessDataset validation;
  private final BooleanSupplier cancelled;

  /**
   * How to learn.
   *
   * @param batch pictures per step
   * @param learningRate of every step
   * @param weightDecay L2 penalty on all that learns
   */
  public record Settings(int batch, double learningRate, double momentum, double weightDecay) {}

  /**
   * What one epoch took and gave.
   *
   * @param trainSeconds over the training pictures
   * @param validationSeconds over the pictures held back
   * @param valAccuracy share of right answers on these after the epoch
   */
  public record Epoch(double trainSeconds, double validationSeconds, double valAccuracy) {}

  /**
   * Makes model and trainer.
   *
   * @param session keeps the engine loaded
   * @param network picture (variable {@code data}) to logits {@code [N, classes]}
   * @param parameters a tensor for every parameter of the network; they are copied
   * @param trainable names of the parameters that learn; the others are frozen
   * @param input what the network expects of a picture
   * @param cancelled asked before every batch
   */
  public PlainTraining(
      EngineSession session,
      Network network,
      Map<String, Tensor> parameters,
      Set<String> trainable,
      InputSpec input,
      SplitPlan pictures,
      Settings settings,
      BooleanSupplier cancelled) {
    model = Model.newInstance("plain", Device.cpu(), ENGINE);
    block = block(network, parameters, trainable);
    model.setBlock(block);
    trainer = model.newTrainer(config(settings));
    trainer.initialize(new Shape(settings.batch()).addAll(shape(input.shape())));
    train = data(pictures.train(), input, settings, true);
    validation = data(pictures.validation(), input, settings, false);
    this.cancelled = cancelled;
  }

  private static RandomAccessDataset data(
      List<LabeledImage> images, InputSpec input, Settings settings, boolean random) {
    return PlainPictures.of(images, input, settings.batch(), random);
  }

  private MxSymbolBlock block(
      Network network, Map<String, Tensor> parameters, Set<String> trainable) {
    MxNDManager manager = (MxNDManager) model.getNDManager();
    MxSymbolBlock result =
        new MxSymbolBlock(manager, Symbol.loadJson(manager, SymbolJson.write(network)));
    result.setInputNames(List.of("data"));
    result
        .getDirectParameters()
        .forEach(
            named -> {
              Tensor tensor = parameters.get(named.getKey());
              named.getValue().setArray(manager.create(tensor.values(), shape(tensor.shape())));
              named.getValue().freeze(!trainable.contains(named.getKey()));
            });
    return result;
  }

  private static DefaultTrainingConfig config(Settings settings) {
    return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
        .optDevices(new Device[] {Device.cpu()})
        .optOptimizer(
            Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed((float) settings.learningRate()))
                .optMomentum((float) settings.momentum())
                .optWeightDecays((float) settings.weightDecay())
                .build())
        .addEvaluator(new Accuracy())
        .addTrainingListeners(TrainingListener.Defaults.basic());
  }

  private static Shape shape(TensorShape shape) {
    return new Shape(shape.sizes().stream().mapToLong(Integer::longValue).toArray());
  }

  /** Names and versions of what computes. */
  public static List<String> engines() {
    return List.of("DJL " + Engine.getDjlVersion(), MxFrozenRunner.ENGINE);
  }

  /**
   * Trains over all training pictures once, and validates.
   *
   * @throws io.thaw.dataset.BadDatasetException when a picture cannot be read
   * @throws CancellationException when cancelled
   */
  public Epoch epoch() throws IOException {
    try {
      long start = System.nanoTime();
      for (Batch batch : trainer.iterateDataset(train)) {
        step(batch);
      }
      awaitLastStep();
      long trained = System.nanoTime();
      EasyTrain.evaluateDataset(trainer, validation);
      trainer.notifyListeners(listener -> listener.onEpoch(trainer));
      long end = System.nanoTime();
      double accuracy = trainer.getTrainingResult().getValidateEvaluation("Accuracy");
      return new Epoch((trained - start) / 1e9, (end - trained) / 1e9, accuracy);
    } catch (TranslateException e) {
      throw new IllegalStateException("The pictures could not be put into batches.", e);
    }
  }

  private void step(Batch batch) {
    try (batch) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("The training was stopped.");
      }
      EasyTrain.trainBatch(trainer, batch);
      trainer.step();
    }
  }

  /** The engine runs behind; what is left of the last step is no part of the validation. */
  private void awaitLastStep() {
    for (Parameter parameter : block.getDirectParameters().values()) {
      if (parameter.requiresGradient()) {
        parameter.getArray().toFloatArray();
      }
    }
  }

  /** All parameters as they are now, running statistics included. */
  public Map<String, Tensor> parameters() {
    Map<String, Tensor> result = new LinkedHashMap<>();
    for (Parameter parameter : block.getDirectParameters().values()) {
      result.put(parameter.getName(), tensor(parameter.getArray()));
    }
    return result;
  }

  private static Tensor tensor(NDArray array) {
    int[] sizes = new int[array.getShape().dimension()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.toIntExact(array.getShape().get(i));
    }
    return new Tensor(TensorShape.of(sizes), array.toFloatArray());
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
