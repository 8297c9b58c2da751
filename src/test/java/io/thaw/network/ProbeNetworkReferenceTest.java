package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("reference")
class ProbeNetworkReferenceTest {

  static List<Path> symbolFiles() throws IOException {
    return ReferenceNetworks.symbolFiles();
  }

  @ParameterizedTest
  @MethodSource("symbolFiles")
  void realNetworksCanBeProbedUpToTheirFeatures(Path file) throws IOException {
    Network network = SymbolJson.read(file);
    TensorShape picture = TensorShape.of(3, 224, 224);

    ProbeNetwork probe = ProbeNetwork.of(network, picture);

    List<ProbeNetwork.Point> points = probe.points();
    assertThat(points).hasSizeGreaterThan(5);
    assertThat(points.get(points.size() - 1).layer().node()).isEqualTo(FeatureLayer.find(network));
    assertThat(points.get(0).last()).isFalse();
    Set<Integer> cuts = new HashSet<>(CutPoints.of(network));
    assertThat(points).allMatch(it -> cuts.contains(it.layer().node()));
    EngineShapes.assertSameAsEngine(probe.network(), picture);
  }
}
