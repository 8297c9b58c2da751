package io.thaw.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Something about usable pictures, or about a class as a whole, that the user should know.
 *
 * @param kind what it is, for programs
 * @param files the pictures it is about; those that belong together, such as copies of one picture,
 *     make one remark; empty when it is about classes
 * @param sentence the same for the user, one sentence
 */
public record Remark(RemarkKind kind, List<Path> files, String sentence) {
  public Remark {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(sentence, "sentence");
    files = List.copyOf(files);
  }
}
