package io.thaw.catalogue;

import io.thaw.network.Architecture;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network of our own without weights, named {@code architecture:NAME@SIZE}.
 *
 * @param size of its pictures, in pixels
 */
public record BuiltInArchitecture(Architecture architecture, int size) {
  /** Smallest picture that leaves the last stage some positions. */
  public static final int SMALLEST = 48;

  /** Largest picture. */
  public static final int LARGEST = 224;

  private static final String PREFIX = "architecture:";
  private static final Pattern NAME = Pattern.compile(PREFIX + "([a-z0-9-]+)@(\\d{1,4})");

  /**
   * Checks the size.
   *
   * @throws BadModelException when it is out of range
   */
  public BuiltInArchitecture {
    if (size < SMALLEST || size > LARGEST) {
      throw new BadModelException(
          "The size of the pictures must lie from %d to %d; it is %d."
              .formatted(SMALLEST, LARGEST, size));
    }
  }

  /**
   * The architecture that a user names.
   *
   * @throws BadModelException when there is none of that name, in one sentence that says which are
   */
  public static BuiltInArchitecture of(String name, int size) {
    Architecture found =
        Architecture.named(name)
            .orElseThrow(
                () ->
                    new BadModelException(
                        "There is no architecture '%s': it is none of %s."
                            .formatted(name, String.join(", ", names()))));
    return new BuiltInArchitecture(found, size);
  }

  /** The names there are. */
  public static List<String> names() {
    return Arrays.stream(Architecture.values()).map(Architecture::id).toList();
  }

  /** What {@code id} stands for, if it names an architecture. */
  public static Optional<BuiltInArchitecture> parse(String id) {
    Matcher matcher = NAME.matcher(id);
    return matcher.matches()
        ? Optional.of(of(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** What a job calls it. */
  public String id() {
    return PREFIX + architecture.id() + "@" + size;
  }

  /** The card; its number of classes means nothing, since the classifier is always replaced. */
  ModelCard card() {
    InputSpec input =
        new InputSpec(
            size, size, false, List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));
    return new ModelCard(
        id(),
        architecture.id(),
        "random weights",
        "not stated",
        "",
        Path.of(""),
        Path.of(architecture.id() + "-symbol.json"),
        Optional.empty(),
        input,
        true,
        List.of(),
        OptionalLong.empty(),
        architecture.network(2));
  }
}
