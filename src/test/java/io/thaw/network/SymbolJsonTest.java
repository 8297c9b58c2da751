package io.thaw.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolJsonTest {
  private static final String DATA = "{'op':'null','name':'data','inputs':[]}";

  @Test
  void writingAndReadingGivesTheSameNetwork() {
    Network network = ResidualNetworks.small(List.of(8, 16), 3);

    assertThat(SymbolJson.read(SymbolJson.write(network))).isEqualTo(network);
  }

  @Test
  void writesWhatTheEngineExpects() throws Exception {
    Network network =
        new NetworkBuilder().plainConvolution("c", 4, 3, 1, 1).batchNorm("b").relu("r").build();

    JsonNode json = new ObjectMapper().readTree(SymbolJson.write(network));

    assertThat(json.get("arg_nodes").toString()).isEqualTo("[0,1,3,4,5,6]");
    assertThat(json.get("node_row_ptr").toString()).isEqualTo("[0,1,2,3,4,5,6,7,10,11]");
    assertThat(json.get("heads").toString()).isEqualTo("[[8,0,0]]");
    assertThat(json.get("attrs").toString()).isEqualTo("{\"mxnet_version\":[\"int\",10900]}");
    assertThat(json.get("nodes").get(7).get("inputs").toString())
        .isEqualTo("[[2,0,0],[3,0,0],[4,0,0],[5,0,0],[6,0,0]]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"attrs", "attr", "param"})
  void readsEverySpellingOfSettings(String spelling) {
    Network network =
        read(DATA + ",{'op':'relu','name':'r','" + spelling + "':{'k':'v'},'inputs':[[0,0]]}", 1);

    assertThat(network.node(1).attributes()).containsOnlyKeys("k").containsEntry("k", "v");
    assertThat(network.node(1).inputs()).containsExactly(new NodeEntry(0, 0, 0));
  }

  @Test
  void mergesSettingsThatAreSpreadOverTwoSpellings() {
    Network network =
        read(
            DATA
                + ",{'op':'relu','name':'r','param':{'a':'1','b':'2'},'attr':{'b':'3','c':4},"
                + "'inputs':[[0,0,0]]}",
            1);

    assertThat(network.node(1).attributes())
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "b", "3", "c", "4"));
  }

  @Test
  void addsRunningStatisticsThatOldFilesLeaveOut() {
    Network network =
        read(
            DATA
                + ",{'op':'null','name':'bn_gamma','inputs':[]}"
                + ",{'op':'null','name':'bn_beta','inputs':[]}"
                + ",{'op':'BatchNorm','name':'bn','inputs':[[0,0],[1,0],[2,0]]}"
                + ",{'op':'relu','name':'r','inputs':[[3,0]]}",
            4);

    Layer layer = Layers.of(network).require("bn");
    assertThat(layer.parameters())
        .extracting(LayerParameter::name)
        .containsExactly("bn_gamma", "bn_beta", "bn_moving_mean", "bn_moving_var");
    assertThat(network.node(network.heads().get(0).node()).name()).isEqualTo("r");
    assertThat(network.node(network.node(6).inputs().get(0).node()).name()).isEqualTo("bn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "hello | not JSON",
        "[] | no list of nodes",
        "{'nodes':5} | no list of nodes",
        "{'nodes':[],'heads':[[0,0,0]]} | no nodes",
        "{'nodes':[{'op':'null','inputs':[]}],'heads':[[0,0]]} | Node 0 of the network has no",
        "{'nodes':[{'op':'null','name':'a','inputs':[]}]} | has no output",
        "{'nodes':[{'op':'null','name':'a','inputs':[]}],'heads':[[7,0]]} | reads node 7",
        "{'nodes':[{'op':'x','name':'a','inputs':[[3,0]]}],'heads':[[0,0]]} | 'a' reads node 3",
        "{'nodes':[{'op':'x','name':'a','inputs':[[-1,0]]}],'heads':[[0,0]]} | reads node -1",
        "{'nodes':[{'op':'x','name':'a','inputs':[[0,0]]}],'heads':[[0,0]]} | not come before",
        "{'nodes':[{'op':'x','name':'a','inputs':['b']}],'heads':[[0,0]]} | not a list of numbers",
      })
  void malformedFilesGiveOneSentence(String json, String part) {
    assertThatThrownBy(() -> SymbolJson.read(json.replace('\'', '"')))
        .isInstanceOf(BadNetworkException.class)
        .hasMessageContaining(part);
  }

  @Test
  void twoNodesOfOneNameAreRefused() {
    assertThatThrownBy(() -> read(DATA + "," + DATA, 0))
        .isInstanceOf(BadNetworkException.class)
        .hasMessageContaining("Two nodes of the network are called 'data'");
  }

  @Test
  void theMessageNamesTheFile(@TempDir Path folder) throws Exception {
    Path text = Files.writeString(folder.resolve("a-symbol.json"), "{\"nodes\": [");
    Path bytes =
        Files.write(folder.resolve("b-symbol.json"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThatThrownBy(() -> SymbolJson.read(text))
        .isInstanceOf(BadNetworkException.class)
        .hasMessageContainingAll("a-symbol.json", "not JSON");
    assertThatThrownBy(() -> SymbolJson.read(bytes))
        .isInstanceOf(BadNetworkException.class)
        .hasMessageContaining("b-symbol.json");
  }

  private static Network read(String nodes, int head) {
    String json = "{'nodes':[" + nodes + "],'heads':[[" + head + ",0,0]]}";
    return SymbolJson.read(json.replace('\'', '"'));
  }
}
