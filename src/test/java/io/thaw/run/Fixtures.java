package io.thaw.run;

import io.thaw.catalogue.InputSpec;
import io.thaw.engine.Initializer;
import io.thaw.engine.Tensor;
import io.thaw.export.DjlModelWriter;
import io.thaw.export.TrainedModel;
import io.thaw.job.JobSpec;
import io.thaw.job.ThawFolders;
import io.thaw.job.TrainingSettings;
import io.thaw.network.Network;
import io.thaw.network.ResidualNetworks;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** A small real model folder and a small real folder of pictures. */
public final class Fixtures {
  /** What the model expects. */
  public static final InputSpec INPUT =
      new InputSpec(32, 32, false, List.of(0.5f, 0.5f, 0.5f), List.of(0.25f, 0.25f, 0.25f));

  private Fixtures() {}

  /** Settings, caches and runs of a test's own. */
  public static ThawFolders folders(Path folder) {
    return new ThawFolders(
        folder.resolve("settings"),
        folder.resolve("cache"),
        folder.resolve("runs"),
        folder.resolve("cache/pictures"));
  }

  /** The graph of {@link #model}. */
  public static Network network() {
    return ResidualNetworks.small(List.of(8, 16), 10);
  }

  /** Writes a model with random weights. */
  public static Path model(Path folder) throws IOException {
    return model(folder, network());
  }

  /** Writes a model of ten classes with random weights. */
  public static Path model(Path folder, Network network) throws IOException {
    Map<String, Tensor> parameters = Initializer.random(network, INPUT.shape(), 7);
    DjlModelWriter.write(
        new TrainedModel(
            "tiny",
            network,
            parameters,
            ModelExport.runningStatistics(network),
            INPUT,
            List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
            "a test",
            "none needed"),
        folder);
    return folder;
  }

  /** Writes {@code count} pictures each of discs, squares and stripes. */
  public static Path pictures(Path folder, int count) throws IOException {
    Random random = new Random(3);
    for (String kind : List.of("disc", "square", "stripes")) {
      Files.createDirectories(folder.resolve(kind));
      for (int i = 0; i < count; i++) {
        ImageIO.write(
            picture(kind, random), "png", folder.resolve(kind).resolve(i + ".png").toFile());
      }
    }
    return folder;
  }

  private static BufferedImage picture(String kind, Random random) {
    BufferedImage image = new BufferedImage(40, 36, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(random.nextInt(90), random.nextInt(90), random.nextInt(90)));
    graphics.fillRect(0, 0, 40, 36);
    graphics.setColor(
        new Color(150 + random.nextInt(100), 150 + random.nextInt(100), 150 + random.nextInt(100)));
    int x = random.nextInt(12);
    int y = random.nextInt(10);
    switch (kind) {
      case "disc" -> graphics.fillOval(x, y, 24, 24);
      case "square" -> graphics.drawRect(x, y, 22, 22);
      default -> {
        for (int row = y; row < 36; row += 6) {
          graphics.fillRect(0, row, 40, 2);
        }
      }
    }
    graphics.dispose();
    return image;
  }

  /** A short job. */
  public static JobSpec job(Path model, Path data, Path out) {
    return JobSpec.of(model.toString(), data.toString())
        .withOut(out.toString())
        .withTraining(TrainingSettings.DEFAULT.withEpochs(2).withBatch(8));
  }
}
