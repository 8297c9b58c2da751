package io.thaw.ui.network.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ElkLayoutTest {
  private static final DiagramGraph BLOCK =
      new DiagramGraph(
          List.of(new Frame("stage", "", "Stage"), new Frame("block", "stage", "Block")),
          List.of(
              new Card("in", "", 100, 40),
              new Card("left", "block", 100, 40),
              new Card("right", "block", 100, 40),
              new Card("sum", "block", 100, 40),
              new Card("out", "", 100, 40)),
          List.of(
              new Link("in", "left"),
              new Link("left", "right"),
              new Link("right", "sum"),
              new Link("in", "sum"),
              new Link("sum", "out")));

  @Test
  void readersLieBelowWhatTheyRead() {
    DiagramLayout layout = ElkLayout.of(BLOCK);

    for (Link link : BLOCK.links()) {
      assertThat(layout.cards().get(link.from()).bottom())
          .isLessThan(layout.cards().get(link.to()).y());
    }
  }

  @Test
  void framesHoldTheirCardsAndNoOthers() {
    DiagramLayout layout = ElkLayout.of(BLOCK);
    Box block = layout.frames().get("block");

    assertThat(layout.frameAt(block.centreX(), block.y() + 3)).contains("block");
    for (String inside : List.of("left", "right", "sum")) {
      Box card = layout.cards().get(inside);
      assertThat(card.y()).isGreaterThanOrEqualTo(block.y() + ElkLayout.TITLE);
      assertThat(block.union(card)).isEqualTo(block);
    }
    assertThat(block.overlaps(layout.cards().get("in"))).isFalse();
    assertThat(block.overlaps(layout.cards().get("out"))).isFalse();
  }

  @Test
  void aRouteBeginsAndEndsAtItsCards() {
    DiagramLayout layout = ElkLayout.of(BLOCK);

    assertThat(layout.routes()).hasSize(BLOCK.links().size());
    for (Route route : layout.routes()) {
      Box from = layout.cards().get(route.link().from());
      Box to = layout.cards().get(route.link().to());
      List<Double> points = route.points();
      assertThat(points.get(1)).isCloseTo(from.bottom(), within(0.5));
      assertThat(points.get(0)).isBetween(from.x(), from.right());
      assertThat(points.get(points.size() - 1)).isCloseTo(to.y(), within(0.5));
      assertThat(points.get(points.size() - 2)).isBetween(to.x(), to.right());
    }
  }

  @Test
  void theShortcutPassesByTheLayersItSkips() {
    DiagramLayout layout = ElkLayout.of(BLOCK);
    Route shortcut =
        layout.routes().stream()
            .filter(route -> route.link().equals(new Link("in", "sum")))
            .findFirst()
            .orElseThrow();

    for (int i = 0; i + 3 < shortcut.points().size(); i += 2) {
      Route piece = Route.of(shortcut.link(), shortcut.points().subList(i, i + 4));
      assertThat(piece.bounds().grown(1).overlaps(layout.cards().get("left"))).isFalse();
      assertThat(piece.bounds().grown(1).overlaps(layout.cards().get("right"))).isFalse();
    }
  }

  @Test
  void nothingHasNoSize() {
    assertThat(ElkLayout.of(DiagramGraph.EMPTY).isEmpty()).isTrue();
  }
}
