package io.thaw.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.job.EngineRates;
import io.thaw.job.JsonFiles;
import io.thaw.job.MachineSpeed;
import io.thaw.job.ThawFolders;
import io.thaw.run.Calibration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The real engines and the real reader of pictures. */
class CalibrateCommandTest {
  /** A quarter of the usual work. */
  private static final int SIDE = Calibration.SIDE / 2;

  @TempDir private Path folder;

  @Test
  void measuresThisMachineAndKeepsIt() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ThawFolders folders = ThawFolders.of(Map.of("THAW_HOME", folder.toString()));
    Surroundings surroundings =
        new Surroundings(
            folder,
            folders,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            InputStream.nullInputStream(),
            false);

    int code = new CommandLine(new CalibrateCommand(surroundings, SIDE)).execute("--json");

    assertThat(code).as(err.toString(UTF_8)).isZero();
    MachineSpeed printed = JsonFiles.mapper().readValue(out.toString(UTF_8), MachineSpeed.class);
    List<String> problems = new java.util.ArrayList<>();
    assertThat(MachineSpeed.find(folders.settings(), problems::add)).contains(printed);
    assertThat(problems).isEmpty();
    for (EngineRates rates : List.of(printed.frozen(), printed.forward(), printed.backward())) {
      // Between a slow machine's and more than any has.
      assertThat(rates.dense()).isBetween(1e7, 1e15);
      assertThat(rates.moved()).isBetween(1e6, 1e15);
    }
    assertThat(printed.fixed().start()).isPositive();
    assertThat(printed.fixed().step()).isPositive();
    assertThat(printed.decoding().look()).isPositive();
    assertThat(printed.decoding().reducedByte()).isPositive();
    assertThat(printed.decoding().bytesPerPixel()).isBetween(0.1, 1.0);
    assertThat(printed.heapBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
  }
}
