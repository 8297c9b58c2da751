package io.thaw.tuning.cache;

import java.nio.FloatBuffer;

/**
 * Records of one {@link FeatureKey}, all with the same number of elements. Never throws because of
 * a disk: what cannot be read is not there, and what cannot be written is not kept. Safe for use
 * from any thread; writes take turns.
 */
public interface FeatureSet extends AutoCloseable {
  /** Elements in a record. */
  int elements();

  /**
   * Whether the record seems to be there; only reading it tells for sure. Asking counts as use: a
   * run that asks for all that it needs before it writes makes no room at their expense.
   */
  boolean contains(RecordId id);

  /**
   * Reads features.
   *
   * @param into gets {@link #elements} values from index {@code at} on; its position stays
   * @return false when they are not there or damaged; what {@code into} holds is then undefined
   * @throws IndexOutOfBoundsException when {@code into} is too small
   */
  boolean read(RecordId id, FloatBuffer into, int at);

  /**
   * Keeps features, as {@link HalfFloat#round} leaves them. They can be read at once.
   *
   * @param values has {@link #elements} values from index {@code at} on; its position stays
   * @return whether they are kept now, by this call or an earlier one
   * @throws IndexOutOfBoundsException when {@code values} is too small
   */
  boolean write(RecordId id, FloatBuffer values, int at);

  /**
   * Makes everything written so far safe from the end of this process, and visible to runs that
   * open the set from now on. Worth a call when no more is written for a while.
   */
  void flush();

  /**
   * Does what {@link #flush} does and lets go of the files; nothing is there or kept afterwards.
   */
  @Override
  void close();
}
