package io.thaw.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.network.Network;
import io.thaw.network.SymbolJson;
import io.thaw.network.TensorShape;
import io.thaw.ui.network.diagram.Box;
import io.thaw.ui.network.diagram.DiagramLayout;
import io.thaw.ui.network.diagram.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real networks, folded and unfolded: nothing lies on anything else, all links lead downwards. */
@Tag("reference")
class DiagramLayoutReferenceTest {
  private static final int ALL = 9;

  static List<Path> symbols() throws IOException {
    Path folder = Path.of(System.getProperty("thaw.reference"), "models", "symbols");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.sorted().toList();
      assertThat(found).hasSizeGreaterThanOrEqualTo(7);
      return found;
    }
  }

  @ParameterizedTest
  @MethodSource("symbols")
  void cardsDoNotOverlapAndFramesHoldTheirs(Path symbol) throws IOException {
    Network network = SymbolJson.read(symbol);
    LoadedNetwork loaded = LoadedNetwork.of(network, TensorShape.of(3, 224, 224));
    Folding folding = new Folding();
    folding.reset(loaded);
    check(Diagram.of(loaded, folding.unfoldedProperty().get()));
    for (int depth : new int[] {0, 1, ALL}) {
      folding.unfoldTo(loaded, depth);
      Diagram diagram = Diagram.of(loaded, folding.unfoldedProperty().get());
      check(diagram);
      if (depth == ALL) {
        long single =
            diagram.parts().values().stream().filter(Part.Single.class::isInstance).count();
        assertThat(single).isEqualTo(loaded.layers().list().size());
      }
    }
  }

  private static void check(Diagram diagram) {
    DiagramLayout layout = diagram.layout();
    List<Map.Entry<String, Box>> cards = new ArrayList<>(layout.cards().entrySet());
    for (int i = 0; i < cards.size(); i++) {
      for (int j = i + 1; j < cards.size(); j++) {
        assertThat(cards.get(i).getValue().overlaps(cards.get(j).getValue()))
            .as("%s on %s", cards.get(i).getKey(), cards.get(j).getKey())
            .isFalse();
      }
    }
    layout.graph().cards().stream()
        .filter(card -> !card.frame().isEmpty())
        .forEach(
            card -> assertInside(layout.cards().get(card.id()), layout.frames().get(card.frame())));
    for (Frame frame : layout.graph().frames()) {
      if (!frame.parent().isEmpty()) {
        assertInside(layout.frames().get(frame.id()), layout.frames().get(frame.parent()));
      }
    }
    layout
        .routes()
        .forEach(route -> assertDownwards(layout, route.link().from(), route.link().to()));
  }

  private static void assertInside(Box inner, Box outer) {
    assertThat(inner.x()).isGreaterThanOrEqualTo(outer.x());
    assertThat(inner.y()).isGreaterThanOrEqualTo(outer.y());
    assertThat(inner.right()).isLessThanOrEqualTo(outer.right());
    assertThat(inner.bottom()).isLessThanOrEqualTo(outer.bottom());
  }

  private static void assertDownwards(DiagramLayout layout, String from, String to) {
    assertThat(layout.cards().get(from).bottom())
        .as("%s above %s", from, to)
        .isLessThanOrEqualTo(layout.cards().get(to).y());
  }
}
