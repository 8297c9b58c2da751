package io.thaw.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What layer names say of blocks, for example {@code conv2d_7} of {@code conv2d_7_depthwise}. */
final class BlockNames {
  /** A number between underscores ends a block's name, and so does a word such as block2. */
  private static final Pattern NUMBERED =
      Pattern.compile("^(.*?(?:_\\d+|(?:block|bottleneck|unit|fire|mixed|inception)\\d+))_.+");

  private static final double MOST = 0.8;

  private final List<Optional<String>> keys = new ArrayList<>();

  BlockNames(LayerChain chain, int end) {
    Set<String> families = new HashSet<>();
    for (int i = 0; i < end; i++) {
      Matcher matcher = NUMBERED.matcher(chain.node(i).name());
      keys.add(matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty());
      keys.get(i).map(BlockNames::family).ifPresent(families::add);
    }
    for (int i = 0; i < end; i++) {
      if (keys.get(i).isEmpty()) {
        keys.set(i, longestFamily(families, chain.node(i).name()));
      }
    }
  }

  /** Whether nearly every layer's name tells its block. */
  boolean areTelling() {
    long known = keys.stream().filter(Optional::isPresent).count();
    return !keys.isEmpty() && known >= MOST * keys.size();
  }

  /** The block that the layer's name tells, in words; a layer without one lies where it lies. */
  Optional<String> of(int layer) {
    return keys.get(layer);
  }

  /** The block's name without its number. */
  static String family(String key) {
    return key.replaceAll("_?\\d+$", "");
  }

  /** The first of a family often has no number: conv, conv_1, conv_2. */
  private static Optional<String> longestFamily(Set<String> families, String name) {
    return families.stream()
        .filter(family -> name.startsWith(family + "_"))
        .max((a, b) -> Integer.compare(a.length(), b.length()));
  }
}
