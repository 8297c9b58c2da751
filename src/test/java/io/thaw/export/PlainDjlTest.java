package io.thaw.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.inference.Predictor;
import ai.djl.modality.Classifications;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import io.thaw.catalogue.Catalogue;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.run.Fixtures;
import io.thaw.run.ModelExport;
import io.thaw.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exported folder, loaded by a few lines of plain DJL, predicts as Thaw does. */
class PlainDjlTest {
  @TempDir private Path folder;
  private final Catalogue catalogue =
      new Catalogue(Path.of(System.getProperty("thaw.install"), "assets", "models"));

  @Test
  void aFineTunedNetworkPredictsTheSame() throws Exception {
    Path data = Fixtures.pictures(folder.resolve("pictures"), 10);
    Path model = Fixtures.model(folder.resolve("tiny"));
    assertSame(
        Fixtures.job(model, data, folder.resolve("run")).withFreeze("until:stage1_block1_add"),
        files(data));
  }

  @Test
  void theBundledModelOnTheSamplePicturesPredictsTheSame() throws Exception {
    Path data = Path.of(System.getProperty("thaw.install"), "sample-data");
    JobSpec spec =
        JobSpec.of(catalogue.list().get(0).id(), data.toString())
            .withOut(folder.resolve("run").toString());
    List<Path> pictures = files(data);
    List<Path> someOfEachClass =
        IntStream.range(0, pictures.size())
            .filter(i -> i % 5 == 0)
            .mapToObj(pictures::get)
            .toList();
    assertThat(someOfEachClass).hasSize(60);
    assertSame(spec.withTraining(spec.training().withEpochs(3)), someOfEachClass);
  }

  @Test
  @Tag("reference")
  void realNetworksOnRealPhotographsPredictTheSame() throws Exception {
    Path reference = Path.of(System.getProperty("thaw.reference", ""));
    assertThat(reference.resolve("models")).isDirectory();
    Path flowers = reference.resolve("data").resolve("flowers");
    JobSpec spec =
        JobSpec.of(
                reference.resolve("models").resolve("mobilenet_v1_0.5_imagenet").toString(),
                flowers.toString())
            .withOut(folder.resolve("run").toString());
    assertSame(spec.withTraining(spec.training().withEpochs(2)), files(flowers).subList(0, 40));
  }

  private void assertSame(JobSpec spec, List<Path> pictures) throws Exception {
    JobEvent.Terminal end =
        new TrainingRun(catalogue, Fixtures.folders(folder), "test")
            .run(spec, (event, line) -> {}, new CancelToken());
    assertThat(end).isInstanceOf(JobEvent.Completed.class);
    Path exported = folder.resolve("exported");
    ModelExport.djl(catalogue.resolve(spec.out()), exported);

    Criteria<Image, Classifications> criteria =
        Criteria.builder()
            .setTypes(Image.class, Classifications.class)
            .optModelPath(exported)
            .build();
    try (ZooModel<Image, Classifications> plain = criteria.loadModel();
        Predictor<Image, Classifications> djl = plain.newPredictor();
        io.thaw.run.Predictor thaw =
            new io.thaw.run.Predictor(catalogue.resolve(exported.toString()))) {
      for (Path picture : pictures) {
        Classifications theirs = djl.predict(ImageFactory.getInstance().fromFile(picture));
        for (io.thaw.run.Predictor.Prediction ours : thaw.predict(picture)) {
          assertThat(theirs.get(ours.name()).getProbability())
              .as("%s: %s", picture, ours.name())
              .isCloseTo(ours.probability(), within(2e-3));
        }
      }
    }
  }

  private static List<Path> files(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
