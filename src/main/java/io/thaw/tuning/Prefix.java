package io.thaw.tuning;

import io.thaw.engine.FrozenRunner;
import io.thaw.engine.FrozenRunners;
import io.thaw.engine.OrtFrozenRunner;
import io.thaw.engine.Tensor;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.function.Consumer;

/** The frozen prefix; its engine is loaded only when a picture needs it. */
public final class Prefix implements AutoCloseable {
  private final TensorShape boundary;
  private final Opener opener;
  private final Consumer<String> notices;
  private FrozenRunners.Opened opened;

  /** Opens a runner, having compared engines on some pictures. */
  @FunctionalInterface
  public interface Opener {
    /** See {@link FrozenRunners#open}; pictures are {@code [count, 3, H, W]}. */
    FrozenRunners.Opened open(FloatBuffer pictures, int count);
  }

  /**
   * A prefix that is not loaded yet.
   *
   * @param boundary shape of one boundary tensor, without the batch axis
   * @param notices told in one sentence when the fastest engine cannot be used
   */
  public Prefix(TensorShape boundary, Opener opener, Consumer<String> notices) {
    this.boundary = boundary;
    this.opener = opener;
    this.notices = notices;
  }

  /** Numbers in one boundary tensor. */
  int size() {
    return Math.toIntExact(boundary.elements());
  }

  /** The engine in use, or the one that will be if it agrees. */
  public String engine() {
    return opened == null ? OrtFrozenRunner.ENGINE : opened.engine();
  }

  /** Loads the engine if it is not, and compares it on these pictures. */
  void open(FloatBuffer pictures, int count) {
    if (opened == null) {
      opened = opener.open(pictures, count);
      opened
          .reason()
          .ifPresent(
              reason ->
                  notices.accept(
                      "The frozen layers run in " + opened.engine() + ", more slowly: " + reason));
    }
  }

  /** See {@link FrozenRunner#run}. */
  void run(FloatBuffer pictures, int count, FloatBuffer features) {
    open(pictures, Math.min(count, FeatureComputer.COMPARED));
    opened.runner().run(pictures, count, features);
  }

  /** The parameters as the engine holds them; none if it was never needed. */
  public Map<String, Tensor> parameters() {
    return opened == null ? Map.of() : opened.runner().parameters();
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.runner().close();
      opened = null;
    }
  }
}
