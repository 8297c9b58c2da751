package io.thaw.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.util.Utils;
import java.nio.file.Files;

/** The loaded engine and the memory of one run; closing it frees every array of the run. */
public final class EngineSession implements AutoCloseable {
  private static final String ENGINE = "MXNet";

  private final NDManager manager;
  private final long seed;

  private EngineSession(NDManager manager, long seed) {
    this.manager = manager;
    this.seed = seed;
  }

  /**
   * Loads the engine and has it compute on every core. The first start on a machine unpacks its
   * native libraries below the user's home.
   *
   * @param seed of the engine's own random numbers (dropout)
   * @throws EngineUnavailableException when the native libraries cannot be loaded here
   */
  public static EngineSession open(long seed) {
    EngineThreads.useAllCores();
    return openAsItComes(seed);
  }

  /** {@link #open} with the engine's own choice of threads, to compare with. */
  public static EngineSession openAsItComes(long seed) {
    // DJL reads these when its classes load; without them it asks servers on the internet.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    NativeMemory.keepFreed();
    try {
      Engine engine = Engine.getEngine(ENGINE);
      engine.setRandomSeed((int) seed);
      return new EngineSession(engine.newBaseManager(Device.cpu()), seed);
    } catch (RuntimeException | LinkageError e) {
      throw new EngineUnavailableException(e);
    }
  }

  /** Whether the native libraries still have to be unpacked, which takes some seconds once. */
  public static boolean needsUnpacking() {
    return !Files.isDirectory(Utils.getEngineCacheDir("mxnet"));
  }

  NDManager manager() {
    return manager;
  }

  /**
   * Makes the engine's next random numbers those of a step, whatever was drawn before: its
   * generator can be seeded, but its state cannot be read and kept.
   */
  void seedStep(long step) {
    engine().setRandomSeed((int) (31 * seed + step));
  }

  static Engine engine() {
    return Engine.getEngine(ENGINE);
  }

  @Override
  public void close() {
    manager.close();
  }
}
