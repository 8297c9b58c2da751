package io.thaw.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Between {@link JobEvent} and its JSON line: the event's fields, its type and a sequence number.
 */
public final class EventCodec {
  /** Version of the vocabulary; a reader refuses a {@code started} line with another. */
  public static final int PROTOCOL = 1;

  private final ObjectMapper mapper = JsonFiles.mapper();

  /**
   * A decoded line.
   *
   * @param sequence from 0, without gaps within one worker's life
   */
  public record Line(long sequence, JobEvent event) {}

  /** One line without its line break. */
  public String encode(long sequence, JobEvent event) {
    ObjectNode tree = mapper.createObjectNode();
    tree.put("seq", sequence);
    tree.setAll((ObjectNode) mapper.valueToTree(event));
    return tree.toString();
  }

  /**
   * Decodes one line.
   *
   * @throws BadJobException when the line is no event of this protocol
   */
  public Line decode(String line) {
    try {
      JsonNode tree = mapper.readTree(line);
      if (!tree.isObject() || !tree.path("seq").isIntegralNumber()) {
        throw new BadJobException("The worker sent a line that is no event: " + brief(line));
      }
      long sequence = tree.get("seq").asLong();
      return new Line(sequence, mapper.treeToValue(tree, JobEvent.class));
    } catch (JsonProcessingException e) {
      throw new BadJobException("The worker sent a line that is no event: " + brief(line), e);
    }
  }

  private static String brief(String line) {
    return line.length() <= 200 ? line : line.substring(0, 200) + "…";
  }
}
