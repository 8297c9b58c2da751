package io.thaw.run;

import io.thaw.catalogue.BadModelException;
import io.thaw.catalogue.ModelCard;
import io.thaw.engine.ParameterFile;
import io.thaw.engine.ParameterShapes;
import io.thaw.engine.Tensor;
import io.thaw.evaluation.ValueSummary;
import io.thaw.job.WeightReport;
import io.thaw.job.WeightReport.LayerArray;
import io.thaw.job.WeightReport.LayerWeights;
import io.thaw.network.Layer;
import io.thaw.network.LayerParameter;
import io.thaw.network.Layers;
import java.util.Map;

/** Looks at what a model's arrays hold. */
public final class Weights {
  /** Bins of a histogram. */
  public static final int BINS = 40;

  private Weights() {}

  /**
   * What the arrays of each layer hold. The engine is only loaded for parameters in DJL's own
   * format.
   *
   * @throws BadModelException when the model has no parameters
   * @throws io.thaw.engine.BadParametersException when they cannot be read or do not fit the graph
   */
  public static WeightReport report(ModelCard model) {
    if (model.parameterFile().isEmpty()) {
      throw new BadModelException(
          "The model " + model.id() + " is a graph without parameters, so there are no weights.");
    }
    Map<String, Tensor> parameters = ParameterFile.read(model);
    ParameterShapes.requireFit(model.network(), model.input().shape(), parameters);
    return new WeightReport(
        WeightReport.VERSION,
        model.id(),
        Layers.of(model.network()).list().stream()
            .filter(Layer::hasParameters)
            .map(layer -> weights(layer, parameters))
            .toList());
  }

  private static LayerWeights weights(Layer layer, Map<String, Tensor> parameters) {
    return new LayerWeights(
        layer.name(),
        layer.parameters().stream().map(it -> array(it, parameters.get(it.name()))).toList());
  }

  private static LayerArray array(LayerParameter parameter, Tensor tensor) {
    return new LayerArray(
        parameter.name(),
        parameter.role(),
        tensor.shape().sizes(),
        ValueSummary.of(tensor.values(), BINS));
  }
}
