package io.thaw.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.thaw.catalogue.ModelCard;
import io.thaw.job.JsonFiles;
import io.thaw.job.WeightReport;
import io.thaw.network.InferredShapes;
import io.thaw.network.Layer;
import io.thaw.network.LayerCost;
import io.thaw.network.Layers;
import io.thaw.network.NetworkCost;
import io.thaw.network.ShapeInference;
import io.thaw.network.TensorShape;
import io.thaw.run.Weights;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thaw inspect}. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the layers of a model in order.",
      "Name, kind, group, output shape, parameters and multiply-adds for one picture; the symbol"
          + " file alone is enough.",
      "With --weights: what the values in each layer's arrays are like, with a histogram of each."
    },
    footer = {"", "Example: thaw inspect --model frost-64 --weights"})
final class InspectCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "M",
      description = "An id from 'thaw models' or a model folder.")
  private String model;

  @Option(
      names = "--weights",
      description = "Tell of the values in the parameter file instead of shapes and costs.")
  private boolean weights;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  InspectCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    ModelCard card = surroundings.catalogue().resolve(model);
    if (weights) {
      print(Weights.report(card));
      return ExitCode.DONE;
    }
    Layers layers = Layers.of(card.network());
    InferredShapes shapes = ShapeInference.infer(card.network(), card.input().shape());
    NetworkCost cost = NetworkCost.of(card.network(), layers, shapes);
    if (json) {
      surroundings
          .out()
          .println(
              JsonFiles.mapper()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(tree(card, layers, shapes, cost)));
    } else {
      print(layers, shapes, cost);
    }
    return ExitCode.DONE;
  }

  /** JSON in one line: indented, the histograms of a large network would be mostly blanks. */
  private void print(WeightReport report) throws JsonProcessingException {
    if (json) {
      surroundings.out().println(JsonFiles.mapper().writeValueAsString(report));
    } else {
      new WeightTable(report).print(surroundings.out());
    }
  }

  private static ObjectNode tree(
      ModelCard card, Layers layers, InferredShapes shapes, NetworkCost cost) {
    ObjectNode root = JsonFiles.mapper().createObjectNode();
    root.put("version", 1);
    root.put("model", card.id());
    root.put("inputWidth", card.input().width());
    root.put("inputHeight", card.input().height());
    put(root, cost.total());
    ArrayNode list = root.putArray("layers");
    for (Layer layer : layers.list()) {
      ObjectNode node = list.addObject();
      node.put("name", layer.name());
      node.put("kind", layer.kind());
      node.put("operator", layer.operator());
      node.put("group", String.join("/", layer.group()));
      Optional<TensorShape> shape = shapes.output(layer.node());
      ArrayNode sizes = shape.isPresent() ? node.putArray("outputShape") : null;
      shape.ifPresent(it -> it.sizes().stream().skip(1).forEach(sizes::add));
      put(node, cost.of(layer));
    }
    return root;
  }

  private static void put(ObjectNode node, LayerCost cost) {
    put(node, "parameters", cost.parameters());
    put(node, "multiplyAdds", cost.multiplyAdds());
  }

  private static void put(ObjectNode node, String name, OptionalLong value) {
    if (value.isPresent()) {
      node.put(name, value.getAsLong());
    } else {
      node.putNull(name);
    }
  }

  private void print(Layers layers, InferredShapes shapes, NetworkCost cost) {
    TextTable table =
        new TextTable("layer", "kind", "group", ">output", ">parameters", ">multiply-adds");
    for (Layer layer : layers.list()) {
      LayerCost own = cost.of(layer);
      table.row(
          layer.name(),
          layer.kind(),
          String.join("/", layer.group()),
          shapes.output(layer.node()).map(InspectCommand::sample).orElse("unknown"),
          TextTable.number(own.parameters()),
          TextTable.number(own.multiplyAdds()));
    }
    table.row(
        "total",
        layers.list().size() + " layers",
        "",
        "",
        TextTable.number(cost.total().parameters()),
        TextTable.number(cost.total().multiplyAdds()));
    table.print(surroundings.out());
  }

  /** A shape without its batch axis, as {@code 64x32x32}. */
  private static String sample(TensorShape shape) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < shape.rank(); i++) {
      text.append(i == 1 ? "" : "x").append(shape.size(i));
    }
    return text.toString();
  }
}
