package io.thaw.network;

import java.util.List;
import java.util.Set;

/**
 * Knows which operators tell a linear classifier on averages over all positions nothing new: those
 * that leave the averages as they are, or only shift and scale each channel, which a classifier on
 * standardised features does not see.
 */
final class PooledRepeats {
  private static final Set<String> SAME =
      Set.of("Dropout", "Flatten", "flatten", "identity", "_copy", "BlockGrad", "stop_gradient");
  private static final Set<String> PER_CHANNEL =
      Set.of("BatchNorm", "BatchNorm_v1", "_contrib_SyncBatchNorm");
  private static final Set<String> WITH_A_CONSTANT =
      Set.of(
          "_plus_scalar",
          "_PlusScalar",
          "_minus_scalar",
          "_MinusScalar",
          "_mul_scalar",
          "_MulScalar",
          "_div_scalar",
          "_DivScalar");

  private PooledRepeats() {}

  /**
   * Whether an operator's averages say what those of its first input say.
   *
   * @param input shape of that, with the batch axis
   * @param output shape of the operator's output, with the batch axis
   */
  static boolean isRepeat(Node node, TensorShape input, TensorShape output) {
    Attributes settings = new Attributes(node);
    String operator = node.operator();
    if (SAME.contains(operator) || WITH_A_CONSTANT.contains(operator)) {
      return true;
    }
    if (PER_CHANNEL.contains(operator)) {
      return settings.integer("axis", 1) == 1;
    }
    boolean onePosition = output.elements() == input.size(1);
    return input.rank() == 4 && onePosition && isAverage(settings, operator, input);
  }

  private static boolean isAverage(Attributes settings, String operator, TensorShape input) {
    return switch (operator) {
      case "Pooling", "Pooling_v1" -> isAveragePooling(settings, input);
      case "_contrib_AdaptiveAvgPooling2D" -> true;
      case "mean", "sum" -> overPositions(settings, input.rank());
      case "Reshape", "reshape" -> input.elements() == input.size(1);
      default -> false;
    };
  }

  private static boolean isAveragePooling(Attributes settings, TensorShape input) {
    if (!settings.text("pool_type", "max").equals("avg")) {
      return false;
    }
    List<Integer> all = input.sizes().subList(2, 4);
    boolean whole =
        settings.spatial("kernel", 2, 1).equals(all)
            && settings.spatial("pad", 2, 0).equals(List.of(0, 0));
    return settings.flag("global_pool", false) || whole;
  }

  private static boolean overPositions(Attributes settings, int rank) {
    Set<Integer> axes = Set.of(2, 3);
    List<Integer> named = settings.tuple("axis").orElse(List.of());
    return named.size() == 2
        && named.stream().allMatch(it -> axes.contains(it < 0 ? it + rank : it));
  }
}
