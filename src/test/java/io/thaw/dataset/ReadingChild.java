package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Decodes all files of a folder in a process of its own, with a heap of its own. */
final class ReadingChild {
  private static final int MINUTES = 5;

  private ReadingChild() {}

  /**
   * What became of a file.
   *
   * @param outcome size or kind of problem
   * @param reason null when there is none
   * @param checked kind of problem that a look at the header finds; empty when none
   * @param rgb the pixels' file; missing when there are none
   */
  record Read(String outcome, String reason, String checked, Path rgb) {}

  /** Arguments: a folder of files, a folder for pixels, where to write what became of them. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (PrintStream out = new PrintStream(arguments[2], StandardCharsets.UTF_8);
        Stream<Path> walk = Files.walk(folder)) {
      int number = 0;
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        Findings findings = HeaderCheck.of(file, Reading.DEFAULT);
        String checked = findings.kind() == null ? "" : findings.kind().jsonName();
        Path pixels = Path.of(arguments[1], number++ + ".rgb");
        out.println(
            PicturePaths.relative(folder, file)
                + "\t"
                + read(file, pixels)
                + "\t"
                + checked
                + "\t"
                + pixels);
      }
    }
  }

  private static String read(Path file, Path pixels) throws IOException {
    try {
      Pixels read = PictureDecoder.decode(file);
      Files.write(pixels, read.rgb());
      return read.width() + "x" + read.height() + "\t-";
    } catch (UnreadablePictureException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof OutOfMemoryError) {
          return "out of memory\t" + e.reason();
        }
      }
      return e.kind().jsonName() + "\t" + e.reason();
    }
  }

  /** Runs a child; it must end by itself, and well. */
  static Map<String, Read> run(Path folder, Path scratch, String heap, boolean javaOnly)
      throws IOException, InterruptedException {
    Path report = scratch.resolve("report.tsv");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:-OmitStackTraceInFastThrow",
                "-D" + PictureDecoder.JAVA_ONLY + "=" + javaOnly,
                "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.cachedir="
                    + System.getProperty("org.bytedeco.javacpp.cachedir"),
                "-classpath",
                System.getProperty("java.class.path"),
                ReadingChild.class.getName(),
                folder.toString(),
                scratch.toString(),
                report.toString())
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("output.txt").toFile())
            .start();
    try {
      assertThat(child.waitFor(MINUTES, TimeUnit.MINUTES)).as("ends").isTrue();
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.exitValue()).as("%s", scratch.resolve("output.txt")).isZero();
    return reports(report);
  }

  private static Map<String, Read> reports(Path report) throws IOException {
    Map<String, Read> reads = new LinkedHashMap<>();
    for (String line : Files.readAllLines(report)) {
      List<String> parts = List.of(line.split("\t", -1));
      reads.put(
          parts.get(0), new Read(parts.get(1), parts.get(2), parts.get(3), Path.of(parts.get(4))));
    }
    return reads;
  }
}
