package io.thaw.ui.network.diagram;

/**
 * A box of the diagram that holds no others.
 *
 * @param id unique among the cards
 * @param frame id of the frame around it; empty at the top level
 * @param width in pixels at zoom 1
 * @param height in pixels at zoom 1
 */
public record Card(String id, String frame, double width, double height) {}
