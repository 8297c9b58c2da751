package io.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.thaw.network.TensorShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeParameterFileTest {
  @TempDir private Path folder;

  private static Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(
        "conv_weight",
        new Tensor(TensorShape.of(2, 1, 1, 2), new float[] {1f, -2.5f, Float.NaN, 1e-40f}));
    tensors.put("norm_running_mean", new Tensor(TensorShape.of(3), new float[] {0f, -0f, 7f}));
    return tensors;
  }

  private Path write() throws IOException {
    Path file = folder.resolve("x-0000.params");
    NativeParameterFile.write(file, tensors(), Set.of("norm_running_mean"));
    return file;
  }

  @Test
  void readsBackEveryBitInOrder() throws IOException {
    Map<String, Tensor> read = NativeParameterFile.read(write());

    assertThat(read.keySet()).containsExactly("conv_weight", "norm_running_mean");
    tensors()
        .forEach(
            (name, tensor) -> {
              assertThat(read.get(name).shape()).isEqualTo(tensor.shape());
              assertThat(read.get(name).differences(tensor)).isZero();
            });
  }

  @Test
  void theEngineItselfReadsTheFileWithTheRightPrefixes() throws IOException {
    Path file = write();
    try (EngineSession session = EngineSession.open(0);
        NDManager manager = session.manager().newSubManager();
        NDList list = manager.load(file)) {
      assertThat(list.stream().map(NDArray::getName))
          .containsExactly("arg:conv_weight", "aux:norm_running_mean");
      assertThat(list.get(0).getShape().getShape()).containsExactly(2, 1, 1, 2);
      assertThat(list.get(1).toFloatArray()).containsExactly(0f, -0f, 7f);
    }
  }

  @Test
  void everyTruncationIsAClearError() throws IOException {
    byte[] whole = Files.readAllBytes(write());
    Path cut = folder.resolve("cut-0000.params");
    for (int length = 0; length < whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatExceptionOfType(BadParametersException.class)
          .as("cut to %d bytes", length)
          .isThrownBy(() -> NativeParameterFile.read(cut))
          .withMessageContaining(cut.toString())
          .withMessageMatching(".*(truncated|damaged).*");
    }
  }

  @Test
  void flippedBytesNeverEscapeAsAnotherException() throws IOException {
    byte[] whole = Files.readAllBytes(write());
    Path bad = folder.resolve("bad-0000.params");
    int refused = 0;
    for (int at = 0; at < whole.length; at++) {
      byte[] copy = whole.clone();
      copy[at] ^= (byte) 0xff;
      Files.write(bad, copy);
      try {
        NativeParameterFile.read(bad);
      } catch (BadParametersException e) {
        refused++;
      }
    }
    assertThat(refused).as("damage to the structure is noticed").isGreaterThan(60);
  }

  @Test
  void anOlderFileStaysWhenTheNewOneCannotBeWritten() throws IOException {
    Path file = write();
    byte[] before = Files.readAllBytes(file);
    Files.createDirectory(folder.resolve(".x-0000.params.tmp"));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> NativeParameterFile.write(file, Map.of(), Set.of()));
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }
}
