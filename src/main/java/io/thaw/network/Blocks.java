package io.thaw.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides a run of layers into blocks. */
final class Blocks {

  /** Layers from one position to before another. */
  record Span(int from, int to) {}

  private final LayerChain chain;
  private final BlockNames names;

  Blocks(LayerChain chain, BlockNames names) {
    this.chain = chain;
    this.names = names;
  }

  /** Blocks that cover the run from its start; what follows the last block belongs to none. */
  List<Span> in(Span run) {
    return names.areTelling() ? byName(run) : byPosition(run);
  }

  private List<Span> byName(Span run) {
    List<Span> blocks = new ArrayList<>();
    int start = run.from();
    Optional<String> current = Optional.empty();
    for (int i = run.from(); i < run.to(); i++) {
      Optional<String> key = names.of(i);
      if (key.isPresent() && current.isPresent() && !key.equals(current)) {
        blocks.add(new Span(start, i));
        start = i;
      }
      current = key.isPresent() ? key : current;
    }
    if (start < run.to()) {
      blocks.add(new Span(start, run.to()));
    }
    return blocks;
  }

  /** A block ends where paths have met again, activation included. */
  private List<Span> byPosition(Span run) {
    List<Span> blocks = new ArrayList<>();
    int start = run.from();
    boolean joined = false;
    for (int i = run.from(); i < run.to(); i++) {
      joined |= chain.isJoin(i);
      if (joined && chain.isCut(i) && !continuesAt(i + 1, run.to())) {
        blocks.add(new Span(start, i + 1));
        start = i + 1;
        joined = false;
      }
    }
    return blocks;
  }

  private boolean continuesAt(int next, int end) {
    return next < end
        && chain.isCut(next)
        && !chain.hasParameters(next)
        && !chain.isJoin(next)
        && chain.downsampling(next) == chain.downsampling(next - 1);
  }
}
