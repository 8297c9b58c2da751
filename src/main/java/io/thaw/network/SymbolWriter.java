package io.thaw.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Writes a network as MXNet does. */
final class SymbolWriter {
  /** MXNet 1.9.1 warns of files that claim to be newer. */
  private static final int MXNET_VERSION = 10900;

  /** Operators with outputs that a symbol does not show but counts. */
  private static final Map<String, Integer> OUTPUTS =
      Map.of("BatchNorm", 3, "LayerNorm", 3, "InstanceNorm", 3, "Dropout", 2, "LRN", 2);

  private SymbolWriter() {}

  static String write(Network network, JsonMapper mapper) {
    ObjectNode root = mapper.createObjectNode();
    ArrayNode nodes = root.putArray("nodes");
    network.nodes().forEach(node -> write(node, nodes.addObject()));
    ArrayNode variables = root.putArray("arg_nodes");
    ArrayNode rows = root.putArray("node_row_ptr").add(0);
    int row = 0;
    for (int i = 0; i < network.nodes().size(); i++) {
      if (network.node(i).isVariable()) {
        variables.add(i);
      }
      row += OUTPUTS.getOrDefault(network.node(i).operator(), 1);
      rows.add(row);
    }
    writeEntries(network.heads(), root.putArray("heads"));
    root.putObject("attrs").putArray("mxnet_version").add("int").add(MXNET_VERSION);
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of texts and numbers is always JSON.", e);
    }
  }

  private static void write(Node node, ObjectNode json) {
    json.put("op", node.operator()).put("name", node.name());
    if (!node.attributes().isEmpty()) {
      ObjectNode attributes = json.putObject("attrs");
      node.attributes().forEach(attributes::put);
    }
    writeEntries(node.inputs(), json.putArray("inputs"));
  }

  private static void writeEntries(List<NodeEntry> entries, ArrayNode json) {
    entries.forEach(
        entry -> json.addArray().add(entry.node()).add(entry.output()).add(entry.version()));
  }
}
