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
    pictures(folder.resolve("circles"), 6, 7);
    pictures(folder.resolve("squares"), 6, 9);
    return folder;
  }

  /** The same with thirteen circles and four squares. */
  static Path unevenPictures(Path parent) throws IOException {
    Path folder = parent.resolve("uneven");
    pictures(folder.resolve("circles"), 13, 7);
    pictures(folder.resolve("squares"), 4, 9);
    return folder;
  }

  /**
   * Twelve pictures and a table of them, with 2 kinds, 3 corners and an empty column of remarks.
   */
  static Path tabledPictures(Path parent) throws IOException {
    Path folder = parent.resolve("tabled");
    pictures(folder.resolve("img"), 12, 7);
    StringBuilder table = new StringBuilder("file,kind,corner,remark\n");
    for (int i = 0; i < 12; i++) {
      table.append("img/%d.png,kind %d,corner %d,\n".formatted(i, i % 2, i % 3));
    }
    Files.writeString(folder.resolve("labels.csv"), table);
    return folder;
  }

  private static void pictures(Path of, int count, int row) throws IOException {
    Files.createDirectories(of);
    for (int i = 0; i < count; i++) {
      BufferedImage picture = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
      picture.setRGB(i, row, 0xff8800 + 16 * i);
      ImageIO.write(picture, "png", of.resolve(i + ".png").toFile());
    }
  }
}
