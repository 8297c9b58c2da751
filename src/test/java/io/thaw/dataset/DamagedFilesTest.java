package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, it becomes a picture or a named problem. */
class DamagedFilesTest {
  private static final int ROUNDS = 30;

  /** Flipped bits make small pictures huge ones; a low limit keeps the test quick. */
  private static final Reading READING = new Reading(false, 1);

  @TempDir private Path folder;
  private final Map<String, Integer> outcomes = new TreeMap<>();

  @AfterEach
  void forget() {
    System.clearProperty(PictureDecoder.JAVA_ONLY);
  }

  @Test
  void soundFilesAreRead() throws IOException {
    for (Map.Entry<String, byte[]> file : SmallFiles.all().entrySet()) {
      assertThat(outcome(file.getKey(), file.getValue())).as(file.getKey()).isEqualTo("picture");
    }
  }

  @Test
  void filesWithFlippedBits() throws IOException {
    for (String javaOnly : new String[] {"false", "true"}) {
      System.setProperty(PictureDecoder.JAVA_ONLY, javaOnly);
      Random random = new Random(23);
      for (Map.Entry<String, byte[]> file : SmallFiles.all().entrySet()) {
        for (int round = 0; round < ROUNDS; round++) {
          outcome(file.getKey(), flipped(file.getValue(), 1 + round % 6, random));
        }
      }
    }
    assertThat(outcomes).containsKeys("picture", "damaged", "truncated", "too-large");
  }

  private static byte[] flipped(byte[] sound, int bits, Random random) {
    byte[] bytes = sound.clone();
    for (int i = 0; i < bits; i++) {
      // Headers are where it hurts.
      int most = random.nextBoolean() ? Math.min(80, bytes.length) : bytes.length;
      bytes[random.nextInt(most)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  @Test
  void truncatedFilesAreProblems() throws IOException {
    for (String javaOnly : new String[] {"false", "true"}) {
      System.setProperty(PictureDecoder.JAVA_ONLY, javaOnly);
      Random random = new Random(29);
      for (Map.Entry<String, byte[]> file : SmallFiles.all().entrySet()) {
        for (int round = 0; round < ROUNDS; round++) {
          int length = random.nextInt(file.getValue().length - tail(file.getKey()));
          assertThat(outcome(file.getKey(), Arrays.copyOf(file.getValue(), length)))
              .as("%s, first %d bytes of %d", file.getKey(), length, file.getValue().length)
              .isNotEqualTo("picture");
        }
      }
    }
    assertThat(outcomes.get("truncated")).isGreaterThan(outcomes.get("damaged"));
  }

  /** Bytes at the end without which all of the first picture is still there. */
  private static int tail(String name) {
    return switch (name) {
      case "animated.webp" -> 100;
      case "turned.webp" -> 34;
      default ->
          switch (name.substring(name.indexOf('.') + 1)) {
            case "png" -> 16;
            case "tif" -> 4;
            case "bmp" -> 2;
            case "gif", "webp" -> 1;
            default -> 0;
          };
    };
  }

  private String outcome(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    String outcome = read(file);
    outcomes.merge(outcome, 1, Integer::sum);
    HeaderCheck.of(file, READING);
    return outcome;
  }

  private static String read(Path file) {
    try {
      Pixels pixels = PictureDecoder.decode(file, READING);
      assertThat(pixels.rgb()).hasSize(3 * pixels.width() * pixels.height());
      return "picture";
    } catch (UnreadablePictureException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        assertThat(cause).isNotInstanceOf(OutOfMemoryError.class);
      }
      assertThat(e.reason()).isNotBlank();
      assertThat(e.kind()).isNotNull();
      return e.kind().jsonName();
    } catch (RuntimeException e) {
      return fail(file.toString(), e);
    }
  }
}
