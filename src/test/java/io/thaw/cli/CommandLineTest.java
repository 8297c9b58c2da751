package io.thaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thaw.dataset.DatasetEdits;
import io.thaw.job.CancelToken;
import io.thaw.job.ClassBalance;
import io.thaw.job.DatasetFile;
import io.thaw.job.EventCodec;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.Report;
import io.thaw.run.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the command line, kept by the real program in a process of its own. */
class CommandLineTest {
  @TempDir private Path folder;
  private Path model;
  private Path data;

  @BeforeEach
  void makeInput() throws IOException {
    model = Fixtures.model(folder.resolve("tiny"));
    data = Fixtures.pictures(folder.resolve("Bilder ü"), 10);
  }

  /** What a finished command left. */
  private record Finished(int code, List<String> out, List<String> errors) {}

  private Finished thaw(String... arguments) throws Exception {
    try (ThawProcess process = start(arguments)) {
      return finished(process);
    }
  }

  private ThawProcess start(String... arguments) throws IOException {
    return new ThawProcess(arguments);
  }

  private static Finished finished(ThawProcess process) throws Exception {
    process.in().close();
    List<String> out = process.rest();
    return new Finished(process.exitCode(), out, process.errors());
  }

  private String[] train(String out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("train", "--model", model.toString(), "--data", data.toString(), "--out"));
    arguments.add(folder.resolve(out).toString());
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static JobEvent event(String line) {
    return new EventCodec().decode(line).event();
  }

  @Test
  void helpExplainsEveryCommandWithAnExample() throws Exception {
    assertThat(thaw("train", "--help").out()).isEqualTo(help("train"));
    for (String command :
        List.of(
            "train",
            "probe",
            "inspect",
            "predict",
            "export",
            "models",
            "demo",
            "cache",
            "bench",
            "calibrate",
            "pretrain")) {
      assertThat(help(command)).anyMatch(line -> line.startsWith("Example: thaw " + command));
    }
  }

  /** What the same command line prints in this process. */
  private List<String> help(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            folder,
            Fixtures.folders(folder),
            printer,
            printer,
            InputStream.nullInputStream(),
            false);
    assertThat(new Cli(surroundings, new CancelToken()).run(command, "--help")).isZero();
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aWrongCommandLineIsUsage() throws Exception {
    assertThat(thaw("train", "--epochs", "many").code()).isEqualTo(2);
    assertThat(thaw("train", "--data", "x").code()).isEqualTo(2);
    assertThat(thaw("dance").code()).isEqualTo(2);
    Finished balance = thaw(train("run", "--balance", "much"));
    assertThat(balance.code()).isEqualTo(2);
    assertThat(balance.errors().get(0)).contains("--balance", "[none, loss, sampling]", "much");
  }

  @Test
  void badInputIsOneSentenceOnStandardErrorAndCodeThree() throws Exception {
    Finished missing = thaw("inspect", "--model", folder.resolve("none").toString());

    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.out()).isEmpty();
    assertThat(missing.errors()).singleElement().asString().contains("none").endsWith(".");
  }

  @Test
  void inspectIsContentWithTheSymbolAlone() throws Exception {
    Files.delete(model.resolve("tiny-0000.params"));

    Finished finished = thaw("inspect", "--model", model.toString(), "--json");

    assertThat(finished.code()).as(finished.errors().toString()).isZero();
    JsonNode tree = new ObjectMapper().readTree(String.join("\n", finished.out()));
    JsonNode first = tree.path("layers").path(0);
    assertThat(first.path("name").asText()).isEqualTo("stem_conv_fwd");
    assertThat(first.path("outputShape").toString()).isEqualTo("[8,16,16]");
    assertThat(first.path("parameters").asLong()).isEqualTo(8 * 3 * 3 * 3);
    assertThat(first.path("multiplyAdds").asLong()).isEqualTo(8 * 27 * 16 * 16);
    assertThat(first.path("group").asText()).isEqualTo("stem");
  }

  @Test
  void eventsAreTheOnlyThingOnStandardOutput() throws Exception {
    Finished finished = thaw(train("run", "--events", "--epochs", "2"));

    assertThat(finished.code()).as(finished.errors().toString()).isZero();
    EventCodec codec = new EventCodec();
    for (int i = 0; i < finished.out().size(); i++) {
      assertThat(codec.decode(finished.out().get(i)).sequence()).isEqualTo(i);
    }
    assertThat(event(finished.out().get(0))).isInstanceOf(JobEvent.Started.class);
    assertThat(event(finished.out().get(finished.out().size() - 1)))
        .isInstanceOf(JobEvent.Completed.class);
    assertThat(folder.resolve("run/events.ndjson")).hasContent(String.join("\n", finished.out()));
  }

  /** With as many threads as for a user, unlike the other tests. */
  @Test
  void theSameSeedGivesTheSameModelOnAllCores() throws Exception {
    for (String out : List.of("one", "other")) {
      String[] words = train(out, "--freeze", "none", "--epochs", "2", "--batch", "8");
      try (ThawProcess process = ThawProcess.onAllCores(words)) {
        assertThat(finished(process).code()).isZero();
      }
    }
    assertThat(folder.resolve("one/model/model-0000.params"))
        .hasSameBinaryContentAs(folder.resolve("other/model/model-0000.params"));
  }

  @Test
  void aRunPredictsAndIsExported() throws Exception {
    assertThat(thaw(train("run", "--freeze", "none", "--lr", "0.05")).code()).isZero();
    Path picture = data.resolve("disc/0.png");
    Path run = folder.resolve("run");

    Finished predicted =
        thaw("predict", "--model", run.toString(), "--json", "--top", "2", picture.toString());
    JsonNode result = new ObjectMapper().readTree(String.join("\n", predicted.out())).path(0);
    assertThat(result.path("file").asText()).isEqualTo(picture.toString());
    assertThat(result.path("predictions")).hasSize(2);

    Path exported = folder.resolve("exported");
    String[] export = {
      "export", "--run", run.toString(), "--format", "djl", "--out", exported.toString()
    };
    assertThat(thaw(export).code()).isZero();
    Finished again =
        thaw("predict", "--model", exported.toString(), "--json", "--top", "2", picture.toString());
    assertThat(again.out()).isEqualTo(predicted.out());
    assertThat(thaw(export).code()).as("a folder in use is not overwritten").isEqualTo(3);
  }

  @Test
  void layersLearnAtRatesOfTheirOwn() throws Exception {
    Finished finished =
        thaw(train("run", "--freeze", "none", "--rates", "stage2=0.1,stem=0", "--epochs", "1"));

    assertThat(finished.code()).as(finished.errors().toString()).isZero();
    assertThat(JobSpec.read(folder.resolve("run/job.json")).rates())
        .containsExactly(Map.entry("stage2", 0.1), Map.entry("stem", 0.0));
    assertThat(Report.read(folder.resolve("run/report.json")).layers())
        .extracting(Report.LayerRecord::rate)
        .contains(0.0, 0.1, 1.0);
    assertThat(finished.out()).filteredOn(line -> line.startsWith("Moved most: stage")).hasSize(1);

    Finished slip = thaw(train("other", "--rates", "stage2"));
    assertThat(slip.code()).isEqualTo(3);
    assertThat(slip.errors()).singleElement().asString().startsWith("'stage2' does not say");
  }

  @Test
  void classesAreBalancedAndToldOneByOne() throws Exception {
    Finished finished = thaw(train("run", "--balance", "sampling", "--epochs", "1"));

    assertThat(finished.code()).as(finished.errors().toString()).isZero();
    assertThat(JobSpec.read(folder.resolve("run/job.json")).training().balance())
        .isEqualTo(ClassBalance.BALANCED_SAMPLING);
    assertThat(finished.out())
        .anyMatch(line -> line.matches("Balanced accuracy 0\\.\\d{3}, the mean recall"))
        .anyMatch(line -> line.matches("class +pictures +recall +precision +F1"))
        .anyMatch(line -> line.matches("square +2 +\\d\\.\\d{3} +\\d\\.\\d{3} +\\d\\.\\d{3}"));
  }

  @Test
  void anUnreadablePictureDoesNotHideTheOthers() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");

    Finished finished =
        thaw(
            "predict",
            "--model",
            model.toString(),
            text.toString(),
            data.resolve("disc/0.png").toString());

    assertThat(finished.code()).isEqualTo(3);
    assertThat(finished.out()).hasSize(1);
    assertThat(finished.errors()).singleElement().isEqualTo(text + ": not a picture but text");
  }

  @Test
  void aJobFileIsTheOptionsInAFileAndEditsAreAnother() throws Exception {
    Path job = folder.resolve("job.json");
    Files.writeString(
        job,
        "{\"version\":1,\"model\":%s,\"data\":%s,\"training\":{\"epochs\":3}}"
            .formatted(
                new ObjectMapper().writeValueAsString(model.toString()),
                new ObjectMapper().writeValueAsString(data.toString())));

    DatasetEdits edits =
        DatasetEdits.NONE
            .exclude(List.of("disc/0.png"))
            .relabel(List.of("square/0.png", "square/1.png", "square/2.png"), "box");
    Path file = folder.resolve("thaw-dataset.json");
    DatasetFile.of(data, edits).write(file);
    String out = folder.resolve("run").toString();

    Finished finished =
        thaw(
            "train",
            "--job",
            job.toString(),
            "--edits",
            file.toString(),
            "--accept-truncated",
            "--out",
            out);

    assertThat(finished.code()).as(finished.errors().toString()).isZero();
    Report report = Report.read(folder.resolve("run/report.json"));
    assertThat(report.epochs()).hasSize(3);
    assertThat(report.classes()).containsExactly("box", "disc", "square", "stripes");
    assertThat(finished.out()).anyMatch(line -> line.contains("left out by you"));
    assertThat(JobSpec.read(folder.resolve("run/job.json")).edits())
        .isEqualTo(edits.acceptTruncated(true));
  }

  @Test
  void aNetworkOfItsOwnBecomesAModelFolder() throws Exception {
    Path out = folder.resolve("glacier");
    Finished made =
        thaw(
            "pretrain",
            "--arch",
            "frost-small",
            "--size",
            "48",
            "--data",
            data.toString(),
            "--epochs",
            "1",
            "--batch",
            "8",
            "--teacher",
            model.toString(),
            "--out",
            out.toString());
    Finished inspected = thaw("inspect", "--model", out.toString());
    Finished unknown =
        thaw("pretrain", "--arch", "vgg", "--data", data.toString(), "--out", out + "2");
    Finished again =
        thaw(
            "pretrain",
            "--arch",
            "frost-small",
            "--data",
            data.toString(),
            "--out",
            out.toString());

    Finished repeated = thaw(recipe(out, "glacier3"));

    assertThat(made.errors).isEmpty();
    assertThat(made.code).isZero();
    assertThat(out.resolve("MODEL_CARD.md")).content().contains("--teacher tiny");
    assertThat(inspected.code).isZero();
    assertThat(String.join("\n", inspected.out)).contains("stage4").contains("classifier");
    assertThat(unknown.code).isEqualTo(3);
    assertThat(unknown.errors)
        .containsExactly(
            "There is no architecture 'vgg': it is none of frost-small, frost-deep, frost-wide,"
                + " frost-broad.");
    assertThat(again.code).isEqualTo(3);
    assertThat(again.errors).hasSize(1);
    assertThat(repeated.code).isZero();
    assertThat(folder.resolve("glacier3/glacier3-0000.params"))
        .hasSameBinaryContentAs(out.resolve("glacier-0000.params"));
  }

  /** What a model card says was typed, with the names of folders made whole. */
  private String[] recipe(Path made, String name) throws IOException {
    String line =
        Files.readAllLines(made.resolve("MODEL_CARD.md")).stream()
            .filter(it -> it.startsWith("| recipe |"))
            .findFirst()
            .orElseThrow();
    String command = line.substring(line.indexOf("`thaw ") + 6, line.lastIndexOf('`'));
    return command
        .replace("\"" + data.getFileName() + "\"", "DATA")
        .replace("--teacher tiny", "--teacher MODEL")
        .replace("--out glacier", "--out OUT")
        .lines()
        .flatMap(it -> Stream.of(it.split(" ")))
        .map(
            word ->
                switch (word) {
                  case "DATA" -> data.toString();
                  case "MODEL" -> model.toString();
                  case "OUT" -> folder.resolve(name).toString();
                  default -> word;
                })
        .toArray(String[]::new);
  }
}
