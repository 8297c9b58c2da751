package io.thaw;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.cli.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started without arguments, where no window can be opened. */
class LauncherTest {
  @TempDir private Path home;

  @Test
  void whereItsNativePartsCannotBeUnpackedASentenceSaysSo() throws Exception {
    Path natives = Files.createDirectories(home.resolve("cache")).resolve("javafx");
    Files.writeString(natives, "in the way");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dglass.platform=Monocle",
            "-Dmonocle.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            System.getProperty("java.class.path"),
            "io.thaw.Launcher");
    builder.environment().put("THAW_HOME", home.toString());
    builder.environment().put("DISPLAY", "none is needed");
    Process process = builder.redirectErrorStream(true).start();

    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(told).isEqualTo(ExitCode.FAILED);
    assertThat(told)
        .contains(
            "The window could not be opened: its native parts could not be unpacked into "
                + natives);
  }
}
