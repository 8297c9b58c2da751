package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.evaluation.ClassScore;
import io.thaw.job.CancelToken;
import io.thaw.job.ClassBalance;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of few pictures that look much like those of a large one. */
class ClassBalanceRunTest {
  @TempDir private Path folder;

  @Test
  void balancingFindsMoreOfASmallClass() throws IOException {
    Path model = Fixtures.model(folder.resolve("tiny"));
    Path data = pictures(folder.resolve("pictures"));

    Report none = run(model, data, ClassBalance.NONE);
    Report loss = run(model, data, ClassBalance.WEIGHTED_LOSS);
    Report sampling = run(model, data, ClassBalance.BALANCED_SAMPLING);

    assertThat(recall(none)).isLessThan(0.3);
    assertThat(recall(loss)).isGreaterThan(recall(none) + 0.3);
    assertThat(recall(sampling)).isGreaterThan(recall(none) + 0.3);
    assertThat(loss.matrix().balancedAccuracy()).isGreaterThan(none.matrix().balancedAccuracy());
    assertThat(advice(none))
        .singleElement()
        .asString()
        .startsWith("The training pictures are 72 of 'common' but 8 of 'rare', so that");
    assertThat(advice(loss)).isEmpty();
    assertThat(advice(sampling)).isEmpty();
  }

  private static List<String> advice(Report report) {
    return report.notices().stream().filter(it -> it.contains("--balance loss")).toList();
  }

  private Report run(Path model, Path data, ClassBalance balance) {
    JobSpec spec = Fixtures.job(model, data, folder.resolve(balance.word()));
    spec = spec.withTraining(spec.training().withEpochs(10).withBalance(balance));
    JobEvent.Terminal end =
        new TrainingRun(new Catalogue(folder.resolve("none")), Fixtures.folders(folder), "test")
            .run(spec, (event, line) -> {}, new CancelToken());
    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    RunFiles files = new RunFiles(folder.resolve(balance.word()));
    assertThat(JobSpec.read(files.job()).training().balance()).isEqualTo(balance);
    return Report.read(files.report());
  }

  private static double recall(Report report) {
    ClassScore rare = report.matrix().perClass().get(1);
    assertThat(rare.name()).isEqualTo("rare");
    return rare.recall();
  }

  /** Grey pictures; the rare ones are a little lighter, and many are not. */
  private static Path pictures(Path data) throws IOException {
    Random random = new Random(5);
    write(data.resolve("train/common"), 72, 110, random);
    write(data.resolve("train/rare"), 8, 130, random);
    write(data.resolve("val/common"), 30, 110, random);
    write(data.resolve("val/rare"), 30, 130, random);
    return data;
  }

  private static void write(Path of, int count, int mean, Random random) throws IOException {
    Files.createDirectories(of);
    for (int i = 0; i < count; i++) {
      int grey = (int) Math.max(0, Math.min(255, mean + 20 * random.nextGaussian()));
      BufferedImage picture = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
      for (int at = 0; at < 32 * 32; at++) {
        int value = Math.max(0, Math.min(255, grey + random.nextInt(7)));
        picture.setRGB(at % 32, at / 32, new Color(value, value, value).getRGB());
      }
      ImageIO.write(picture, "png", of.resolve(i + ".png").toFile());
    }
  }
}
