package io.thaw.cli;

import io.thaw.job.ClassBalance;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words of {@code --balance}. */
final class BalanceWord implements ITypeConverter<ClassBalance> {
  @Override
  public ClassBalance convert(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "none" -> ClassBalance.NONE;
      case "loss" -> ClassBalance.WEIGHTED_LOSS;
      case "sampling" -> ClassBalance.BALANCED_SAMPLING;
      default ->
          throw new TypeConversionException(
              "expected one of [none, loss, sampling] but was '" + word + "'");
    };
  }
}
