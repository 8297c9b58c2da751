package io.thaw.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Versioned JSON files, written whole or not at all. */
public final class JsonFiles {
  private JsonFiles() {}

  /** The mapper for files and messages: names as in the records, enums without regard to case. */
  public static ObjectMapper mapper() {
    return JsonMapper.builder()
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /**
   * Reads a file whose {@code version} is at most {@code newest}.
   *
   * @throws BadJobException when the file cannot be read, is no such JSON, or is newer
   */
  public static <T> T read(Path file, Class<T> type, int newest) {
    try {
      ObjectMapper mapper = mapper();
      JsonNode tree = mapper.readTree(Files.readAllBytes(file));
      int version = tree.path("version").asInt(0);
      BadJobException.unless(
          version >= 1 && version <= newest,
          file + " has format version " + version + "; this build reads up to " + newest + ".");
      return mapper.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new BadJobException(file + " is damaged or not a file of this kind.", e);
    } catch (IOException e) {
      throw new BadJobException(file + " could not be read.", e);
    }
  }

  /**
   * Writes {@code value} as indented JSON.
   *
   * @throws BadJobException when the file cannot be written; an older file stays as it was
   */
  public static void write(Path file, Object value) {
    try {
      AtomicFiles.write(
          file, mapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(value));
    } catch (IOException e) {
      throw new BadJobException(file + " could not be written.", e);
    }
  }
}
