package io.thaw.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thaw.job.CancelToken;
import io.thaw.job.ThawFolders;
import io.thaw.run.CacheStore;
import io.thaw.tuning.cache.FeatureKey;
import io.thaw.tuning.cache.FeatureSet;
import io.thaw.tuning.cache.RecordId;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheCommandTest {
  private static final int ELEMENTS = 1280;

  @TempDir private Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private ThawFolders folders;

  @BeforeEach
  void findFolders() {
    folders = ThawFolders.of(Map.of("THAW_HOME", home.toString()));
  }

  /** Runs {@code thaw cache ARGUMENTS...} and returns the exit code. */
  private int cache(String... arguments) {
    out.reset();
    err.reset();
    String[] all = new String[arguments.length + 1];
    all[0] = "cache";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Surroundings surroundings =
        new Surroundings(
            home,
            folders,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            InputStream.nullInputStream(),
            false);
    return new Cli(surroundings, new CancelToken()).run(all);
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private void fill(String name, int records) {
    FeatureKey key = FeatureKey.builder().text(name).build(name);
    try (FeatureSet set =
        new CacheStore(folders, it -> assertThat(it).isNull()).open().open(key, ELEMENTS)) {
      for (int i = 0; i < records; i++) {
        set.write(new RecordId(i, 0, 0, 0, 0), FloatBuffer.allocate(ELEMENTS), 0);
      }
    }
  }

  @Test
  void anEmptyCacheIsToldOf() {
    assertThat(cache()).isZero();
    assertThat(out())
        .contains(home.resolve("cache/pictures/features").toString())
        .contains("0 bytes in 0 records")
        .contains("automatic");
    assertThat(home.resolve("cache")).doesNotExist();
  }

  @Test
  void everySetIsListed() {
    fill("Frost 64 up to stage3", 5);
    fill("MobileNet", 1200);

    assertThat(cache()).isZero();

    assertThat(out().lines())
        .anyMatch(it -> it.matches("Frost 64 up to stage3 +5 +13 KB  2.*"))
        .anyMatch(it -> it.matches("MobileNet +1,200 +3.1 MB  2.*"))
        .anyMatch(it -> it.matches("Holds: +3.1 MB in 1,205 records"));
  }

  @Test
  void aBudgetIsKeptAndTheCacheShrinksToIt() {
    fill("old", 1200);

    assertThat(cache("--budget", "1MB")).isZero();

    assertThat(out()).contains("Freed:   3.1 MB").contains("1.0 MB, set with --budget");
    assertThat(cache()).isZero();
    assertThat(out()).contains("0 bytes in 0 records").contains("1.0 MB, set with --budget");
    assertThat(cache("--budget", "AUTO")).isZero();
    assertThat(out()).contains("automatic");
  }

  @Test
  void clearingSaysWhatWasFreed() {
    fill("some", 1200);
    assertThat(cache("--clear")).isZero();
    assertThat(out()).contains("Freed:   3.1 MB").contains("0 bytes in 0 records");
  }

  @Test
  void jsonIsOneObject() throws Exception {
    fill("some", 3);
    assertThat(cache("--json", "--budget", "2GB")).isZero();

    JsonNode root = new ObjectMapper().readTree(out());
    assertThat(root.path("version").asInt()).isEqualTo(1);
    assertThat(root.path("records").asLong()).isEqualTo(3);
    assertThat(root.path("budgetBytes").asLong()).isEqualTo(2_000_000_000L);
    assertThat(root.path("automatic").asBoolean(true)).isFalse();
    assertThat(root.path("freedBytes").asLong(-1)).isZero();
    JsonNode set = root.path("sets").path(0);
    assertThat(set.path("description").asText()).isEqualTo("some");
    assertThat(set.path("records").asLong()).isEqualTo(3);
    assertThat(set.path("bytes").asLong()).isEqualTo(root.path("bytes").asLong());
    assertThat(Instant.parse(set.path("lastUsed").asText())).isBeforeOrEqualTo(Instant.now());
    cache("--json");
    assertThat(new ObjectMapper().readTree(out()).has("freedBytes")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"much", "5", "-5GB", "0GB", "999KB", ""})
  void nonsenseIsUsage(String budget) {
    assertThat(cache("--budget", budget)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8)).contains("--budget");
    assertThat(home.resolve("settings")).doesNotExist();
  }

  @Test
  void damagedSettingsAreToldOnStandardError() throws Exception {
    Files.createDirectories(folders.settings());
    Files.writeString(folders.settings().resolve("cache.json"), "{");
    assertThat(cache("--json")).isZero();
    assertThat(err.toString(UTF_8)).contains("cache.json");
    assertThat(new ObjectMapper().readTree(out()).path("automatic").asBoolean()).isTrue();
  }

  @Test
  void aFileInThePlaceOfTheFolderIsASentence() throws Exception {
    Files.createDirectories(home.resolve("cache/pictures"));
    Files.writeString(home.resolve("cache/pictures/features"), "x");
    assertThat(cache()).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString(UTF_8)).contains("could not be read");
  }
}
