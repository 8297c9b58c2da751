package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.Side;
import io.thaw.dataset.UnreadablePictureException;
import io.thaw.job.AugmentationKind;
import io.thaw.tuning.cache.RecordId;
import io.thaw.ui.preview.Preview;
import io.thaw.ui.preview.PreviewQuestion;
import io.thaw.ui.preview.Previews;
import io.thaw.ui.preview.SeenView;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the window shows of a picture beforehand is, byte for byte, what a run reads of it. */
class PreviewedViewsTest {
  private static final int KEPT = 5;

  @TempDir private Path folder;

  private static InputSpec input(boolean centerCrop) {
    return new InputSpec(48, 40, centerCrop, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
  }

  private LabeledImage picture(String format, boolean partial) throws IOException {
    Path file = folder.resolve("scene." + format);
    BufferedImage image = new BufferedImage(130, 90, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Random random = new Random(5);
    for (int i = 0; i < 30; i++) {
      graphics.setColor(new Color(random.nextInt(0x1000000)));
      graphics.fillOval(random.nextInt(110), random.nextInt(70), 30, 25);
    }
    graphics.dispose();
    ImageIO.write(image, format, file.toFile());
    if (partial) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    }
    return new LabeledImage(file, 0, Side.UNASSIGNED, partial);
  }

  private static Preview preview(
      LabeledImage image, InputSpec input, AugmentationKind kind, int kept, boolean hasPrefix)
      throws UnreadablePictureException {
    return new Previews()
        .of(new PreviewQuestion(image, "scene", input, kind, kept, hasPrefix, false));
  }

  private static List<byte[]> read(
      InputSpec input, AugmentationKind kind, List<PictureView> views) {
    List<byte[]> read = new ArrayList<>();
    try (PictureReader reader = new PictureReader(input, kind.changes(), false);
        var ahead = reader.read(views.iterator(), rgb -> rgb)) {
      while (ahead.hasNext()) {
        read.add(ahead.next().content());
      }
    }
    return read;
  }

  private static void assertSame(List<SeenView> shown, List<byte[]> read) {
    assertThat(shown).hasSameSizeAs(read);
    for (int i = 0; i < read.size(); i++) {
      assertThat(shown.get(i).rgb()).as("view " + i).isEqualTo(read.get(i));
    }
  }

  private RecordId id(LabeledImage image) {
    byte[] hash = PictureIndex.inMemory(folder).contentHash(image.file()).orElseThrow();
    return FeatureIntake.id(hash, image);
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void viewsKeptForFrozenLayersAreThoseShown(AugmentationKind kind) throws Exception {
    ViewPlan plan = new ViewPlan(kind.changes(), KEPT);
    for (boolean whole : new boolean[] {true, false}) {
      LabeledImage image = picture("jpg", !whole);
      List<PictureView> views =
          IntStream.range(0, KEPT)
              .mapToObj(number -> plan.view(image, plan.id(id(image), number)))
              .toList();

      Preview shown = preview(image, input(whole), kind, KEPT, true);

      assertSame(shown.views(), read(input(whole), kind, views));
      assertSame(
          List.of(shown.plain()), read(input(whole), kind, List.of(PictureView.plain(image))));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void viewsKeptWhereEveryLayerLearnsAreThoseShown(AugmentationKind kind) throws Exception {
    LabeledImage image = picture("png", false);
    ViewPlan plan = new ViewPlan(kind.changes(), KEPT);
    List<PictureView> views =
        IntStream.range(0, KEPT).mapToObj(number -> plan.numbered(image, number)).toList();

    Preview shown = preview(image, input(true), kind, KEPT, false);

    assertSame(shown.views(), read(input(true), kind, views));
  }

  @Test
  void withoutAugmentationThereIsThePlainViewOnly() throws Exception {
    Preview shown = preview(picture("png", false), input(false), AugmentationKind.NONE, 0, true);

    assertThat(shown.views()).isEmpty();
    assertThat(shown.plain().rgb()).hasSize(3 * 48 * 40);
  }
}
