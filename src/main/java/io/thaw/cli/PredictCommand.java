package io.thaw.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.thaw.dataset.UnreadablePictureException;
import io.thaw.job.JsonFiles;
import io.thaw.run.Predictor;
import io.thaw.run.Predictor.Prediction;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code thaw predict}. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = "Says what is on pictures, with a trained run or any model folder.",
    footer = {"", "Example: thaw predict --model my-run photo1.jpg photo2.jpg --top 3"})
final class PredictCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "RUNDIR_OR_MODELDIR",
      description = "A run folder, a model folder or an id from 'thaw models'.")
  private String model;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "Picture files.")
  private List<Path> pictures;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "3",
      description = "Classes to name per picture (default ${DEFAULT-VALUE}).")
  private int top;

  @Option(names = "--json", description = "Print JSON instead of lines.")
  private boolean json;

  PredictCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    ArrayNode results = JsonFiles.mapper().createArrayNode();
    int code = ExitCode.DONE;
    try (Predictor predictor = new Predictor(surroundings.catalogue().resolve(model))) {
      for (Path picture : pictures) {
        try {
          List<Prediction> all = predictor.predict(picture);
          List<Prediction> best = all.subList(0, Math.max(1, Math.min(top, all.size())));
          show(picture, best, results);
        } catch (UnreadablePictureException e) {
          surroundings.err().println(picture + ": " + e.reason());
          code = ExitCode.BAD_INPUT;
        }
      }
    }
    if (json) {
      surroundings
          .out()
          .println(JsonFiles.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(results));
    }
    return code;
  }

  private void show(Path picture, List<Prediction> best, ArrayNode results) {
    if (!json) {
      surroundings
          .out()
          .println(
              picture
                  + ": "
                  + best.stream()
                      .map(it -> "%s %.3f".formatted(it.name(), it.probability()))
                      .collect(Collectors.joining(", ")));
      return;
    }
    ObjectNode result = results.addObject();
    result.put("file", picture.toString());
    ArrayNode classes = result.putArray("predictions");
    for (Prediction prediction : best) {
      classes
          .addObject()
          .put("class", prediction.name())
          .put("probability", prediction.probability());
    }
  }
}
