package io.thaw.ui.network.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private static final DiagramLayout TALL =
      new DiagramLayout(DiagramGraph.EMPTY, Map.of(), Map.of(), List.of(), 400, 8000);

  @Test
  void zoomingKeepsWhatIsUnderThePointer() {
    Viewport before = new Viewport(0.8, 30, 200);

    Viewport after = before.zoomed(1.5, 120, 90);

    assertThat(after.scale()).isCloseTo(1.2, within(1e-9));
    assertThat(after.diagramX(120)).isCloseTo(before.diagramX(120), within(1e-9));
    assertThat(after.diagramY(90)).isCloseTo(before.diagramY(90), within(1e-9));
  }

  @Test
  void zoomHasLimits() {
    assertThat(Viewport.ORIGIN.zoomed(1000, 0, 0).scale()).isEqualTo(2);
    assertThat(Viewport.ORIGIN.zoomed(1e-6, 0, 0).scale()).isEqualTo(0.01);
  }

  @Test
  void panningPushesThePaper() {
    Viewport after = new Viewport(0.5, 10, 10).panned(20, -30);

    assertThat(after.viewX(0)).isEqualTo(new Viewport(0.5, 10, 10).viewX(0) + 20);
    assertThat(after.viewY(0)).isEqualTo(new Viewport(0.5, 10, 10).viewY(0) - 30);
  }

  @Test
  void revealingMovesNoFurtherThanNeeded() {
    Viewport at = new Viewport(1, 0, 1000);

    assertThat(at.revealing(new Box(100, 1200, 50, 50), 400, 600)).isEqualTo(at);
    Viewport below = at.revealing(new Box(100, 1700, 50, 50), 400, 600);
    assertThat(below.diagramY(600)).isCloseTo(1750 + 32, within(1e-9));
    Viewport above = at.revealing(new Box(100, 500, 50, 50), 400, 600);
    assertThat(above.y()).isCloseTo(500 - 32, within(1e-9));
  }

  @Test
  void fittingShowsAllOfItInTheMiddle() {
    Viewport fit = Viewport.fit(TALL, 500, 800);

    assertThat(fit.scale()).isCloseTo(0.1, within(1e-9));
    assertThat(fit.viewX(200)).isCloseTo(250, within(1e-9));
    assertThat(fit.viewY(8000)).isCloseTo(800, within(1e-9));
  }

  @Test
  void theStartIsLegible() {
    Viewport start = Viewport.start(TALL, 500, 800);

    assertThat(start.scale()).isEqualTo(0.75);
    assertThat(start.viewY(0)).isEqualTo(0);
  }

  @Test
  void theDiagramIsNeverPushedOutOfView() {
    Viewport lost = new Viewport(1, 5000, -9000).held(TALL, 500, 800);

    assertThat(lost.viewX(400)).isGreaterThan(0);
    assertThat(lost.viewY(0)).isLessThan(800);
  }
}
