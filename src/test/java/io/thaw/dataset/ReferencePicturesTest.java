package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real photographs and files collected for being difficult. */
@Tag("reference")
class ReferencePicturesTest {
  @Test
  void everyAwkwardFileIsDecodedOrNamed() throws IOException {
    Map<String, String> outcomes = new TreeMap<>();
    for (Path file : files(reference().resolve("data/awkward"))) {
      long t = System.nanoTime();
      String header = "ok";
      try {
        PictureFile.check(file);
      } catch (UnreadablePictureException e) {
        header = e.reason();
      }
      try {
        Pixels pixels = PictureDecoder.decode(file);
        outcomes.put(file.getFileName().toString(), "ok " + pixels.width() + "x" + pixels.height());
      } catch (UnreadablePictureException e) {
        outcomes.put(file.getFileName().toString(), e.reason() + "   <" + e.getCause());
      }
      System.err.println(
          (System.nanoTime() - t) / 1000000
              + " ms\t"
              + file.getFileName()
              + "\t"
              + header
              + "\t"
              + outcomes.get(file.getFileName().toString()));
    }
    assertThat(outcomes).isNotEmpty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path reference() {
    Path folder = Path.of(System.getProperty("thaw.reference", ""));
    assertThat(folder.resolve("data"))
        .as("thaw.reference names the reference folder")
        .isDirectory();
    return folder;
  }
}
