package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.ImageFolder;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureIndex;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFeaturesTest {
  @TempDir private Path folder;
  private final CancelToken cancel = new CancelToken();
  private final List<JobEvent> events = new ArrayList<>();
  private Path model;
  private Path data;

  @BeforeEach
  void write() throws IOException {
    model = Fixtures.model(folder.resolve("model"));
    data = Fixtures.pictures(folder.resolve("data"), 6);
  }

  private NetworkFeatures.Rows rows() {
    events.clear();
    List<LabeledImage> images = ImageFolder.scan(data).images();
    FeatureStore store =
        new FeatureStore(
            () ->
                new CacheStore(
                        Fixtures.folders(folder),
                        sentence -> {
                          throw new AssertionError(sentence);
                        })
                    .open());
    return new NetworkFeatures(new Catalogue(folder).resolve(model.toString()), store)
        .of(images, PictureIndex.inMemory(data), events::add, cancel);
  }

  private long computed() {
    return events.stream().filter(JobEvent.Progress.class::isInstance).count();
  }

  @Test
  void whatWasComputedOnceIsRead() {
    NetworkFeatures.Rows first = rows();
    assertThat(computed()).isPositive();

    NetworkFeatures.Rows second = rows();

    assertThat(first.images()).hasSize(18);
    assertThat(first.rows()).hasDimensions(18, 16);
    assertThat(second.rows()).isDeepEqualTo(first.rows());
    assertThat(computed()).isZero();
  }

  @Test
  void aRunWithEverythingFrozenFindsThemInTheCache() {
    rows();
    Path out = folder.resolve("run");

    JobEvent.Terminal end =
        new TrainingRun(new Catalogue(folder), Fixtures.folders(folder), "test")
            .run(Fixtures.job(model, data, out), (event, line) -> {}, new CancelToken());

    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    Report.Features features = Report.read(new RunFiles(out).report()).features();
    assertThat(features.fromCache()).isEqualTo(18);
    assertThat(features.computed()).isZero();
  }

  @Test
  void endsWhenCancelled() {
    cancel.cancel();

    assertThatThrownBy(this::rows).isInstanceOf(CancellationException.class);
  }
}
