package io.thaw.tuning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.thaw.engine.TailState;
import io.thaw.engine.Tensor;
import io.thaw.job.BadJobException;
import io.thaw.job.EpochRecord;
import io.thaw.job.Report;
import io.thaw.network.TensorShape;
import io.thaw.tuning.LoopPosition;
import io.thaw.tuning.LoopState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
  @TempDir private Path run;
  private CheckpointFolder folder;

  @BeforeEach
  void name() {
    folder = new CheckpointFolder(run.resolve("checkpoints"));
  }

  private static Tensor tensor(float... values) {
    return new Tensor(TensorShape.of(1, values.length), values);
  }

  private static Checkpoint checkpoint(long step) {
    EpochRecord epoch = new EpochRecord(1, 1 / 3.0, 0.1, Double.NaN, 0.7, 1e-300, 3, 4);
    return new Checkpoint(
        new Fingerprint(JsonNodeFactory.instance.objectNode().put("seed", 1), "m", "p", "s"),
        new History(new Report.Seconds(1, 2, 3, 4, 5, 6), 2, null, 7, List.of("ä notice")),
        new LoopState(
            new LoopPosition(2, 3, step, List.of(epoch), 0.1 + 0.2, 5, 6, 7.5),
            new TailState(
                Map.of("a_weight", tensor(1f, -0f, Float.NaN, Float.MIN_VALUE)),
                Map.of("a_weight", List.of(tensor(1, 2, 3, 4), tensor(5, 6, 7, 8))),
                step)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private long newest(List<Path> damaged) throws IOException {
    return folder.newest(damaged::add).orElseThrow().state().position().steps();
  }

  @Test
  void whatWasWrittenIsReadBitByBit() throws IOException {
    Checkpoint written = checkpoint(9);
    folder.write(written);

    Checkpoint read = folder.newest(damaged -> {}).orElseThrow();

    assertThat(read.history()).isEqualTo(written.history());
    assertThat(read.state().position()).isEqualTo(written.state().position());
    assertThat(read.fingerprint().job().path("seed").asLong()).isEqualTo(1);
    assertThat(read.state().tail().steps()).isEqualTo(9);
    TailState tail = written.state().tail();
    assertThat(
            read.state()
                .tail()
                .parameters()
                .get("a_weight")
                .differences(tail.parameters().get("a_weight")))
        .isZero();
    for (int i = 0; i < 2; i++) {
      assertThat(read.state().tail().optimizer().get("a_weight").get(i).values())
          .isEqualTo(tail.optimizer().get("a_weight").get(i).values());
    }
  }

  @Test
  void theTwoNewestAreKeptAndWhatAKilledWorkerLeftGoes() throws IOException {
    assertThat(folder.newest(damaged -> {})).isEmpty();
    Files.createDirectories(folder.folder());
    Files.writeString(folder.folder().resolve(".step-3.tmp"), "half");
    for (long step : new long[] {8, 9, 10, 11}) {
      folder.write(checkpoint(step));
    }
    assertThat(names())
        .containsExactly("step-000000000010.checkpoint", "step-000000000011.checkpoint");

    folder.remove();
    assertThat(folder.folder()).doesNotExist();
    folder.remove();
  }

  @Test
  void aRunThatWentBackForgetsItsLaterSteps() throws IOException {
    folder.write(checkpoint(8));
    folder.write(checkpoint(12));
    Files.write(folder.folder().resolve("step-000000000012.checkpoint"), new byte[100]);

    folder.write(checkpoint(10));

    assertThat(names())
        .containsExactly("step-000000000008.checkpoint", "step-000000000010.checkpoint");
  }

  @Test
  void everyDamageIsNoticedAndTheOneBeforeServes() throws IOException {
    folder.write(checkpoint(1));
    folder.write(checkpoint(2));
    Path file = folder.folder().resolve("step-000000000002.checkpoint");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = whole.clone();
      bytes[i < 40 ? i : random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      assertFallsBack(file, bytes);
      assertFallsBack(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
    }
    assertFallsBack(file, Arrays.copyOf(whole, whole.length + 1));
    Files.write(file, whole);
    assertThat(newest(new ArrayList<>())).isEqualTo(2);
  }

  private void assertFallsBack(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    List<Path> damaged = new ArrayList<>();
    assertThat(newest(damaged)).isEqualTo(1);
    assertThat(damaged).containsExactly(file);
  }

  @Test
  void aNewerFormatIsNoDamage() throws Exception {
    folder.write(checkpoint(1));
    Path file = folder.folder().resolve("step-000000000001.checkpoint");
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).putInt(8, CheckpointFile.VERSION + 1);
    byte[] body = Arrays.copyOf(bytes, bytes.length - 32);
    ByteBuffer.wrap(bytes).put(body.length, MessageDigest.getInstance("SHA-256").digest(body));
    Files.write(file, bytes);

    assertThatThrownBy(() -> folder.newest(damaged -> {}))
        .isInstanceOf(BadJobException.class)
        .hasMessageContaining("format version 2");
  }

  @Test
  void whatCannotBeWrittenLeavesWhatIsThere() throws IOException {
    Files.writeString(folder.folder(), "a file");

    assertThatThrownBy(() -> folder.write(checkpoint(1))).isInstanceOf(IOException.class);

    assertThat(folder.folder()).hasContent("a file");
  }
}
