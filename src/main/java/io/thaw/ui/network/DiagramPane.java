package io.thaw.ui.network;

import io.thaw.network.Layer;
import io.thaw.ui.network.diagram.DiagramEvents;
import io.thaw.ui.network.diagram.DiagramView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;

/** Keeps the diagram and the model in step. */
final class DiagramPane implements DiagramEvents {
  private final NetworkModel model;
  private final DiagramView view;
  private final ContextMenu menu;
  private Diagram shown = Diagram.EMPTY;
  private Part anchor;
  private String folded = "";

  DiagramPane(NetworkModel model, ContextMenu menu) {
    this.model = model;
    this.menu = menu;
    view = new DiagramView(new CardFaces(model), this);
    new DiagramKeys(model, this, view).install();
    InvalidationListener faces = changed -> follow();
    model.planProperty().addListener(faces);
    model.boundaryProperty().addListener(faces);
    model.ratesProperty().addListener(faces);
    model.movedProperty().addListener(faces);
    model.probeProperty().addListener(faces);
    model.headParametersProperty().addListener(faces);
    model.classCountProperty().addListener(faces);
    model.selection().addListener((ListChangeListener<Layer>) change -> follow());
    model.currentProperty().addListener((property, before, now) -> followCurrent(now));
    model.diagramProperty().addListener((property, before, now) -> show(now));
    show(model.diagramProperty().get());
  }

  DiagramView node() {
    return view;
  }

  private void show(Diagram diagram) {
    boolean same = diagram.network() == shown.network();
    shown = diagram;
    if (same) {
      view.change(diagram.layout(), folded);
    } else {
      view.show(diagram.layout());
      anchor = null;
    }
    folded = "";
    keepCurrent();
    follow();
  }

  /** The card that the keyboard was at may be folded away, or unfolded. */
  private void keepCurrent() {
    Part current = model.currentProperty().get();
    if (current != null && !shown.parts().containsKey(current.id())) {
      Optional<Part> instead = current.layers().stream().findFirst().flatMap(shown::partWith);
      model.currentProperty().set(instead.orElse(null));
    } else if (current != null) {
      followCurrent(current);
    }
  }

  private void followCurrent(Part now) {
    view.setCurrent(now == null ? "" : now.id());
    if (now != null) {
      view.reveal(now.id());
    }
    view.facesChanged();
  }

  private void follow() {
    if (shown.network() == model.networkProperty().get() && shown.network() != null) {
      FreezeLine lines = new FreezeLine(shown);
      view.lines(lines.cut(model), lines.line(model));
      view.facesChanged();
    }
  }

  /** Moves the keyboard to a part and selects it; with {@code RANGE}, all from the anchor to it. */
  void go(Part part, Choice choice) {
    switch (choice) {
      case ONLY -> model.select(part.layers());
      case TOGGLE -> model.select(toggled(part));
      case RANGE -> model.select(range(part));
      default -> throw new IllegalStateException(choice.name());
    }
    if (choice != Choice.RANGE) {
      anchor = part;
    }
    model.currentProperty().set(part);
  }

  private Collection<Layer> toggled(Part part) {
    List<Layer> selected = new ArrayList<>(model.selection());
    if (selected.containsAll(part.layers())) {
      selected.removeAll(part.layers());
    } else {
      selected.addAll(part.layers());
    }
    return selected;
  }

  /** The layers of all cards from the anchor to this one, in layer order. */
  private List<Layer> range(Part to) {
    List<Part> parts = List.copyOf(shown.parts().values());
    int end = parts.indexOf(to);
    int start = anchor == null ? end : parts.indexOf(anchor);
    if (start < 0) {
      start = end;
    }
    return parts.subList(Math.min(start, end), Math.max(start, end) + 1).stream()
        .flatMap(part -> part.layers().stream())
        .toList();
  }

  @Override
  public void select(String card, Choice choice) {
    go(shown.parts().get(card), choice);
  }

  @Override
  public void selectNothing() {
    model.select(List.of());
    model.currentProperty().set(null);
  }

  @Override
  public void toggle(String card, boolean range) {
    Part part = shown.parts().get(card);
    boolean freeze = model.stateOf(part.layers()) != LayerState.FROZEN;
    model.setFrozen(range ? range(part) : part.layers(), freeze);
    if (!range) {
      anchor = part;
    }
    model.currentProperty().set(part);
  }

  @Override
  public void fold(String cardOrFrame) {
    folded = cardOrFrame;
    model.networkProperty().get().layers().list().stream()
        .flatMap(layer -> paths(layer).stream())
        .filter(path -> Part.groupId(path).equals(cardOrFrame))
        .findFirst()
        .ifPresent(model.folding()::toggle);
  }

  private static List<List<String>> paths(Layer layer) {
    List<List<String>> paths = new ArrayList<>();
    for (int depth = 1; depth <= layer.group().size(); depth++) {
      paths.add(layer.group().subList(0, depth));
    }
    return paths;
  }

  @Override
  public void dragLine(double y, boolean released) {
    model.history().hold();
    model.planProperty().set(new FreezeLine(shown).plan(y, model.planProperty().get()));
    if (released) {
      model.history().release();
    }
  }

  @Override
  public void menu(double screenX, double screenY) {
    menu.show(view, screenX, screenY);
  }
}
