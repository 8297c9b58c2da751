package io.thaw.ui.models;

import io.thaw.network.ResidualNetworks;
import io.thaw.network.SymbolJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes model folders without weights. */
final class ModelFolders {
  private ModelFolders() {}

  static Path make(Path parent, String name) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name));
    Files.writeString(
        folder.resolve(name + "-symbol.json"),
        SymbolJson.write(ResidualNetworks.small(List.of(8, 16), 4)));
    Files.writeString(folder.resolve("synset.txt"), "tench, Tinca tinca\neft\nnewt\nfrog\n");
    Files.writeString(
        folder.resolve("serving.properties"),
        "width=64\nheight=48\nthaw.licence=Apache-2.0\nthaw.origin=made for a test\n");
    return folder;
  }
}
