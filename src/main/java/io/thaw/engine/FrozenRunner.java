package io.thaw.engine;

import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * Runs the frozen prefix of a network over pictures, in inference mode. Not for several threads at
 * once.
 */
public interface FrozenRunner extends AutoCloseable {
  /**
   * Computes the boundary tensors of a batch. Both buffers are direct and in native order, see
   * {@link DirectFloats}; both are used from index 0 on, whatever their position and limit, which
   * stay as they are.
   *
   * @param pictures {@code [count, 3, H, W]}, normalised, row-major; may be longer than needed
   * @param count number of pictures
   * @param features receives {@code [count, boundary...]}, row-major; may be longer than needed
   * @throws IllegalArgumentException when a buffer is too short or not direct and native
   */
  void run(FloatBuffer pictures, int count, FloatBuffer features);

  /** The parameters as they are now, to prove that they did not change. */
  Map<String, Tensor> parameters();

  /** Shape of one boundary tensor, without the batch axis. */
  TensorShape boundary();

  @Override
  void close();
}
