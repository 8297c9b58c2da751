package io.thaw.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitReasonTest {
  @ParameterizedTest
  @CsvSource({
    "0, without saying how",
    "1, unexpectedly (exit code 1)",
    "134, engine crashed (signal 6)",
    "137, often because memory ran out",
    "139, engine crashed (signal 11)",
    "143, ended from outside (signal 15)",
    "-1073741819, engine crashed (code c0000005)"
  })
  void saysWhatAnExitCodeMeans(int code, String words) {
    assertThat(ExitReason.sentence(code)).startsWith("Training stopped: ").contains(words);
  }

  @Test
  void linesEndInAnyWayAndAreKeptUpToALimit() throws IOException {
    byte[] bytes = "ä1\r\n\n12345678\nlast".getBytes(StandardCharsets.UTF_8);
    try (LineReader lines = new LineReader(new ByteArrayInputStream(bytes), 5)) {
      assertThat(lines.next()).isEqualTo("ä1");
      assertThat(lines.next()).isEmpty();
      assertThat(lines.next()).isEqualTo("12345");
      assertThat(lines.next()).isEqualTo("last");
      assertThat(lines.next()).isNull();
      assertThat(lines.next()).isNull();
    }
  }
}
