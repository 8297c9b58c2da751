package io.thaw;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.cli.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started without arguments, where no window can be opened. */
class LauncherTest {
  @TempDir private Path home;

  @Test
  void whereItsNativePartsCannotBeUnpackedASentenceSaysSo() throws Exception {
    // A folder where the file should be, as nothing else stops those who may write everywhere.
    Path natives = home.resolve("cache/javafx");
    Files.createDirectories(
        natives.resolve(System.mapLibraryName("prism_sw")).resolve("in the way"));
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
    // A window that opens after all would stay.
    CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES).execute(process::destroyForcibly);

    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(told).isEqualTo(ExitCode.FAILED);
    assertThat(told).contains("The window could not be opened: ").contains(natives.toString());
  }
}
