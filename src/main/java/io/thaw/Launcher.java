package io.thaw;

/** The program's entry. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {}
}
