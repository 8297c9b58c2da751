package io.thaw.sample;

import java.util.List;
import java.util.Random;

/** Something to take pictures of; every call makes another individual. */
interface Subject {
  /** Name of the class and of its folder. */
  String name();

  /** Its pieces, y upwards, about 1 from the middle to the outside; the first is its body. */
  List<Piece> pieces(Random random);

  /** One cut in half, its face towards +y; empty where nobody would cut it. */
  default List<Piece> opened(Random random) {
    return List.of();
  }

  /**
   * How it comes to rest on a table, so that somebody who looks along -z and down at {@code height}
   * radians can tell what it is.
   */
  Turn rest(Random random, double height);
}
