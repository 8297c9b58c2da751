package io.thaw.run;

import io.thaw.catalogue.BadModelException;
import io.thaw.dataset.BadDatasetException;
import io.thaw.engine.BadParametersException;
import io.thaw.engine.EngineUnavailableException;
import io.thaw.job.BadJobException;
import io.thaw.job.JobEvent;
import io.thaw.network.BadNetworkException;
import io.thaw.tuning.DivergedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What an exception means to the user. */
public final class Failures {
  private static final List<Class<? extends Exception>> BAD_INPUT =
      List.of(
          BadJobException.class,
          BadModelException.class,
          BadDatasetException.class,
          BadParametersException.class,
          BadNetworkException.class);
  private static final List<Class<? extends Exception>> EXPLAINED =
      List.of(
          DivergedException.class, EngineUnavailableException.class, FrozenChangedException.class);

  private Failures() {}

  /** Whether the user's input is the reason. */
  public static boolean isBadInput(Throwable failure) {
    return BAD_INPUT.stream().anyMatch(type -> type.isInstance(failure));
  }

  /** One sentence. */
  public static String sentence(Throwable failure) {
    if (isBadInput(failure) || EXPLAINED.stream().anyMatch(type -> type.isInstance(failure))) {
      return failure.getMessage();
    }
    if (failure instanceof OutOfMemoryError) {
      return "Memory ran out; a smaller batch or more frozen layers need less.";
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      return "A file could not be read or written: " + firstLine(failure) + ".";
    }
    return "Something went wrong inside Thaw: " + firstLine(failure) + ".";
  }

  /** The terminal event for an exception. */
  public static JobEvent.Failed event(Throwable failure) {
    return new JobEvent.Failed(isBadInput(failure), sentence(failure), cause(failure));
  }

  private static String firstLine(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return message.lines().findFirst().orElse(failure.getClass().getSimpleName());
  }

  /** The chain of causes, innermost last. */
  private static String cause(Throwable failure) {
    StringBuilder chain = new StringBuilder();
    for (Throwable it = failure; it != null; it = it.getCause()) {
      chain.append(chain.isEmpty() ? "" : " <- ").append(it);
    }
    return chain.toString();
  }
}
