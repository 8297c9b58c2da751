package io.thaw.network;

import java.util.List;

/**
 * Residual networks of our own, after He et al., "Deep Residual Learning for Image Recognition",
 * 2015, {@code https://arxiv.org/abs/1512.03385}.
 */
public final class ResidualNetworks {
  private ResidualNetworks() {}

  /**
   * A small residual network: a stem that halves the picture, one basic block per stage (each but
   * the first halves again), global average pooling and a classifier with softmax.
   *
   * @param widths channels of each stage, for example 32, 64, 128, 256; at least one
   * @param classes number of classes
   */
  public static Network small(List<Integer> widths, int classes) {
    return staged(widths, widths.stream().map(width -> 1).toList(), classes);
  }

  /**
   * The same with more than one block in some stages.
   *
   * @param widths channels of each stage; at least one
   * @param blocks basic blocks of each stage
   * @param classes number of classes
   */
  public static Network staged(List<Integer> widths, List<Integer> blocks, int classes) {
    NetworkBuilder builder =
        new NetworkBuilder()
            .plainConvolution("stem_conv_fwd", widths.get(0), 3, 2, 1)
            .batchNorm("stem_batchnorm_fwd")
            .relu("stem_relu");
    int channels = widths.get(0);
    for (int stage = 1; stage <= widths.size(); stage++) {
      int width = widths.get(stage - 1);
      for (int block = 1; block <= blocks.get(stage - 1); block++) {
        String name = "stage" + stage + "_block" + block + "_";
        basicBlock(builder, name, channels, width, stage == 1 || block > 1 ? 1 : 2);
        channels = width;
      }
    }
    return builder
        .globalPool("classifier_pool")
        .fullyConnected("classifier_fwd", classes)
        .softmax("classifier_softmax")
        .build();
  }

  private static void basicBlock(
      NetworkBuilder builder, String name, int channels, int width, int stride) {
    String input = builder.top();
    builder
        .plainConvolution(name + "conv1_fwd", width, 3, stride, 1)
        .batchNorm(name + "batchnorm1_fwd")
        .relu(name + "relu1")
        .plainConvolution(name + "conv2_fwd", width, 3, 1, 1)
        .batchNorm(name + "batchnorm2_fwd");
    String residual = builder.top();
    String shortcut = input;
    if (channels != width || stride != 1) {
      builder
          .from(input)
          .plainConvolution(name + "shortcut_conv_fwd", width, 1, stride, 0)
          .batchNorm(name + "shortcut_batchnorm_fwd");
      shortcut = builder.top();
    }
    builder.from(residual).add(name + "add", shortcut).relu(name + "relu2");
  }
}
