package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.DatasetEdits;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on pictures that the user looked after. */
class EditedRunTest {
  private static final String HALF = "disc/half.jpg";

  @TempDir private Path folder;
  private final List<JobEvent> events = new ArrayList<>();
  private Path model;
  private Path data;

  @BeforeEach
  void makeInput() throws IOException {
    model = Fixtures.model(folder.resolve("tiny"));
    data = Fixtures.pictures(folder.resolve("pictures"), 10);
    Files.write(data.resolve(HALF), half());
  }

  /** A JPEG file that ends in the middle of its picture. */
  private static byte[] half() throws IOException {
    BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(5);
    for (int i = 0; i < 64 * 64; i++) {
      picture.setRGB(i % 64, i / 64, random.nextInt());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", bytes);
    return Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
  }

  private Report run(String out, DatasetEdits edits) {
    events.clear();
    JobSpec job = Fixtures.job(model, data, folder.resolve(out)).withEdits(edits);
    JobEvent.Terminal end =
        new TrainingRun(new Catalogue(folder.resolve("none")), Fixtures.folders(folder), "test")
            .run(job, (event, line) -> events.add(event), new CancelToken());
    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    return Report.read(new RunFiles(folder.resolve(out)).report());
  }

  private List<String> problems() {
    return events.stream()
        .filter(JobEvent.ProblemFound.class::isInstance)
        .map(JobEvent.ProblemFound.class::cast)
        .map(it -> data.relativize(Path.of(it.file())) + ": " + it.kind())
        .toList();
  }

  private int pictures() {
    return events.stream()
        .filter(JobEvent.DataReady.class::isInstance)
        .map(JobEvent.DataReady.class::cast)
        .mapToInt(it -> it.trainImages() + it.valImages())
        .sum();
  }

  @Test
  void anIncludedPictureIsReadAsFarAsItGoesAndOnlyThen() {
    run("without", DatasetEdits.NONE);
    assertThat(problems()).containsExactly(HALF + ": truncated");

    Report with = run("with", DatasetEdits.NONE.include(List.of(HALF)));
    assertThat(problems()).isEmpty();
    assertThat(with.features().computed()).isEqualTo(1);

    // What was kept of the part must not hide from a later run that the file ends early.
    run("again", DatasetEdits.NONE);
    assertThat(problems()).containsExactly(HALF + ": truncated");
  }

  @Test
  void theExcludedIsLeftOutAndTheRelabelledLearnedAsItsNewClass() {
    DatasetEdits edits =
        DatasetEdits.NONE
            .exclude(List.of("square/0.png", HALF))
            .relabel(List.of("stripes/1.png", "stripes/2.png", "stripes/3.png"), "bars");

    Report report = run("edited", edits);

    assertThat(report.classes()).containsExactly("bars", "disc", "square", "stripes");
    assertThat(pictures()).isEqualTo(29);
    assertThat(problems()).containsExactlyInAnyOrder(HALF + ": excluded", "square/0.png: excluded");
    JobSpec kept = JobSpec.read(new RunFiles(folder.resolve("edited")).job());
    assertThat(kept.edits()).isEqualTo(edits);
  }
}
