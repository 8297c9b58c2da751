package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheSettingsTest {
  @TempDir private Path folder;
  private final List<String> problems = new ArrayList<>();

  private CacheSettings read() {
    return CacheSettings.read(folder, problems::add);
  }

  @Test
  void whatWasWrittenIsRead() {
    assertThat(read()).isEqualTo(CacheSettings.DEFAULT);
    CacheSettings settings = new CacheSettings(CacheSettings.VERSION, 5_000_000_000L);
    settings.write(folder);
    assertThat(read()).isEqualTo(settings);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"version\":1,\"budgetBytes\":\"much\"}",
        "{\"version\":1,\"budgetBytes\":-1}",
        "{\"version\":2,\"budgetBytes\":1}"
      })
  void aFileOfNoUseIsToldAndTheDefaultTaken(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("cache.json"), content);
    assertThat(read()).isEqualTo(CacheSettings.DEFAULT);
    assertThat(problems).singleElement().asString().contains(file.toString()).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "5GB,5000000000",
    "1.5 gb,1500000000",
    "500MB,500000000",
    "2tb,2000000000000",
    "7KB,7000"
  })
  void sizesAreReadAsPeopleWriteThem(String text, long bytes) {
    assertThat(ByteSize.parse(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "GB", "-5GB", "5GiB", "much", "1e3MB", "10000000TB", "5,5GB"})
  void otherTextsAreNoSizes(String text) {
    assertThatThrownBy(() -> ByteSize.parse(text))
        .isInstanceOf(BadJobException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 bytes",
    "999,999 bytes",
    "1000,1.0 KB",
    "9949,9.9 KB",
    "9951,10 KB",
    "999499,999 KB",
    "999500,1.0 MB",
    "20000000000,20 GB",
    "9223372036854775807,9223372 TB"
  })
  void sizesAreShownShort(long bytes, String text) {
    assertThat(ByteSize.text(bytes)).isEqualTo(text);
  }
}
