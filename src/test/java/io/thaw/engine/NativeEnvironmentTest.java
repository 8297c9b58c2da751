package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.junit.jupiter.api.Test;

class NativeEnvironmentTest {
  /** The C library's own view. */
  private interface CLibrary extends Library {
    String getenv(String name);
  }

  /** Windows has a copy for each C library, so nothing is promised there. */
  @Test
  void nativeLibrariesSeeTheVariable() {
    boolean set = NativeEnvironment.set("THAW_TEST_VARIABLE", "seen");

    assertThat(set).isEqualTo(!Platform.isWindows());
    if (set) {
      assertThat(Native.load("c", CLibrary.class).getenv("THAW_TEST_VARIABLE")).isEqualTo("seen");
    }
  }
}
