package io.thaw.ui.app;

import io.thaw.network.ResidualNetworks;
import io.thaw.network.SymbolJson;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Makes what a job needs: a folder of models and a folder of pictures. */
final class SampleJob {
  private SampleJob() {}

  /** A catalogue's folder with one small model, {@code residual}, without weights. */
  static Path models(Path parent) throws IOException {
    Path folder = Files.createDirectories(parent.resolve("models").resolve("residual"));
    Files.writeString(
        folder.resolve("residual-symbol.json"),
        SymbolJson.write(ResidualNetworks.small(List.of(8, 16), 4)));
    Files.writeString(
        folder.resolve("serving.properties"), "width=64\nheight=64\nthaw.name=Small residual\n");
    return folder.getParent();
  }

  /** Two classes of plain pictures, no two of them alike. */
  static Path pictures(Path parent) throws IOException {
    Path folder = parent.resolve("shapes");
    for (String name : List.of("circles", "squares")) {
      Path of = Files.createDirectories(folder.resolve(name));
      for (int i = 0; i < 6; i++) {
        BufferedImage picture = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(i, name.length(), 0xff8800 + 16 * i);
        ImageIO.write(picture, "png", of.resolve(i + ".png").toFile());
      }
    }
    return folder;
  }
}
