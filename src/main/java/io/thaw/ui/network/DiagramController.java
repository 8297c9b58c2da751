package io.thaw.ui.network;

import io.thaw.ui.common.LatestTask;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** Lays the diagram out away from the FX thread whenever network or folding change. */
public final class DiagramController {
  private static final System.Logger LOG = System.getLogger(DiagramController.class.getName());

  private final NetworkModel model;
  private final LatestTask<Diagram> layouts;

  /**
   * A controller; it follows the model from now on.
   *
   * @param background where the layout is worked out
   * @param foreground where {@code model} may be changed
   */
  public DiagramController(NetworkModel model, Executor background, Executor foreground) {
    this.model = model;
    this.layouts = new LatestTask<>(background, foreground);
    model.networkProperty().addListener((property, before, now) -> layOut());
    model.folding().unfoldedProperty().addListener((property, before, now) -> layOut());
    layOut();
  }

  private void layOut() {
    LoadedNetwork network = model.networkProperty().get();
    if (network == null) {
      layouts.cancel();
      model.showDiagram(Diagram.EMPTY);
      return;
    }
    Set<List<String>> unfolded = model.folding().unfoldedProperty().get();
    layouts.submit(() -> Diagram.of(network, unfolded), model::showDiagram, this::failed);
  }

  private void failed(Exception problem) {
    LOG.log(System.Logger.Level.WARNING, "A network could not be laid out.", problem);
    model.showDiagram(Diagram.EMPTY);
    model
        .problemProperty()
        .set("The diagram cannot be drawn; the table shows the same layers: " + problem + ".");
  }
}
