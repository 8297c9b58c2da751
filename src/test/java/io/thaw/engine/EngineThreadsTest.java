package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineThreadsTest {
  /** Two sockets with two cores each, of which each counts twice. */
  private static final String EIGHT_PROCESSORS =
      processor(0, 0)
          + processor(0, 1)
          + processor(1, 0)
          + processor(1, 1)
          + processor(0, 0)
          + processor(0, 1)
          + processor(1, 0)
          + processor(1, 1);

  private static String processor(int socket, int core) {
    return "processor\t: 0\nphysical id\t: %d\nsiblings\t: 4\ncore id\t\t: %d\n\n"
        .formatted(socket, core);
  }

  private static Map<String, String> set(
      Map<String, String> environment, String description, int available) {
    Map<String, String> set = new HashMap<>();
    EngineThreads.useAllCores(
        environment, description, available, (name, value) -> set.put(name, value) == null);
    return set;
  }

  @Test
  void everyCoreCountsOnce() {
    assertThat(set(Map.of(), EIGHT_PROCESSORS, 8))
        .containsExactly(Map.entry("OMP_NUM_THREADS", "4"));
  }

  @Test
  void noMoreThanTheProcessMayUse() {
    assertThat(set(Map.of(), EIGHT_PROCESSORS, 2))
        .containsExactly(Map.entry("OMP_NUM_THREADS", "2"));
  }

  @Test
  void whatTheUserSetsStays() {
    assertThat(set(Map.of("OMP_NUM_THREADS", "1"), EIGHT_PROCESSORS, 8)).isEmpty();
    assertThat(set(Map.of("MXNET_OMP_MAX_THREADS", "1"), EIGHT_PROCESSORS, 8)).isEmpty();
  }

  @Test
  void nothingIsSetWhereTheCoresAreNotKnown() {
    assertThat(set(Map.of(), "", 8)).isEmpty();
    assertThat(set(Map.of(), "processor\t: 0\nBogoMIPS\t: 50\n", 8)).isEmpty();
  }
}
