package io.thaw.engine;

import io.thaw.engine.onnx.UnsupportedOperatorException;
import io.thaw.network.Network;
import io.thaw.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the fastest runner of a frozen prefix that gives the training engine's numbers. */
public final class FrozenRunners {
  private static final System.Logger LOG = System.getLogger(FrozenRunners.class.getName());

  private FrozenRunners() {}

  /**
   * A runner that agrees with the training engine.
   *
   * @param runner to be closed by whoever opened it
   * @param engine name and version, for example {@code ONNX Runtime 1.23.2}
   * @param reason one sentence saying why it is not the fastest engine; empty if it is
   */
  public record Opened(FrozenRunner runner, String engine, Optional<String> reason) {}

  /**
   * Opens ONNX Runtime if it agrees with MXNet within {@link PrefixAgreement#TOLERANCE} on some
   * pictures; otherwise MXNet with fused operators, if those agree; otherwise MXNet without.
   *
   * @param prefix picture (variable {@code data}) to boundary tensor
   * @param parameters a tensor for every parameter of the prefix
   * @param input shape of one picture, {@code [3, H, W]}
   * @param boundary shape of one boundary tensor, without the batch axis
   * @param pictures {@code [count, 3, H, W]}, a few real ones, as for {@link FrozenRunner#run}
   */
  public static Opened open(
      EngineSession session,
      Network prefix,
      Map<String, Tensor> parameters,
      TensorShape input,
      TensorShape boundary,
      FloatBuffer pictures,
      int count) {
    return new Choice(pictures, count)
        .open(
            () -> MxFrozenRunner.unfused(session, prefix, parameters, input, boundary),
            () -> new OrtFrozenRunner(prefix, parameters, input, boundary),
            () -> new MxFrozenRunner(session, prefix, parameters, input, boundary));
  }

  /** The choice between runners, whatever they are. */
  record Choice(FloatBuffer pictures, int count) {

    /** A runner that agrees, or what is wrong with it. */
    private record Attempt(Optional<FrozenRunner> runner, String problem) {}

    Opened open(
        Supplier<FrozenRunner> trusted,
        Supplier<FrozenRunner> fastest,
        Supplier<FrozenRunner> fused) {
      Opening opening = new Opening(fastest);
      FloatBuffer wanted;
      try (FrozenRunner reference = trusted.get()) {
        wanted = PrefixAgreement.features(reference, pictures, count);
      } catch (RuntimeException e) {
        opening.abandon();
        throw e;
      }
      Attempt first = attempt(OrtFrozenRunner.ENGINE, opening, wanted);
      if (first.runner.isPresent()) {
        return new Opened(first.runner.get(), OrtFrozenRunner.ENGINE, Optional.empty());
      }
      Attempt second = attempt(MxFrozenRunner.ENGINE + " with fused operators", fused, wanted);
      if (second.runner.isPresent()) {
        return new Opened(
            second.runner.get(), MxFrozenRunner.ENGINE, Optional.of(first.problem + "."));
      }
      String both = first.problem + ", and " + second.problem + ".";
      return new Opened(trusted.get(), MxFrozenRunner.ENGINE, Optional.of(both));
    }

    private Attempt attempt(String engine, Supplier<FrozenRunner> open, FloatBuffer wanted) {
      FrozenRunner runner;
      try {
        runner = open.get();
      } catch (RuntimeException e) {
        return failed(engine, e);
      }
      try {
        double difference =
            PrefixAgreement.difference(PrefixAgreement.features(runner, pictures, count), wanted);
        if (difference <= PrefixAgreement.TOLERANCE) {
          return new Attempt(Optional.of(runner), "");
        }
        runner.close();
        return new Attempt(Optional.empty(), apart(engine, difference));
      } catch (RuntimeException e) {
        runner.close();
        return failed(engine, e);
      }
    }

    private static String apart(String engine, double difference) {
      return String.format(
          Locale.ROOT, "%s differs from MXNet by %.1e on the first pictures", engine, difference);
    }

    private static Attempt failed(String engine, RuntimeException problem) {
      if (problem instanceof UnsupportedOperatorException) {
        LOG.log(System.Logger.Level.INFO, problem.getMessage());
      } else {
        LOG.log(System.Logger.Level.WARNING, engine + " cannot run the frozen layers.", problem);
      }
      String why = problem.getMessage();
      return new Attempt(
          Optional.empty(),
          engine + " cannot run the frozen layers: " + String.valueOf(why).replaceAll("\\.$", ""));
    }
  }
}
