package io.thaw.sample;

import java.util.List;
import java.util.Random;

/** Something to take pictures of; every call makes another individual. */
interface Subject {
  /** Name of the class and of its folder. */
  String name();

  /** The pieces from back to front, about 2 units tall. */
  List<Part> parts(Random random);
}
