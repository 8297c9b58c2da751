package io.thaw.ui.network.diagram;

/**
 * A box around cards and other frames.
 *
 * @param id unique among the frames
 * @param parent id of the frame around it; empty at the top level
 * @param title written at its top
 */
public record Frame(String id, String parent, String title) {}
