package io.thaw.catalogue;

import io.thaw.network.ResidualNetworks;
import io.thaw.network.SymbolJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Model folders made for tests. */
final class ModelFixture {
  /** Of the network below: 3x3 stem, two blocks, classifier, with running statistics. */
  static final long PARAMETERS =
      3 * 9 * 4
          + 16 // stem
          + 2 * (4 * 9 * 4 + 16) // first block
          + 4 * 9 * 8
          + 32
          + 8 * 9 * 8
          + 32
          + 4 * 8
          + 32 // second block and its shortcut
          + 8 * 3
          + 3; // classifier

  private ModelFixture() {}

  /** A graph alone. */
  static Path symbol(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    String json = SymbolJson.write(ResidualNetworks.small(List.of(4, 8), 3));
    return Files.writeString(folder.resolve(name + "-symbol.json"), json);
  }

  /** A graph with a (still empty) file of parameters, and these lines of properties. */
  static Path model(Path folder, String name, String... properties) throws IOException {
    symbol(folder, name);
    Files.writeString(folder.resolve(name + "-0000.params"), "");
    Files.writeString(folder.resolve("serving.properties"), String.join("\n", properties));
    return folder;
  }
}
