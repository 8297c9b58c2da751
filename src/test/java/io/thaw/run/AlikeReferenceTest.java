package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.PictureSource;
import io.thaw.dataset.TableColumns;
import io.thaw.job.CancelToken;
import io.thaw.job.CheckResult;
import io.thaw.job.Installation;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How much of what is alike is found among real photographs: forty pictures for each change are
 * copied with it into their folder. What was found goes to {@code target/alike.txt} as well.
 */
@Tag("reference")
class AlikeReferenceTest {
  private static final Path REFERENCE = Path.of(System.getProperty("thaw.reference", ""));
  private static final int EACH = 40;
  private static final String MARK = "__";

  @TempDir private Path folder;

  /** What is done to a copy. */
  private enum Change {
    MIRROR,
    CROP,
    LIGHT,
    TURN,
    MIRRORED_CROP;

    BufferedImage of(BufferedImage image, Random random) {
      return switch (this) {
        case MIRROR -> drawn(image, mirror(image), 1);
        case CROP -> crop(image, random);
        case LIGHT -> drawn(image, new AffineTransform(), 1.25f);
        case TURN -> drawn(image, turn(image), 1);
        case MIRRORED_CROP -> {
          BufferedImage crop = crop(image, random);
          yield drawn(crop, mirror(crop), 1);
        }
      };
    }

    private static AffineTransform mirror(BufferedImage image) {
      return new AffineTransform(-1, 0, 0, 1, image.getWidth(), 0);
    }

    /** Five degrees, and so much larger that no corner is empty. */
    private static AffineTransform turn(BufferedImage image) {
      AffineTransform turn = new AffineTransform();
      turn.translate(image.getWidth() / 2.0, image.getHeight() / 2.0);
      turn.rotate(Math.toRadians(5));
      turn.scale(1.15, 1.15);
      turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
      return turn;
    }

    /** 85 % of each side, from somewhere. */
    private static BufferedImage crop(BufferedImage image, Random random) {
      int width = (int) (0.85 * image.getWidth());
      int height = (int) (0.85 * image.getHeight());
      return image.getSubimage(
          random.nextInt(image.getWidth() - width + 1),
          random.nextInt(image.getHeight() - height + 1),
          width,
          height);
    }

    private static BufferedImage drawn(BufferedImage image, AffineTransform how, float light) {
      BufferedImage drawn =
          new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = drawn.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(image, how, null);
      graphics.dispose();
      for (int i = 0; light != 1 && i < drawn.getWidth() * drawn.getHeight(); i++) {
        int x = i % drawn.getWidth();
        int y = i / drawn.getWidth();
        drawn.setRGB(x, y, lit(drawn.getRGB(x, y), light));
      }
      return drawn;
    }

    private static int lit(int rgb, float light) {
      int red = Math.min(255, (int) (light * (rgb >> 16 & 0xff)));
      int green = Math.min(255, (int) (light * (rgb >> 8 & 0xff)));
      int blue = Math.min(255, (int) (light * (rgb & 0xff)));
      return red << 16 | green << 8 | blue;
    }
  }

  /**
   * The least shares that are found, a little below what was measured.
   *
   * @param others at most so many groups of the folder's own pictures
   */
  @ParameterizedTest
  @CsvSource({
    "flowers, models/mobilenet_v2_imagenet, 0.85, 20",
    "flowers, models/mobilenet_v1_0.5_imagenet, 0.8, 12",
    "flowers, frost-64, 0.8, 12",
    "trashnet, models/mobilenet_v2_imagenet, 0.8, 130",
    "trashnet, models/mobilenet_v1_0.5_imagenet, 0.6, 80",
    "trashnet, frost-64, 0.4, 60"
  })
  void mostCopiesAreFoundAndLittleElse(String data, String model, double least, int others)
      throws IOException {
    Map<Change, Integer> found = new EnumMap<>(Change.class);
    int own = 0;
    for (List<String> group : groups(pictures(data), model)) {
      for (String member : group) {
        if (member.contains(MARK) && group.contains(original(member))) {
          found.merge(change(member), 1, Integer::sum);
        }
      }
      own += group.stream().filter(it -> !it.contains(MARK)).count() > 1 ? 1 : 0;
    }
    Files.writeString(
        Path.of("target", "alike.txt"),
        "%s %s: %s of %d each, %d groups of others%n".formatted(data, model, found, EACH, own),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);

    int all = found.values().stream().mapToInt(it -> it).sum();
    assertThat(all / (double) (EACH * Change.values().length)).isGreaterThan(least);
    assertThat(own).isLessThanOrEqualTo(others);
  }

  private List<List<String>> groups(Path data, String model) {
    Catalogue catalogue = new Catalogue(Installation.folder().resolve("assets/models"));
    String named = model.contains("/") ? REFERENCE.resolve(model).toString() : model;
    try (PictureSource source = PictureSource.open(data, TableColumns.AUTOMATIC)) {
      CheckResult result =
          new Check(catalogue, Fixtures.folders(folder))
              .run(
                  source,
                  new Check.Asked(DatasetEdits.NONE, 0.2, 0, 1, named),
                  soFar -> {},
                  new CancelToken());
      return result.network().groups();
    }
  }

  private Path pictures(String name) throws IOException {
    Path from = REFERENCE.resolve("data").resolve(name);
    Path data = folder.resolve("pictures");
    List<Path> copies = new ArrayList<>();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path copy = data.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        copies.add(Files.copy(file, copy));
      }
    }
    Random random = new Random(5);
    Collections.shuffle(copies, random);
    for (int i = 0; i < EACH * Change.values().length; i++) {
      Change change = Change.values()[i % Change.values().length];
      String path = copies.get(i).toString();
      BufferedImage image = ImageIO.read(copies.get(i).toFile());
      String changed = path.substring(0, path.length() - 4) + MARK + change + ".png";
      ImageIO.write(change.of(image, random), "png", Path.of(changed).toFile());
    }
    return data;
  }

  private static String original(String changed) {
    return changed.substring(0, changed.indexOf(MARK)) + ".jpg";
  }

  private static Change change(String changed) {
    String name = changed.substring(changed.indexOf(MARK) + MARK.length());
    return Change.valueOf(name.substring(0, name.indexOf('.')).toUpperCase(Locale.ROOT));
  }
}
