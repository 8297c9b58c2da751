package io.thaw.network;

import io.thaw.network.Blocks.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Groups layers as people speak of them: stem, stages with blocks, classifier.
 *
 * <p>Stages come from names where names tell them; otherwise a stage begins where the single tensor
 * that everything passes through gets smaller. Blocks come from names too, otherwise from where
 * residual sums and concatenations meet. Groups are contiguous in layer order.
 */
final class Grouping {
  private static final Pattern STAGE =
      Pattern.compile("(?:^|_)(?:stage|layers?|down)_?(\\d{1,4})(?:_|$)");

  private final LayerChain chain;
  private final int classifier;
  private final Blocks blocks;
  private final BlockNames names;
  private final List<List<String>> paths;

  private Grouping(Network network) {
    this.chain = new LayerChain(network);
    this.classifier = classifierStart(network, chain);
    this.names = new BlockNames(chain, classifier);
    this.blocks = new Blocks(chain, names);
    this.paths = new ArrayList<>(Collections.nCopies(chain.size(), List.of()));
  }

  /** The names of the groups around each layer, outermost first. */
  static List<List<String>> paths(Network network) {
    Grouping grouping = new Grouping(network);
    grouping.assign();
    return grouping.paths;
  }

  private void assign() {
    List<OptionalInt> stages = IntStream.range(0, classifier).mapToObj(this::namedStage).toList();
    if (stages.stream().anyMatch(OptionalInt::isPresent)) {
      assignNamedStages(stages);
    } else if (names.areTelling()) {
      assignNamedBlocks();
    } else {
      assignByPosition();
    }
    if (classifier > 0) {
      put(new Span(classifier, chain.size()), "classifier");
    }
  }

  private OptionalInt namedStage(int layer) {
    Matcher matcher = STAGE.matcher(chain.node(layer).name());
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  private void assignNamedStages(List<OptionalInt> named) {
    int first =
        IntStream.range(0, classifier).filter(i -> named.get(i).isPresent()).min().orElse(0);
    int end =
        IntStream.range(0, classifier).filter(i -> named.get(i).isPresent()).max().orElse(0) + 1;
    put(new Span(0, first), "stem");
    int start = first;
    int stage = named.get(first).orElseThrow();
    for (int i = first; i < end; i++) {
      int here = Math.max(stage, named.get(i).orElse(stage));
      if (here > stage) {
        putStage(new Span(start, i), stage);
        start = i;
        stage = here;
      }
    }
    putStage(new Span(start, end), stage);
    put(new Span(end, classifier), "final");
  }

  private void putStage(Span run, int stage) {
    List<Span> found = blocks.in(run);
    put(run, "stage" + stage);
    putBlocks(found, run.to(), stage);
  }

  /** MobileNets: blocks of the most frequent family form the stages. */
  private void assignNamedBlocks() {
    List<Span> all = blocks.in(new Span(0, classifier));
    String main = mainFamily(all);
    int first = 0;
    while (!family(all.get(first)).equals(main)) {
      first++;
    }
    if (first == 0 && all.size() > 1) {
      first = 1; // What takes the picture is the stem, whatever it is called.
    }
    int last = all.size() - 1;
    while (last > first && !family(all.get(last)).equals(main)) {
      last--;
    }
    put(new Span(0, all.get(first).from()), "stem");
    assignStages(all.subList(first, last + 1));
    put(new Span(all.get(last).to(), classifier), "final");
  }

  private String mainFamily(List<Span> all) {
    return all.stream()
        .map(this::family)
        .max((a, b) -> Integer.compare(count(all, a), count(all, b)))
        .orElseThrow();
  }

  private int count(List<Span> all, String family) {
    return (int) all.stream().filter(span -> family(span).equals(family)).count();
  }

  private String family(Span block) {
    return names.of(block.from()).map(BlockNames::family).orElse("");
  }

  private void assignByPosition() {
    int stem = stemEnd();
    List<Span> found = blocks.in(new Span(stem, classifier));
    if (found.isEmpty()) {
      assignPlainChain();
      return;
    }
    put(new Span(0, stem), "stem");
    assignStages(found);
    put(new Span(found.get(found.size() - 1).to(), classifier), "final");
  }

  /** The stem ends with the last downsampling before paths part for the first time. */
  private int stemEnd() {
    int join = IntStream.range(0, classifier).filter(chain::isJoin).findFirst().orElse(0);
    List<Integer> cuts = IntStream.range(0, join).filter(chain::isCut).boxed().toList();
    if (cuts.isEmpty()) {
      return 0;
    }
    int end = cuts.get(0);
    for (int i = 1; i < cuts.size(); i++) {
      if (chain.downsampling(cuts.get(i)) > chain.downsampling(cuts.get(i - 1))) {
        end = cuts.get(i);
      }
    }
    boolean weighted = chain.hasParameters(end);
    while (weighted && end + 1 < join && chain.isCut(end + 1) && completes(end + 1)) {
      end++;
    }
    return end + 1;
  }

  /** Normalisation and activation belong to the convolution before them. */
  private boolean completes(int layer) {
    return chain.isNormalisation(layer)
        || (!chain.hasParameters(layer)
            && chain.downsampling(layer) == chain.downsampling(layer - 1));
  }

  private void assignPlainChain() {
    int start = 0;
    int stage = 1;
    for (int i = 1; i <= classifier; i++) {
      if (i == classifier || chain.downsampling(i) > chain.downsampling(i - 1)) {
        put(new Span(start, i), "stage" + stage++);
        start = i;
      }
    }
  }

  private void assignStages(List<Span> all) {
    int start = 0;
    int stage = 1;
    for (int i = 1; i <= all.size(); i++) {
      if (i == all.size() || scale(all.get(i)) != scale(all.get(i - 1))) {
        putBlocks(all.subList(start, i), all.get(i - 1).to(), stage++);
        start = i;
      }
    }
  }

  private int scale(Span block) {
    return chain.downsampling(block.to() - 1);
  }

  /** Blocks of a stage; layers after the last one count to it. */
  private void putBlocks(List<Span> found, int end, int stage) {
    for (int i = 0; i < found.size(); i++) {
      boolean last = i == found.size() - 1;
      Span block = new Span(found.get(i).from(), last ? end : found.get(i).to());
      put(block, "stage" + stage, "block" + (i + 1));
    }
  }

  private void put(Span span, String... path) {
    for (int i = span.from(); i < span.to(); i++) {
      paths.set(i, List.of(path));
    }
  }

  private static int classifierStart(Network network, LayerChain chain) {
    int flat =
        IntStream.range(0, chain.size())
            .filter(i -> chain.isCut(i) && chain.downsampling(i) == LayerChain.FLAT)
            .findFirst()
            .orElse(chain.size());
    try {
      return Math.min(flat, chain.positionOf(FeatureLayer.find(network)) + 1);
    } catch (BadNetworkException e) {
      return flat; // Without a replaceable classifier, what has no positions counts as one.
    }
  }
}
