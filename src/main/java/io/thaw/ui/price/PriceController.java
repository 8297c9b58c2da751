package io.thaw.ui.price;

import io.thaw.job.Estimate;
import io.thaw.job.MachineSpeed;
import io.thaw.ui.common.CommandTask;
import io.thaw.ui.common.LatestTask;
import io.thaw.worker.CommandRunner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;

/**
 * Keeps the price in step with everything that it depends on. A machine that was never measured is
 * measured when the first price is asked, as soon as nothing else is at work, and again from the
 * start when something came between. All methods are for the FX thread.
 */
public final class PriceController {
  private static final System.Logger LOG = System.getLogger(PriceController.class.getName());

  /** How fast the machine is, where known, and the price, where it can be told. */
  private record Answer(Optional<MachineSpeed> machine, Optional<Estimate> price) {}

  private final PriceModel model;
  private final PriceInputs inputs;
  private final Supplier<Optional<MachineSpeed>> remembered;
  private final LatestTask<Answer> asking;
  private final CommandTask measurement;
  private final Pricing pricing = new Pricing();

  /** How fast the machine is, once that was looked up or measured. */
  private volatile Optional<MachineSpeed> machine = Optional.empty();

  /** Whether a measurement succeeded since the last one began, so that its result must be there. */
  private boolean measuredOnce;

  /**
   * A controller.
   *
   * @param remembered what was measured before, from the settings; may read files
   * @param background where prices are worked out and the machine is measured
   * @param foreground where {@code model} may be changed
   */
  public PriceController(
      PriceModel model,
      PriceInputs inputs,
      Supplier<Optional<MachineSpeed>> remembered,
      CommandRunner commands,
      Executor background,
      Executor foreground) {
    this.model = model;
    this.inputs = inputs;
    this.remembered = remembered;
    this.asking = new LatestTask<>(background, foreground);
    this.measurement = new CommandTask(commands, background, foreground);
    InvalidationListener change = changed -> ask();
    inputs.observables().forEach(observable -> observable.addListener(change));
    inputs.busy().addListener((property, before, now) -> makeWay(now));
    ask();
  }

  /** Measures this machine once more, whatever is known of it; not while something is at work. */
  public void measure() {
    if (inputs.busy().getValue()) {
      return;
    }
    measuredOnce = false;
    model.failedProperty().set(false);
    model.measuringProperty().set(true);
    measurement.start(List.of("calibrate", "--json"), this::measured);
    ask();
  }

  private void ask() {
    Optional<PriceQuestion> question = inputs.question();
    if (question.isEmpty()) {
      asking.cancel();
      model.showNone(inputs.missing());
    } else {
      asking.submit(() -> answer(question.get()), this::show, this::cannotTell);
    }
  }

  private Answer answer(PriceQuestion question) {
    if (machine.isEmpty()) {
      machine = remembered.get();
    }
    Optional<MachineSpeed> known = machine;
    return new Answer(known, known.flatMap(it -> pricing.of(question, it)));
  }

  private void show(Answer answer) {
    if (answer.price().isPresent()) {
      model.show(answer.price().get());
    } else if (answer.machine().isPresent()) {
      model.showNone("It cannot be told for this network: a layer's work is not known.");
    } else if (measuredOnce) {
      failed("what was measured cannot be found");
    } else if (!model.failedProperty().get()) {
      awaitMachine();
    }
  }

  /** Nothing can be told before the machine is measured. */
  private void awaitMachine() {
    if (inputs.busy().getValue()) {
      model.showNone("Known once this machine was measured, after what is running now.");
    } else {
      model.showNone("This machine is being measured, once, which takes half a minute.");
      if (!model.measuringProperty().get()) {
        measure();
      }
    }
  }

  private void makeWay(boolean busy) {
    if (busy) {
      measurement.stop();
      model.measuringProperty().set(false);
    }
    ask();
  }

  private void measured(CommandRunner.Result result) {
    model.measuringProperty().set(false);
    if (result.exitCode() == 0) {
      machine = Optional.empty();
      measuredOnce = true;
      ask();
    } else {
      failed(result.message().isBlank() ? "the measurement was ended" : result.message());
    }
  }

  private void failed(String message) {
    LOG.log(System.Logger.Level.WARNING, "This machine could not be measured: " + message);
    model.failedProperty().set(true);
    if (model.estimateProperty().get() == null) {
      model.showNone("This machine could not be measured: " + message);
    }
  }

  private void cannotTell(Exception problem) {
    LOG.log(System.Logger.Level.WARNING, "A price could not be worked out.", problem);
    model.showNone("It could not be worked out: " + problem.getMessage());
  }
}
