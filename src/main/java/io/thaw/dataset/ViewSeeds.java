package io.thaw.dataset;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Which views of a picture there are: what a run keeps and what a window shows beforehand draw
 * their random numbers from the seeds told here.
 */
public final class ViewSeeds {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private ViewSeeds() {}

  /**
   * Tells apart what is read of files: the part of a picture whose file ends early is not what a
   * run gets that takes whole ones only, so it counts as other content.
   *
   * @param sha256 of the file, 32 bytes; not changed
   * @param partial see {@link LabeledImage#partial()}
   */
  public static byte[] content(byte[] sha256, boolean partial) {
    byte[] content = sha256.clone();
    for (int i = 0; partial && i < content.length; i++) {
      content[i] = (byte) ~content[i];
    }
    return content;
  }

  /**
   * Names a kept view: differs with everything that decides what the view looks like, and is never
   * near 0, which stands for the plain picture.
   *
   * @param number from 0 on
   */
  public static long name(Augmentation augmentation, int number) {
    long hash =
        Objects.hash(
            augmentation.flip(),
            augmentation.minArea(),
            augmentation.degrees(),
            augmentation.brightness(),
            augmentation.contrast(),
            augmentation.saturation());
    // What does not move pictures keeps the names that it had.
    hash += Double.hashCode(augmentation.shift());
    return ((hash * SPREAD | Long.MIN_VALUE >>> 1) & ~0xFFFFL) + number;
  }

  /**
   * The seed of a kept view of a picture that is known by its content.
   *
   * @param start the first eight bytes of {@link #content}
   * @param name see {@link #name}
   */
  public static long ofContent(long start, long name) {
    return start ^ name * SPREAD;
  }

  /** The first eight bytes of {@link #content}. */
  public static long start(byte[] content) {
    return ByteBuffer.wrap(content).getLong();
  }

  /**
   * The seed of a kept view of a picture that is not known by its content.
   *
   * @param number from 0 on
   */
  public static long ofFile(Path file, int number) {
    return file.getFileName().hashCode() * SPREAD + number;
  }

  /** The seed of a view that nobody saw before. */
  public static long fresh(RandomGenerator random) {
    return random.nextLong();
  }
}
