package io.thaw.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Groups pictures by content. Contents are read only where sizes are equal. */
final class Copies {
  private final PictureIndex index;

  private Copies(PictureIndex index) {
    this.index = index;
  }

  /** Groups of exact copies, most of them of one picture, in the order of their smallest hash. */
  static List<List<LabeledImage>> groups(
      List<LabeledImage> images, PictureHash hash, PictureIndex index) {
    Copies copies = new Copies(index);
    Map<LabeledImage, Long> order =
        images.stream().collect(Collectors.toMap(Function.identity(), hash::of));
    Comparator<LabeledImage> byHash = Comparator.comparing(order::get);
    List<LabeledImage> sorted = images.stream().sorted(byHash).toList();
    List<List<LabeledImage>> groups = new ArrayList<>();
    for (List<LabeledImage> sameSize : by(sorted, Copies::size)) {
      groups.addAll(sameSize.size() == 1 ? List.of(sameSize) : by(sameSize, copies::content));
    }
    groups.sort(Comparator.comparing(group -> group.get(0), byHash));
    return groups;
  }

  private static Collection<List<LabeledImage>> by(
      List<LabeledImage> images, Function<LabeledImage, String> key) {
    return images.stream().collect(Collectors.groupingBy(key)).values();
  }

  private static String size(LabeledImage image) {
    try {
      return Long.toString(Files.size(image.file()));
    } catch (IOException e) {
      return unique(image);
    }
  }

  private String content(LabeledImage image) {
    return index.contentHash(image.file()).map(HexFormat.of()::formatHex).orElse(unique(image));
  }

  /** A file that cannot be read now is a copy of nothing; decoding it reports the problem. */
  private static String unique(LabeledImage image) {
    return "file " + image.file();
  }
}
