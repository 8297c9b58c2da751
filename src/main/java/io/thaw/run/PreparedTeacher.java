package io.thaw.run;

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
 * @param network picture to the numbers before softmax
 * @param outputs shape of the numbers of one picture, without the batch axis
 */
record PreparedTeacher(
    Teacher settings,
    ModelCard model,
    Network network,
    Map<String, Tensor> parameters,
    TensorShape outputs) {

  /** Reads the teacher's weights; complains as for the model of a job. */
  static PreparedTeacher of(Teacher settings, ModelCard model) {
    Network network = FeatureLayer.upToLogits(model.network());
    Map<String, Tensor> parameters = ParameterFile.read(model);
    TensorShape input = model.input().shape();
    ParameterShapes.requireFit(network, input, parameters);
    TensorShape withBatch =
        ShapeInference.infer(network, input).output(network.heads().get(0).node()).orElseThrow();
    return new PreparedTeacher(settings, model, network, parameters, withBatch.withoutBatch());
  }

  /** How many numbers it says of a picture. */
  int size() {
    return Math.toIntExact(outputs.elements());
  }
}
