package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real networks that reference tests read. */
public final class ReferenceNetworks {
  private ReferenceNetworks() {}

  /** Every symbol file among the reference models. */
  public static List<Path> symbolFiles() throws IOException {
    Path models = Path.of(System.getProperty("thaw.reference", "")).resolve("models");
    assertThat(models)
        .as("the system property thaw.reference must name the folder with reference models")
        .isDirectory();
    try (Stream<Path> files = Files.walk(models)) {
      List<Path> symbols =
          files.filter(file -> file.toString().endsWith("-symbol.json")).sorted().toList();
      assertThat(symbols).hasSizeGreaterThanOrEqualTo(9);
      return symbols;
    }
  }
}
