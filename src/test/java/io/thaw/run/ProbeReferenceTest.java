package io.thaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.catalogue.Catalogue;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.ProbeResult;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layers;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A probe of a real network on real photographs. */
@Tag("reference")
class ProbeReferenceTest {
  private static final Path REFERENCE = Path.of(System.getProperty("thaw.reference", ""));

  @TempDir private Path folder;

  private static final class Deaf implements Probe.Watcher {
    @Override
    public void event(JobEvent event) {}

    @Override
    public void fitted(int done, int points) {}
  }

  @Test
  void mobileNetKnowsFlowersBetterTheDeeperOneLooks() {
    Path model = REFERENCE.resolve("models/mobilenet_v2_imagenet");
    Path data = REFERENCE.resolve("data/flowers");
    Catalogue catalogue = new Catalogue(folder);

    ProbeResult result =
        new Probe(catalogue, Fixtures.folders(folder))
            .run(
                new Probe.Settings(model.toString(), data.toString(), 500, 1),
                new Deaf(),
                new CancelToken());

    assertThat(result.pictures()).isEqualTo(500);
    ProbeResult.Point first = result.points().get(0);
    ProbeResult.Point last = result.points().get(result.points().size() - 1);
    assertThat(last.layer()).isEqualTo("logits_avgpool_fwd");
    assertThat(last.channels()).isEqualTo(1280);
    assertThat(last.accuracy()).isGreaterThan(0.75);
    assertThat(last.low()).isGreaterThan(first.high() + 0.2);
    FreezeSpec spec = FreezeSpec.parse(result.freeze());
    assertThat(spec).isInstanceOf(FreezeSpec.Until.class);
    Layers layers = Layers.of(catalogue.resolve(model.toString()).network());
    assertThat(layers.find(((FreezeSpec.Until) spec).layer())).isPresent();
  }
}
