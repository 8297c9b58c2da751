package io.thaw.run;

import io.thaw.catalogue.InputSpec;
import io.thaw.engine.BadParametersException;
import io.thaw.engine.ParameterShapes;
import io.thaw.engine.Tensor;
import io.thaw.job.BadJobException;
import io.thaw.network.BadNetworkException;
import io.thaw.network.NetworkSplit;
import io.thaw.network.TensorShape;
import java.util.Map;

/** Whether a run can learn from small pictures first. */
final class GrowingPictures {
  private GrowingPictures() {}

  /**
   * Checks that it can.
   *
   * @param first side of the first pictures, in pixels
   * @param input what the network expects
   * @throws BadJobException in one sentence if not
   */
  static void require(
      int first, InputSpec input, NetworkSplit split, Map<String, Tensor> parameters) {
    if (split.hasPrefix()) {
      throw new BadJobException(
          "Pictures can only grow while a run learns if no layer is frozen at its beginning.");
    }
    int side = Math.min(input.width(), input.height());
    if (2 * first <= side || first > side) {
      throw new BadJobException(
          "The first size of the pictures must be more than half of %d, and at most that; it is %d."
              .formatted(side, first));
    }
    try {
      ParameterShapes.requireFit(split.whole(), TensorShape.of(3, first, first), parameters);
    } catch (BadParametersException | BadNetworkException e) {
      throw new BadJobException(
          "The network only takes pictures of one size, so they cannot grow while it learns.", e);
    }
  }
}
