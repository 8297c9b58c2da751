package io.thaw.cli;

import io.thaw.job.ClassBalance;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words of {@code --balance}. */
final class BalanceWord implements ITypeConverter<ClassBalance> {
  @Override
  public ClassBalance convert(String word) {
    return Stream.of(ClassBalance.values())
        .filter(it -> it.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of [none, loss, sampling] but was '" + word + "'"));
  }
}
