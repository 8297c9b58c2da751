package io.thaw.run;

import io.thaw.network.Network;
import io.thaw.network.NetworkBuilder;
import io.thaw.network.TensorShape;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Small networks that tell how fast an engine is, each with mostly one kind of work. */
final class SyntheticNetworks {
  static final TensorShape TINY_PICTURE = TensorShape.of(3, 8, 8);

  private static final int CLASSES = 8;

  private SyntheticNetworks() {}

  /** One for each kind, in the order of {@link RateSolver}. */
  static List<Network> all() {
    return List.of(
        network(SyntheticNetworks::dense),
        network(SyntheticNetworks::pointwise),
        network(SyntheticNetworks::grouped),
        connected(),
        network(SyntheticNetworks::normalised),
        network(SyntheticNetworks::moved));
  }

  /** Next to no work, so that what remains is fixed. */
  static Network tiny() {
    NetworkBuilder builder = new NetworkBuilder().convolution("stem", 8, 3, 2, 1).relu("relu");
    return classified(builder);
  }

  private static Network network(Consumer<NetworkBuilder> middle) {
    NetworkBuilder builder =
        new NetworkBuilder().convolution("stem", 32, 3, 2, 1).relu("stem_relu");
    middle.accept(builder);
    return classified(builder);
  }

  /** Behind layers that read all positions there are none to average over. */
  static Network connected() {
    NetworkBuilder builder = new NetworkBuilder().convolution("stem", 32, 3, 2, 1);
    connected(builder);
    return builder.fullyConnected("classifier", CLASSES).softmax("softmax").build();
  }

  /**
   * Halves the sides some times. Gradients come out of global pooling slowly and in another memory
   * layout than convolutions give them, so that it must not stand right behind what is measured.
   */
  private static void shrink(NetworkBuilder builder, int times) {
    for (int i = 1; i <= times; i++) {
      convolution(builder, "shrink" + i, 32, 3, 2);
    }
  }

  private static Network classified(NetworkBuilder builder) {
    return builder
        .globalPool("pool")
        .fullyConnected("classifier", CLASSES)
        .softmax("softmax")
        .build();
  }

  private static void dense(NetworkBuilder builder) {
    convolution(builder, "wide1", 64, 3, 2);
    convolution(builder, "wide2", 64, 3, 1);
    convolution(builder, "wide3", 128, 3, 2);
    convolution(builder, "wide4", 128, 3, 1);
    shrink(builder, 2);
  }

  /** Widening and narrowing, as most networks have it around their other convolutions. */
  private static void pointwise(NetworkBuilder builder) {
    convolution(builder, "shrink", 32, 3, 2);
    for (int i = 1; i <= 2; i++) {
      convolution(builder, "widen" + i, 192, 1, 1);
      convolution(builder, "narrow" + i, 32, 1, 1);
    }
    convolution(builder, "shorten", 64, 3, 2);
    for (int i = 3; i <= 4; i++) {
      convolution(builder, "widen" + i, 384, 1, 1);
      convolution(builder, "narrow" + i, 64, 1, 1);
    }
    shrink(builder, 2);
  }

  private static void convolution(
      NetworkBuilder builder, String name, int filters, int kernel, int stride) {
    builder.convolution(name, filters, kernel, stride, kernel / 2).relu(name + "_relu");
  }

  private static void grouped(NetworkBuilder builder) {
    convolution(builder, "widen1", 64, 1, 1);
    depthwise(builder, "depthwise1", 64, 1);
    depthwise(builder, "depthwise2", 64, 2);
    convolution(builder, "widen2", 128, 1, 1);
    depthwise(builder, "depthwise3", 128, 1);
    depthwise(builder, "depthwise4", 128, 1);
    depthwise(builder, "depthwise5", 128, 2);
    depthwise(builder, "depthwise6", 128, 1);
    shrink(builder, 2);
  }

  private static void depthwise(NetworkBuilder builder, String name, int channels, int stride) {
    Map<String, String> groups = Map.of("num_group", Integer.toString(channels));
    builder.convolution(name, channels, 3, stride, 1, groups).relu(name + "_relu");
  }

  private static void connected(NetworkBuilder builder) {
    builder
        .pool("squeeze", "max", 12, 12, 0)
        .fullyConnected("connected1", 2048)
        .relu("relu1")
        .fullyConnected("connected2", 2048)
        .relu("relu2");
  }

  private static void normalised(NetworkBuilder builder) {
    for (int i = 1; i <= 4; i++) {
      builder.convolution("narrow" + i, 32, 1, 1, 0).relu("relu" + i).batchNorm("normalise" + i);
    }
    shrink(builder, 3);
  }

  private static void moved(NetworkBuilder builder) {
    String stem = builder.top();
    for (int i = 1; i <= 3; i++) {
      Map<String, String> limits = Map.of("a_min", "0.0", "a_max", "6.0");
      builder
          .relu("relu" + i)
          .operator("clip" + i, "clip", limits, List.of(builder.top()))
          .add("add" + i, stem);
    }
    shrink(builder, 3);
  }
}
