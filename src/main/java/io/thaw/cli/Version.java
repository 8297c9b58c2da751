package io.thaw.cli;

/** The program's version. */
final class Version {
  static final String TEXT = "0.1.0";

  private Version() {}
}
