package io.thaw.tuning;

import java.util.random.RandomGenerator;

/** Labelled inputs of the tail, ready to be read again each epoch. */
public interface Samples extends AutoCloseable {
  /** Number of samples. */
  int count();

  /** Class of a sample. */
  int label(int index);

  /** How many numbers a sample has. */
  int size();

  /**
   * Writes a sample.
   *
   * @param random source of changes, or null for the sample as it is
   * @param into receives {@link #size()} numbers from {@code at} on
   */
  void read(int index, RandomGenerator random, float[] into, int at);

  @Override
  void close();
}
