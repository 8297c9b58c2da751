package io.thaw.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes MXNet's symbol files ({@code NAME-symbol.json}), the JSON form of an NNVM graph:
 * {@code https://github.com/apache/mxnet/blob/v1.9.x/3rdparty/tvm/nnvm/src/pass/saveload_json.cc}.
 */
public final class SymbolJson {
  /** Over the years an operator's settings moved; the later spelling wins where two are given. */
  private static final List<String> ATTRIBUTE_SPELLINGS = List.of("param", "attr", "attrs");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private SymbolJson() {}

  /**
   * Reads a network.
   *
   * @throws BadNetworkException if the text is not a network
   */
  public static Network read(String json) {
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new BadNetworkException("The network file is not JSON: " + e.getOriginalMessage(), e);
    }
    if (!root.isObject() || !root.path("nodes").isArray()) {
      throw new BadNetworkException("The network file has no list of nodes.");
    }
    List<Node> nodes = new ArrayList<>();
    root.path("nodes").forEach(node -> nodes.add(node(node, nodes.size())));
    return LegacySymbols.upgrade(nodes, entries(root.path("heads"), "The network's heads"));
  }

  /**
   * Reads a network from a file.
   *
   * @throws BadNetworkException if the file is not a network; the message names the file
   * @throws IOException if the file cannot be read
   */
  public static Network read(Path file) throws IOException {
    try {
      return read(Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new BadNetworkException(file + ": The network file is not text.", e);
    } catch (BadNetworkException e) {
      throw new BadNetworkException(file + ": " + e.getMessage(), e);
    }
  }

  /** The text of a symbol file that MXNet 1.9 loads. */
  public static String write(Network network) {
    return SymbolWriter.write(network, MAPPER);
  }

  private static Node node(JsonNode json, int index) {
    String operator = json.path("op").asText("");
    String name = json.path("name").asText("");
    if (operator.isEmpty() || name.isEmpty()) {
      throw new BadNetworkException("Node " + index + " of the network has no operator or name.");
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String spelling : ATTRIBUTE_SPELLINGS) {
      json.path(spelling)
          .properties()
          .forEach(field -> attributes.put(field.getKey(), field.getValue().asText()));
    }
    return new Node(
        name, operator, attributes, entries(json.path("inputs"), "The node '" + name + "'"));
  }

  private static List<NodeEntry> entries(JsonNode list, String who) {
    List<NodeEntry> entries = new ArrayList<>();
    for (JsonNode entry : list) {
      if (!entry.path(0).isInt() || (entry.has(1) && !entry.path(1).isInt())) {
        throw new BadNetworkException(who + " has an input that is not a list of numbers.");
      }
      entries.add(
          new NodeEntry(entry.get(0).asInt(), entry.path(1).asInt(0), entry.path(2).asInt(0)));
    }
    return entries;
  }
}
