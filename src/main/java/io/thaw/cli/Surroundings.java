package io.thaw.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.thaw.catalogue.Catalogue;
import io.thaw.job.Installation;
import io.thaw.job.ThawFolders;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Everything outside that commands touch.
 *
 * @param install folder with {@code assets} and {@code sample-data}
 * @param out standard output
 * @param err standard error
 * @param in standard input
 * @param terminal whether a person watches the output
 */
public record Surroundings(
    Path install,
    ThawFolders folders,
    PrintStream out,
    PrintStream err,
    InputStream in,
    boolean terminal) {

  /**
   * Those of this process. Whatever libraries print to standard output goes to standard error from
   * then on, so that it never mixes with ours.
   */
  public static Surroundings ofProcess() {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    System.setOut(System.err);
    return new Surroundings(
        Installation.folder(),
        ThawFolders.of(System.getenv()),
        out,
        System.err,
        System.in,
        System.console() != null);
  }

  Catalogue catalogue() {
    return new Catalogue(install.resolve("assets").resolve("models"));
  }

  Path sampleData() {
    return install.resolve("sample-data");
  }
}
