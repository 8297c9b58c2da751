package io.thaw.engine;

import io.thaw.network.TensorShape;
import java.util.Map;

/** Runs the frozen prefix of a network over pictures, in inference mode. */
public interface FrozenRunner extends AutoCloseable {
  /**
   * The boundary tensors of a batch.
   *
   * @param pictures {@code [count, 3, H, W]}, normalised, row-major; may be longer than needed
   * @param count number of pictures
   * @return {@code [count, boundary...]}, row-major
   */
  float[] run(float[] pictures, int count);

  /** The parameters as they are now, to prove that they did not change. */
  Map<String, Tensor> parameters();

  /** Shape of one boundary tensor, without the batch axis. */
  TensorShape boundary();

  @Override
  void close();
}
