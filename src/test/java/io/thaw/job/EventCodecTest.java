package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
  /** One event of every type, in the order of the golden file's lines. */
  private static final List<JobEvent> EVENTS =
      List.of(
          new JobEvent.Started(1, "0.1.0", 4711, "/home/jürgen/runs/花 1"),
          new JobEvent.PhaseStarted(Phase.SCAN),
          new JobEvent.Progress(Phase.PREFIX, 32, 100, 12.5, -1),
          new JobEvent.DataReady(List.of("Gänseblümchen", "日本"), 80, 20, 1),
          new JobEvent.ProblemFound("ü/b.jpg", "the file is \"empty\"", "empty"),
          new JobEvent.PlanReady(null, 0, 21, 11_000_000_000L, 0),
          new JobEvent.FeaturesReady("ONNX Runtime", 4, 300, 100, 0),
          new JobEvent.BatchDone(1, 3, 90, Double.NaN, 0.25, 0.01, 9.5, Double.POSITIVE_INFINITY),
          new JobEvent.EpochDone(
              new EpochRecord(1, 1.5, 0.5, Double.POSITIVE_INFINITY, 0.75, 0.01, 4.5, 17), 10),
          new JobEvent.LayersMoved(
              1, inOrder("stage2_conv", 0.125, "stage1_conv", Double.NaN, "head_fwd", 12)),
          new JobEvent.Notice("line one\nline two"),
          new JobEvent.Resumed(3, 412),
          new JobEvent.Completed("runs/1", 0.84, 0.5, 61.5),
          new JobEvent.Cancelled("runs/1", true, 3),
          new JobEvent.Failed(true, "There is no folder x.", null),
          new JobEvent.Crashed(137, "Training stopped.", List.of("a", "b")));

  private static Map<String, Double> inOrder(Object... namesAndValues) {
    Map<String, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
    }
    return map;
  }

  private final EventCodec codec = new EventCodec();

  @Test
  void writesTheVocabularyThatOtherProgramsRelyOn() throws IOException {
    List<String> golden = golden();
    assertThat(golden).hasSameSizeAs(EVENTS);
    for (int i = 0; i < golden.size(); i++) {
      assertThat(codec.encode(i, EVENTS.get(i))).isEqualTo(golden.get(i));
    }
  }

  @Test
  void readsTheVocabularyBack() throws IOException {
    List<String> golden = golden();
    for (int i = 0; i < golden.size(); i++) {
      assertThat(codec.decode(golden.get(i))).isEqualTo(new EventCodec.Line(i, EVENTS.get(i)));
    }
  }

  @Test
  void problemsWithoutAKindAreStillRead() {
    String old = "{\"seq\":4,\"type\":\"problem\",\"file\":\"b.jpg\",\"reason\":\"empty\"}";
    assertThat(codec.decode(old).event())
        .isEqualTo(new JobEvent.ProblemFound("b.jpg", "empty", null));
    assertThat(codec.encode(4, codec.decode(old).event())).isEqualTo(old);
  }

  @Test
  void layersStayInTheirOrder() {
    JobEvent.LayersMoved moved =
        (JobEvent.LayersMoved)
            codec
                .decode(
                    "{\"seq\":0,\"type\":\"moved\",\"epoch\":1,\"change\":{\"b\":1,\"c\":2,\"a\":3}}")
                .event();
    assertThat(moved.change().keySet()).containsExactly("b", "c", "a");
  }

  @Test
  void theGoldenFileKnowsEveryEvent() {
    assertThat(EVENTS.stream().map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(
            records(JobEvent.class).filter(type -> type != JobEvent.Unknown.class).toList());
  }

  @Test
  void onlyTheLastFourEndARun() {
    assertThat(EVENTS.stream().filter(JobEvent::terminal))
        .isEqualTo(EVENTS.subList(EVENTS.size() - 4, EVENTS.size()));
  }

  @Test
  void takesEnumsInAnyCaseAndFieldsItDoesNotKnow() {
    assertThat(
            codec.decode("{\"seq\":7,\"type\":\"phase\",\"phase\":\"train\",\"mood\":1}").event())
        .isEqualTo(new JobEvent.PhaseStarted(Phase.TRAIN));
  }

  @Test
  void anEventOfANewerWorkerIsUnknownButCounted() {
    assertThat(codec.decode("{\"seq\":7,\"type\":\"gpu\",\"heat\":80}"))
        .isEqualTo(new EventCodec.Line(7, new JobEvent.Unknown("gpu")));
    assertThatThrownBy(() -> codec.encode(7, new JobEvent.Unknown("gpu")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Downloading: 100%",
        "null",
        "[]",
        "{}",
        "{\"seq\":1}",
        "{\"type\":\"notice\",\"message\":\"no number\"}",
        "{\"seq\":\"one\",\"type\":\"notice\",\"message\":\"m\"}",
        "{\"seq\":1.5,\"type\":\"notice\",\"message\":\"m\"}",
        "{\"seq\":1,\"type\":\"phase\"}",
        "{\"seq\":1,\"type\":\"phase\",\"phase\":\"LUNCH\"}",
        "{\"seq\":1,\"type\":\"progress\",\"phase\":null}",
        "{\"seq\":1,\"type\":\"data\",\"classes\":null}",
        "{\"seq\":1,\"type\":\"epoch\"}",
        "{\"seq\":1,\"type\":\"moved\",\"epoch\":1}",
        "{\"seq\":1,\"type\":\"notice\",\"message\":\"m\"} Downloading",
        "{\"seq\":1,\"type\":\"notice\",\"mess"
      })
  void refusesWhatIsNoEvent(String line) {
    assertThatThrownBy(() -> codec.decode(line))
        .isInstanceOf(BadJobException.class)
        .hasMessageContaining("no event");
  }

  @Test
  void quotesOnlyTheBeginningOfALongLine() {
    assertThatThrownBy(() -> codec.decode("x".repeat(1_000_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }

  private static List<String> golden() throws IOException {
    try (InputStream in = EventCodecTest.class.getResourceAsStream("events.ndjson")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCodecTest::records)
        : Stream.of(type);
  }
}
