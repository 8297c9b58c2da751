package io.thaw.run;

import io.thaw.catalogue.InputSpec;
import io.thaw.catalogue.ModelCard;
import io.thaw.engine.ParameterFile;
import io.thaw.engine.ParameterShapes;
import io.thaw.engine.Tensor;
import io.thaw.job.Teacher;
import io.thaw.network.FeatureLayer;
import io.thaw.network.Network;
import io.thaw.network.ShapeInference;
import io.thaw.network.TensorShape;
import java.util.Map;

/**
 * A job's teacher, looked up.
 *
 * @param input what it is shown of a picture
 * @param network picture to the numbers before softmax
 * @param outputs shape of the numbers of one picture, without the batch axis
 */
record PreparedTeacher(
    Teacher settings,
    ModelCard model,
    InputSpec input,
    Network network,
    Map<String, Tensor> parameters,
    TensorShape outputs) {

  /** Reads the teacher's weights; complains as for the model of a job. */
  static PreparedTeacher of(Teacher settings, ModelCard model) {
    Network network = FeatureLayer.upToLogits(model.network());
    Map<String, Tensor> parameters = ParameterFile.read(model);
    InputSpec input = input(settings, model.input());
    ParameterShapes.requireFit(network, input.shape(), parameters);
    TensorShape withBatch =
        ShapeInference.infer(network, input.shape())
            .output(network.heads().get(0).node())
            .orElseThrow();
    return new PreparedTeacher(
        settings, model, input, network, parameters, withBatch.withoutBatch());
  }

  private static InputSpec input(Teacher settings, InputSpec own) {
    int size = settings.size();
    return size == 0 ? own : new InputSpec(size, size, own.centerCrop(), own.mean(), own.std());
  }

  /** How many numbers it says of a picture. */
  int size() {
    return Math.toIntExact(outputs.elements());
  }
}
