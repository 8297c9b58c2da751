package io.thaw.network;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Networks of random structure: chains, residual sums, concatenations, gates. */
public final class RandomNetworks {
  private final Random random;
  private NetworkBuilder builder;
  private int count;

  /** The same seed gives the same networks. */
  public RandomNetworks(long seed) {
    this.random = new Random(seed);
  }

  /** A classifier for pictures with any number of channels. */
  public Network next() {
    builder = new NetworkBuilder(random.nextBoolean() ? "data" : "image");
    count = 0;
    convolution();
    int parts = 1 + random.nextInt(5);
    for (int i = 0; i < parts; i++) {
      part(2);
    }
    if (random.nextBoolean()) {
      builder.globalPool(name("pool"));
    }
    if (random.nextBoolean()) {
      builder.dropout(name("drop"), 0.5);
    }
    builder.fullyConnected(name("dense") + "_fwd", 7);
    return builder.build();
  }

  /** A random half of the layers frozen, under a random rule. */
  FreezePlan plan(Network network) {
    Layers layers = Layers.of(network);
    int until = random.nextInt(layers.list().size() + 1);
    double chance = random.nextDouble();
    Set<String> frozen =
        layers.list().stream()
            .filter(layer -> layer.index() < until || random.nextDouble() < chance)
            .map(Layer::name)
            .collect(Collectors.toSet());
    BatchNormRule[] rules = BatchNormRule.values();
    return new FreezePlan(frozen, rules[random.nextInt(rules.length)]);
  }

  private void part(int depth) {
    switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> convolution();
      case 1 -> builder.batchNorm(name("bn") + "_fwd");
      case 2 -> builder.relu(name("relu"));
      case 3 -> builder.pool(name("pool"), "max", 3, 1, 1);
      case 4 -> branch(depth, true);
      default -> branch(depth, false);
    }
  }

  private void branch(int depth, boolean sum) {
    String start = builder.top();
    inside(depth);
    String left = builder.top();
    if (random.nextBoolean()) {
      builder.from(start);
      inside(depth);
    } else {
      builder.from(start);
    }
    if (sum) {
      builder.add(name("sum"), left);
    } else {
      builder.concat(name("both"), left);
      convolution();
    }
  }

  private void inside(int depth) {
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      part(depth - 1);
    }
  }

  private void convolution() {
    builder.convolution(name("conv") + "_fwd", 4, 3, 1, 1);
  }

  private String name(String word) {
    return word + count++;
  }
}
