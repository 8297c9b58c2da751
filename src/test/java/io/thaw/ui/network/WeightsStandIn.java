package io.thaw.ui.network;

import io.thaw.evaluation.ValueSummary;
import io.thaw.job.JsonFiles;
import io.thaw.job.WeightReport;
import io.thaw.job.WeightReport.LayerArray;
import io.thaw.job.WeightReport.LayerWeights;
import io.thaw.network.Layer;
import io.thaw.network.LayerParameter;
import io.thaw.network.ParameterRole;
import io.thaw.worker.CommandRunner;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers {@code thaw inspect --weights} with made-up values for the layers of a network. */
final class WeightsStandIn implements CommandRunner {
  private final List<List<String>> commands = new CopyOnWriteArrayList<>();
  private final LoadedNetwork network;
  private volatile Result trouble;

  WeightsStandIn(LoadedNetwork network) {
    this.network = network;
  }

  /** The commands so far. */
  List<List<String>> commands() {
    return commands;
  }

  /** Makes every command from now on end like this; null for as it should. */
  void fail(Result result) {
    trouble = result;
  }

  @Override
  public Result run(List<String> arguments) {
    commands.add(arguments);
    return trouble == null ? new Result(0, json(arguments.get(2)), "") : trouble;
  }

  private String json(String model) {
    List<LayerWeights> layers =
        network.layers().list().stream()
            .filter(Layer::hasParameters)
            .map(
                layer ->
                    new LayerWeights(
                        layer.name(), layer.parameters().stream().map(this::array).toList()))
            .toList();
    try {
      return JsonFiles.mapper()
          .writeValueAsString(new WeightReport(WeightReport.VERSION, model, layers));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LayerArray array(LayerParameter parameter) {
    int count = network.parameterSizes().get(parameter.name()).intValue();
    ValueSummary values = ValueSummary.of(values(parameter, count), 40);
    return new LayerArray(parameter.name(), parameter.role(), List.of(count), values);
  }

  /** Scales are one, shifts hold a value that is not finite, all others are spread. */
  private static float[] values(LayerParameter parameter, int count) {
    Random random = new Random(parameter.name().hashCode());
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = parameter.role() == ParameterRole.GAMMA ? 1 : (float) random.nextGaussian();
    }
    if (parameter.role() == ParameterRole.BETA) {
      values[0] = Float.NaN;
    }
    return values;
  }
}
