package io.thaw.ui.network.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Lays a diagram out from top to bottom with the layered algorithm of the Eclipse Layout Kernel.
 */
public final class ElkLayout {
  /** Height of a frame above what it holds. */
  static final double TITLE = 32;

  private static final double PADDING = 16;
  private static final double MARGIN = 24;

  private final DiagramGraph graph;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> frames = new LinkedHashMap<>();
  private final Map<String, ElkNode> cards = new LinkedHashMap<>();
  private final Map<ElkEdge, Link> links = new LinkedHashMap<>();

  private ElkLayout(DiagramGraph graph) {
    this.graph = graph;
  }

  /** Places everything; takes tens to hundreds of milliseconds for a large network. */
  public static DiagramLayout of(DiagramGraph graph) {
    return graph.cards().isEmpty() ? DiagramLayout.EMPTY : new ElkLayout(graph).run();
  }

  private DiagramLayout run() {
    // The registry is ELK's own; registering a provider again changes nothing.
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    build();
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    return result();
  }

  private void build() {
    configure(root, MARGIN, MARGIN);
    root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    for (Frame frame : graph.frames()) {
      ElkNode node = ElkGraphUtil.createNode(container(frame.parent()));
      configure(node, TITLE, PADDING);
      frames.put(frame.id(), node);
    }
    for (Card card : graph.cards()) {
      ElkNode node = ElkGraphUtil.createNode(container(card.frame()));
      node.setDimensions(card.width(), card.height());
      cards.put(card.id(), node);
    }
    for (Link link : graph.links()) {
      ElkEdge edge = ElkGraphUtil.createSimpleEdge(cards.get(link.from()), cards.get(link.to()));
      links.put(edge, link);
    }
  }

  private ElkNode container(String frame) {
    return frame.isEmpty() ? root : frames.get(frame);
  }

  private static void configure(ElkNode node, double top, double padding) {
    node.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    node.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
    node.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    node.setProperty(CoreOptions.PADDING, new ElkPadding(top, padding, padding, padding));
    node.setProperty(LayeredOptions.SPACING_NODE_NODE, 24.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 20.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 10.0);
    node.setProperty(
        LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.LAYER_SWEEP);
    node.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
    node.setProperty(LayeredOptions.THOROUGHNESS, 3);
  }

  private DiagramLayout result() {
    Map<ElkNode, double[]> origins = new HashMap<>();
    origins.put(root, new double[2]);
    frames.values().forEach(node -> origins.put(node, origin(node, origins)));
    Map<String, Box> placedFrames = new LinkedHashMap<>();
    frames.forEach((id, node) -> placedFrames.put(id, box(node, origins)));
    Map<String, Box> placedCards = new LinkedHashMap<>();
    cards.forEach((id, node) -> placedCards.put(id, box(node, origins)));
    List<Route> routes = new ArrayList<>();
    links.forEach((edge, link) -> routes.add(route(edge, link, origins)));
    return new DiagramLayout(
        graph, placedCards, placedFrames, routes, root.getWidth(), root.getHeight());
  }

  private static double[] origin(ElkNode node, Map<ElkNode, double[]> origins) {
    double[] parent = origins.get(node.getParent());
    return new double[] {parent[0] + node.getX(), parent[1] + node.getY()};
  }

  private static Box box(ElkNode node, Map<ElkNode, double[]> origins) {
    double[] origin = origin(node, origins);
    return new Box(origin[0], origin[1], node.getWidth(), node.getHeight());
  }

  private static Route route(ElkEdge edge, Link link, Map<ElkNode, double[]> origins) {
    double[] origin = origins.get(edge.getContainingNode());
    List<Double> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      add(points, origin, section.getStartX(), section.getStartY());
      for (ElkBendPoint bend : section.getBendPoints()) {
        add(points, origin, bend.getX(), bend.getY());
      }
      add(points, origin, section.getEndX(), section.getEndY());
    }
    return Route.of(link, points);
  }

  private static void add(List<Double> points, double[] origin, double x, double y) {
    points.add(origin[0] + x);
    points.add(origin[1] + y);
  }
}
