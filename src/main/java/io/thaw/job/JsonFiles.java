package io.thaw.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.thaw.dataset.DatasetEdits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Versioned JSON files, written whole or not at all. */
public final class JsonFiles {
  private JsonFiles() {}

  /**
   * The mapper for files and messages: names as in the records, enums without regard to case,
   * numbers that JSON lacks as the texts "NaN", "Infinity" and "-Infinity".
   */
  public static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addMixIn(DatasetEdits.class, SparseEdits.class)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /** Builds that know of no groups refuse the field, so it is only written when there are some. */
  private interface SparseEdits {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<List<String>> together();
  }

  /**
   * Reads a file whose {@code version} is at most {@code newest}. Fields that this build does not
   * know are passed over.
   *
   * @throws BadJobException when the file cannot be read, is no such JSON, or is newer
   */
  public static <T> T read(Path file, Class<T> type, int newest) {
    ObjectMapper mapper = mapper();
    return convert(file, mapper, tree(file, mapper, newest), type);
  }

  /**
   * Like {@link #read}, where a field that the file leaves out, or says is null, has the value that
   * it has in {@code defaults}.
   */
  public static <T> T readOver(T defaults, Path file, int newest) {
    return readOver(defaults, file, newest, mapper());
  }

  /** Like {@link #readOver}, but refuses a field that is not known: it may be a slip of the pen. */
  public static <T> T readStrictlyOver(T defaults, Path file, int newest) {
    return readOver(
        defaults, file, newest, mapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
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

  @SuppressWarnings("unchecked")
  private static <T> T readOver(T defaults, Path file, int newest, ObjectMapper mapper) {
    ObjectNode merged = mapper.valueToTree(defaults);
    overlay(merged, tree(file, mapper, newest));
    return convert(file, mapper, merged, (Class<T>) defaults.getClass());
  }

  /** Gives {@code below} what {@code above} says, field by field; a null says nothing. */
  public static void overlay(ObjectNode below, ObjectNode above) {
    for (var field : above.properties()) {
      JsonNode old = below.get(field.getKey());
      if (old instanceof ObjectNode inner && field.getValue() instanceof ObjectNode over) {
        overlay(inner, over);
      } else if (!field.getValue().isNull()) {
        below.set(field.getKey(), field.getValue());
      }
    }
  }

  private static ObjectNode tree(Path file, ObjectMapper mapper, int newest) {
    try {
      if (!(mapper.readTree(Files.readAllBytes(file)) instanceof ObjectNode tree)) {
        throw new BadJobException(file + " is damaged or not a file of this kind.");
      }
      int version = tree.path("version").asInt(0);
      BadJobException.unless(version >= 1, file + " does not say its format version.");
      BadJobException.unless(
          version <= newest,
          file + " has format version " + version + "; this build reads up to " + newest + ".");
      return tree;
    } catch (JsonProcessingException e) {
      throw new BadJobException(file + " is damaged or not a file of this kind.", e);
    } catch (NoSuchFileException e) {
      throw new BadJobException("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new BadJobException(file + " could not be read.", e);
    }
  }

  private static <T> T convert(Path file, ObjectMapper mapper, ObjectNode tree, Class<T> type) {
    try {
      return mapper.treeToValue(tree, type);
    } catch (UnrecognizedPropertyException e) {
      throw new BadJobException(file + " sets " + field(e) + ", which does not exist.", e);
    } catch (JsonMappingException e) {
      throw new BadJobException(
          file + (e.getPath().isEmpty() ? "" : ": " + field(e)) + " has no usable value.", e);
    } catch (JsonProcessingException e) {
      throw new BadJobException(file + " is damaged or not a file of this kind.", e);
    }
  }

  private static String field(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
