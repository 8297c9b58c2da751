package io.thaw.network;

/**
 * One output of a node, as a symbol file writes it: {@code [node, output, version]}.
 *
 * @param node index of the node in {@link Network#nodes()}
 * @param output which of the node's outputs, from 0
 * @param version how often the value was overwritten in place; 0 in every classifier
 */
public record NodeEntry(int node, int output, int version) {

  /** The first output of a node. */
  public static NodeEntry of(int node) {
    return new NodeEntry(node, 0, 0);
  }
}
