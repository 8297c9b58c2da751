package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.catalogue.ModelCard;
import io.thaw.dataset.Fit;
import io.thaw.dataset.ImageFolder;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureLoader;
import io.thaw.job.Installation;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layers;
import io.thaw.network.NetworkSplit;
import io.thaw.network.ProbeNetwork;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All cut points of the bundled network at once, in both engines. */
class ProbeNetworksTest {
  private static final Path INSTALL = Installation.folder();
  private static final int COUNT = 3;

  private final ModelCard model =
      new Catalogue(INSTALL.resolve("assets/models")).resolve("frost-64");
  private final Map<String, Tensor> parameters = ParameterFile.read(model);
  private final TensorShape input = model.input().shape();
  private final ProbeNetwork probe = ProbeNetwork.of(model.network(), input);
  private final TensorShape output = TensorShape.of(probe.size());
  private final FloatBuffer pictures = DirectFloats.allocate(COUNT * input.elements());

  @BeforeEach
  void readPictures() throws Exception {
    List<LabeledImage> images = ImageFolder.scan(INSTALL.resolve("sample-data")).images();
    PictureLoader loader =
        new PictureLoader(model.input().width(), model.input().height(), Fit.STRETCH);
    Normalizer normalizer = new Normalizer(model.input());
    for (int i = 0; i < COUNT; i++) {
      byte[] rgb = loader.load(images.get(i * images.size() / COUNT).file());
      normalizer.write(rgb, pictures, i * normalizer.size());
    }
  }

  private FloatBuffer rows(FrozenRunner runner) {
    FloatBuffer rows = DirectFloats.allocate(COUNT * output.elements());
    runner.run(pictures, COUNT, rows);
    return rows;
  }

  /** Relative to the largest number of the point, in any of the pictures. */
  private double difference(FloatBuffer a, FloatBuffer b, ProbeNetwork.Point point) {
    double apart = 0;
    double largest = 0;
    for (int picture = 0; picture < COUNT; picture++) {
      for (int i = 0; i < point.channels(); i++) {
        int at = picture * probe.size() + point.from() + i;
        apart = Math.max(apart, Math.abs(a.get(at) - b.get(at)));
        largest = Math.max(largest, Math.abs(b.get(at)));
      }
    }
    assertThat(largest).isPositive();
    return apart / largest;
  }

  @Test
  void bothEnginesGiveTheSameAveragesAtEveryPoint() {
    assertThat(probe.points()).hasSizeGreaterThan(8);
    try (EngineSession session = EngineSession.open(1);
        FrozenRunner trusted =
            MxFrozenRunner.unfused(session, probe.network(), parameters, input, output);
        FrozenRunner fused =
            new MxFrozenRunner(session, probe.network(), parameters, input, output);
        FrozenRunner ort = new OrtFrozenRunner(probe.network(), parameters, input, output)) {
      FloatBuffer wanted = rows(trusted);
      for (ProbeNetwork.Point point : probe.points()) {
        assertThat(difference(rows(ort), wanted, point)).as(point.toString()).isLessThan(1e-3);
        assertThat(difference(rows(fused), wanted, point)).as(point.toString()).isLessThan(1e-3);
      }
    }
  }

  @Test
  void theColumnsOfAPointAreTheAveragesOfItsTensor() {
    ProbeNetwork.Point point =
        probe.points().stream()
            .filter(it -> it.layer().name().equals("stage2_block1_relu2"))
            .findFirst()
            .orElseThrow();
    NetworkSplit split =
        NetworkSplit.of(
            model.network(),
            new FreezeSpec.Until(point.layer().name()).resolve(Layers.of(model.network())),
            input,
            2);
    TensorShape boundary = split.boundary();
    assertThat(split.boundaryLayer()).contains(point.layer().name());
    assertThat(boundary.size(0)).isEqualTo(point.channels());
    FloatBuffer whole = DirectFloats.allocate(COUNT * boundary.elements());
    FloatBuffer rows;
    try (FrozenRunner part = new OrtFrozenRunner(split.prefix(), parameters, input, boundary);
        FrozenRunner all = new OrtFrozenRunner(probe.network(), parameters, input, output)) {
      part.run(pictures, COUNT, whole);
      rows = rows(all);
    }

    int positions = boundary.size(1) * boundary.size(2);
    FloatBuffer averages = DirectFloats.allocate(rows.capacity());
    for (int picture = 0; picture < COUNT; picture++) {
      for (int channel = 0; channel < point.channels(); channel++) {
        double sum = 0;
        for (int i = 0; i < positions; i++) {
          sum += whole.get((picture * point.channels() + channel) * positions + i);
        }
        averages.put(picture * probe.size() + point.from() + channel, (float) (sum / positions));
      }
    }
    assertThat(difference(rows, averages, point)).isLessThan(1e-4);
  }
}
