package io.thaw.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Environment variables as native libraries read them. Java's own copy stays as it was; a library
 * that has read a variable already does not notice.
 */
public final class NativeEnvironment {
  private NativeEnvironment() {}

  /** The C library's part that is needed (POSIX.1-2017, {@code setenv}). */
  private interface CLibrary extends Library {
    int setenv(String name, String value, int overwrite);
  }

  /**
   * Sets a variable for the native libraries of this process.
   *
   * @return whether that was possible; it is not on Windows, where each C library keeps its own
   *     copy
   */
  public static boolean set(String name, String value) {
    if (Platform.isWindows()) {
      return false;
    }
    try {
      return Native.load("c", CLibrary.class).setenv(name, value, 1) == 0;
    } catch (UnsatisfiedLinkError e) {
      return false;
    }
  }
}
