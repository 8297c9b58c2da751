package io.thaw.ui.network;

import io.thaw.network.FreezePlan;
import io.thaw.network.Layer;
import io.thaw.ui.network.diagram.Box;
import io.thaw.ui.network.diagram.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Where the line between frozen and trained layers lies in a diagram, and what it means. */
final class FreezeLine {
  /** Half of the gap between two rows of cards. */
  private static final double HALF_GAP = 10;

  private static final double BELOW_CARD = 6;

  private final Diagram diagram;

  FreezeLine(Diagram diagram) {
    this.diagram = diagram;
  }

  /** Right above the first card that learns something; the new head always does. */
  Line line(NetworkModel model) {
    double first = Double.NaN;
    boolean clean = true;
    for (Part part : diagram.parts().values()) {
      if (learns(part, model)) {
        first = least(first, diagram.box(part).y());
      }
    }
    for (Part part : diagram.parts().values()) {
      boolean below = diagram.box(part).y() >= first;
      clean &= !(below && model.stateOf(part.layers()) == LayerState.FROZEN);
      clean &= model.stateOf(part.layers()) != LayerState.PARTLY;
    }
    return Double.isNaN(first)
        ? Line.NONE
        : new Line(first - HALF_GAP, "frozen", clean ? "trained" : "trained in part");
  }

  private static boolean learns(Part part, NetworkModel model) {
    LayerState state = model.stateOf(part.layers());
    return part instanceof Part.Head || state == LayerState.TRAINABLE || state == LayerState.PARTLY;
  }

  private static double least(double a, double b) {
    return Double.isNaN(a) ? b : Math.min(a, b);
  }

  /** Where the network is cut. */
  Line cut(NetworkModel model) {
    String boundary = model.boundaryProperty().get();
    for (Part part : diagram.parts().values()) {
      List<Layer> layers = part.layers();
      boolean cutHere = layers.stream().anyMatch(layer -> layer.name().equals(boundary));
      if (cutHere) {
        Box box = diagram.box(part);
        boolean atEnd = layers.get(layers.size() - 1).name().equals(boundary);
        return new Line(
            atEnd ? box.bottom() + BELOW_CARD : box.centreY(),
            "computed once per picture",
            "computed every epoch");
      }
    }
    return Line.NONE;
  }

  /** The plan that the line means at a height: what lies above is frozen, all else is trained. */
  FreezePlan plan(double y, FreezePlan before) {
    ToDoubleFunction<Part> centre = part -> diagram.box(part).centreY();
    List<Layer> above = new ArrayList<>();
    List<Layer> below = new ArrayList<>();
    for (Map.Entry<String, Part> card : diagram.parts().entrySet()) {
      Part part = card.getValue();
      (centre.applyAsDouble(part) < y ? above : below).addAll(part.layers());
    }
    return before.withFrozen(above).withThawed(below);
  }
}
