package io.thaw.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Between {@link JobEvent} and its JSON line: the event's fields, its type and a sequence number. A
 * number that JSON lacks, such as the loss of a run that diverged, is the text "NaN", "Infinity" or
 * "-Infinity".
 */
public final class EventCodec {
  /** Version of the vocabulary; a reader refuses a {@code started} line with another. */
  public static final int PROTOCOL = 1;

  private final ObjectMapper mapper = JsonFiles.mapper();

  /**
   * A decoded line.
   *
   * @param sequence without gaps, from 0 for a new run and from the next number for a resumed one
   */
  public record Line(long sequence, JobEvent event) {}

  /** One line without its line break. */
  public String encode(long sequence, JobEvent event) {
    if (event instanceof JobEvent.Unknown) {
      throw new IllegalArgumentException("An unknown event has no line: " + event);
    }
    ObjectNode tree = mapper.createObjectNode();
    tree.put("seq", sequence);
    tree.setAll((ObjectNode) mapper.valueToTree(event));
    return tree.toString();
  }

  /**
   * Decodes one line; an event of a type that this build does not know becomes {@link
   * JobEvent.Unknown}.
   *
   * @throws BadJobException when the line is no event of this protocol
   */
  public Line decode(String line) {
    try {
      JsonNode tree = mapper.readTree(line);
      if (!isNumbered(tree) || !tree.path("type").isTextual()) {
        throw new BadJobException("The worker sent a line that is no event: " + brief(line));
      }
      return new Line(tree.get("seq").asLong(), event(tree));
    } catch (JsonProcessingException e) {
      throw new BadJobException("The worker sent a line that is no event: " + brief(line), e);
    }
  }

  private static boolean isNumbered(JsonNode tree) {
    JsonNode sequence = tree.path("seq");
    return sequence.isIntegralNumber() && sequence.canConvertToLong();
  }

  private JobEvent event(JsonNode tree) throws JsonProcessingException {
    try {
      return mapper.treeToValue(tree, JobEvent.class);
    } catch (InvalidTypeIdException e) {
      return new JobEvent.Unknown(tree.get("type").asText());
    }
  }

  private static String brief(String line) {
    return line.length() <= 200 ? line : line.substring(0, 200) + "…";
  }
}
