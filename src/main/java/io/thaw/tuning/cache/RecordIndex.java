package io.thaw.tuning.cache;

import java.util.Arrays;

/**
 * Where each record of a set lies: a hash table in arrays, at most 90 bytes a record. Not safe for
 * use from several threads at once.
 */
final class RecordIndex {
  /** The answer for a record that is not there. */
  static final long MISSING = -1;

  private static final int LONGS = RecordId.BYTES / Long.BYTES;

  private static final int FIRST_ROOM = 64;

  private long[] ids = new long[LONGS * FIRST_ROOM];
  private long[] locations = new long[FIRST_ROOM];
  private int[] slots = new int[slots(FIRST_ROOM)];
  private int count;

  /** A location from its parts, none of them negative. */
  static long location(int segment, int number) {
    return ((long) segment << 32) | number;
  }

  static int segment(long location) {
    return (int) (location >>> 32);
  }

  static int number(long location) {
    return (int) location;
  }

  /** The location, or {@link #MISSING}. */
  long find(RecordId id) {
    int entry = slots[slot(id)] - 1;
    return entry < 0 ? MISSING : locations[entry];
  }

  /** Sets or replaces the location; {@link #MISSING} forgets it. */
  void put(RecordId id, long location) {
    int slot = slot(id);
    if (slots[slot] == 0) {
      if (count == locations.length) {
        grow();
        slot = slot(id);
      }
      int at = LONGS * count;
      ids[at] = id.first();
      ids[at + 1] = id.second();
      ids[at + 2] = id.third();
      ids[at + 3] = id.fourth();
      ids[at + 4] = id.view();
      slots[slot] = ++count;
    }
    locations[slots[slot] - 1] = location;
  }

  /** The slot that holds the record, or the free one where it belongs. */
  private int slot(RecordId id) {
    int mask = slots.length - 1;
    int slot = id.spread() & mask;
    while (slots[slot] != 0 && !holds(slots[slot] - 1, id)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean holds(int entry, RecordId id) {
    int at = LONGS * entry;
    return ids[at] == id.first()
        && ids[at + 1] == id.second()
        && ids[at + 2] == id.third()
        && ids[at + 3] == id.fourth()
        && ids[at + 4] == id.view();
  }

  private void grow() {
    int room = count + count / 2;
    ids = Arrays.copyOf(ids, Math.multiplyExact(LONGS, room));
    locations = Arrays.copyOf(locations, room);
    if (slots.length < slots(room)) {
      slots = new int[slots(room)];
      for (int entry = 0; entry < count; entry++) {
        slots[slot(id(entry))] = entry + 1;
      }
    }
  }

  private RecordId id(int entry) {
    int at = LONGS * entry;
    return new RecordId(ids[at], ids[at + 1], ids[at + 2], ids[at + 3], ids[at + 4]);
  }

  /** A power of two, at most two thirds of it in use. */
  private static int slots(int room) {
    return Integer.highestOneBit(Math.addExact(room, room / 2)) << 1;
  }
}
