package io.thaw.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How fast this machine is, as {@code thaw calibrate} measured it: the content of {@code
 * machine.json}.
 *
 * @param version format of the file and of what is measured, {@link #VERSION}
 * @param processor that was measured, see {@link Processor#name}
 * @param cores that Java could use
 * @param frozen layers that are computed once per picture
 * @param forward layers of the training engine, forwards
 * @param backward the same backwards, for each pass: to a layer's inputs, to its weights
 * @param fixed what does not depend on the network's size
 * @param decoding of pictures, on all cores
 * @param workerBytes resident memory of a worker with its engines loaded; 0 where the system does
 *     not tell
 * @param heapBytes the most that Java takes in a worker
 */
public record MachineSpeed(
    int version,
    String processor,
    int cores,
    EngineRates frozen,
    EngineRates forward,
    EngineRates backward,
    Fixed fixed,
    Decoding decoding,
    long workerBytes,
    long heapBytes) {

  /** The format that this build writes; another one means that it has to be measured again. */
  public static final int VERSION = 2;

  /** Parts are never null. */
  public MachineSpeed {
    Objects.requireNonNull(processor, "processor");
    Objects.requireNonNull(frozen, "frozen");
    Objects.requireNonNull(forward, "forward");
    Objects.requireNonNull(backward, "backward");
    Objects.requireNonNull(fixed, "fixed");
    Objects.requireNonNull(decoding, "decoding");
  }

  /**
   * Seconds that come on top of a network's work.
   *
   * @param start loading the training engine, once in a run
   * @param open loading a small frozen part, once in a run
   * @param firstByte more that the first step takes, for each byte of the outputs of a batch:
   *     memory fresh from the system, and kernels made for their shapes
   * @param batch of {@link #FROZEN_BATCH} pictures through frozen layers
   * @param step of training
   * @param check of a batch in validation
   * @param parameter drawing one of a network's numbers, as each run does before it reads them
   * @param feature rounding and keeping one number of a boundary tensor
   */
  public record Fixed(
      double start,
      double open,
      double firstByte,
      double batch,
      double step,
      double check,
      double parameter,
      double feature) {
    /**
     * @throws IllegalArgumentException when one is negative or no number
     */
    public Fixed {
      requireTimes(start, open, firstByte, batch, step, check, parameter, feature);
    }
  }

  /**
   * Seconds for reading JPEG pictures.
   *
   * @param look looking through a folder, for each file
   * @param warmUp more that the first pictures take, together, before Java has compiled the reader
   * @param picture for each picture whatever its size
   * @param value for each number of what the network takes
   * @param fileByte for each byte of a file
   * @param reducedByte for each byte of a file that is decoded to half its size or less
   * @param bytesPerPixel in a file; what tells the size of pictures from their files
   */
  public record Decoding(
      double look,
      double warmUp,
      double picture,
      double value,
      double fileByte,
      double reducedByte,
      double bytesPerPixel) {
    /**
     * @throws IllegalArgumentException when one is negative or no number
     */
    public Decoding {
      requireTimes(look, warmUp, picture, value, fileByte, reducedByte);
      if (!(bytesPerPixel > 0 && Double.isFinite(bytesPerPixel))) {
        throw new IllegalArgumentException("Pixels take space; it is " + bytesPerPixel + " bytes.");
      }
    }
  }

  /** Pictures that run through frozen layers together. */
  public static final int FROZEN_BATCH = 16;

  /** Pictures that are checked together. */
  public static final int CHECK_BATCH = 32;

  private static void requireTimes(double... seconds) {
    for (double time : seconds) {
      if (!(time >= 0 && Double.isFinite(time))) {
        throw new IllegalArgumentException("A time must not be negative; it is " + time + ".");
      }
    }
  }

  /**
   * What was measured on this processor; empty when it has to be measured first, because there is
   * no file, it is damaged, or it tells of another processor, of another number of cores or in
   * another format.
   *
   * @param settings the folder of settings
   * @param problems told in one sentence when there is a file that cannot be used
   */
  public static Optional<MachineSpeed> find(Path settings, Consumer<String> problems) {
    return find(settings, Processor.name(), Runtime.getRuntime().availableProcessors(), problems);
  }

  static Optional<MachineSpeed> find(
      Path settings, String processor, int cores, Consumer<String> problems) {
    Path file = file(settings);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      MachineSpeed speed = JsonFiles.read(file, MachineSpeed.class, VERSION);
      return Optional.of(speed).filter(it -> it.version == VERSION && it.isOf(processor, cores));
    } catch (BadJobException e) {
      problems.accept("Nothing can be estimated before thaw calibrate: " + e.getMessage());
      return Optional.empty();
    }
  }

  private boolean isOf(String name, int count) {
    return processor.equals(name) && cores == count;
  }

  /**
   * Writes {@code machine.json}.
   *
   * @param settings the folder of settings
   * @throws BadJobException when that fails; an older file stays as it was
   */
  public void write(Path settings) {
    JsonFiles.write(file(settings), this);
  }

  /** Where it is kept in the folder of settings. */
  public static Path file(Path settings) {
    return settings.resolve("machine.json");
  }
}
