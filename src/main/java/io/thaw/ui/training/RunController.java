package io.thaw.ui.training;

import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.worker.JobHandle;
import io.thaw.worker.JobRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.util.Duration;

/**
 * Starts and stops runs. The worker's events go into a queue; a timer shows them ten times a
 * second. All methods are for the FX thread.
 */
public final class RunController {
  private static final Duration TICK = Duration.millis(100);

  private final JobRunner runner;
  private final Executor background;
  private final JobInputs inputs;
  private final TrainingFormModel form;
  private final RunModel model;
  private final StringBinding blocked;
  private final Timeline timer;
  private Queue<JobEvent> events = new ConcurrentLinkedQueue<>();
  private RunProjection projection;
  private CompletableFuture<JobHandle> handle;

  /**
   * A controller.
   *
   * @param background where the worker is started, which takes a moment
   */
  public RunController(
      JobRunner runner,
      Executor background,
      JobInputs inputs,
      TrainingFormModel form,
      RunModel model) {
    this.runner = runner;
    this.background = background;
    this.inputs = inputs;
    this.form = form;
    this.model = model;
    this.blocked =
        Bindings.createStringBinding(
            this::whyNot,
            model.status(),
            inputs.model(),
            inputs.data(),
            inputs.dataProblem(),
            form.problem());
    this.timer = new Timeline(new KeyFrame(TICK, tick -> drain()));
    timer.setCycleCount(Animation.INDEFINITE);
  }

  /** Why no run can be started now, in one sentence; empty when one can. */
  public StringBinding blocked() {
    return blocked;
  }

  /** Starts a run with what the window shows; does nothing when {@link #blocked()}. */
  public void start() {
    if (!blocked.get().isEmpty()) {
      return;
    }
    JobSpec spec = form.job(inputs);
    model.reset(inputs.modelTitle().get());
    projection = new RunProjection(model, spec.training());
    model.status().set(RunStatus.RUNNING);
    Queue<JobEvent> queue = new ConcurrentLinkedQueue<>();
    events = queue;
    handle = CompletableFuture.supplyAsync(() -> runner.start(spec, queue::add), background);
    handle.exceptionally(failure -> reportUnstarted(queue, failure));
    timer.play();
  }

  /** Asks the run to keep what it learned and end; does nothing when none is at work. */
  public void stop() {
    if (model.status().get() == RunStatus.RUNNING) {
      model.status().set(RunStatus.STOPPING);
      handle.thenAccept(JobHandle::stop);
    }
  }

  /** Ends the run's process at once; does nothing when none is at work. */
  public void kill() {
    if (model.status().get().active()) {
      model.status().set(RunStatus.STOPPING);
      handle.thenAccept(JobHandle::kill);
    }
  }

  private static JobHandle reportUnstarted(Queue<JobEvent> queue, Throwable failure) {
    String detail = failure.toString();
    queue.add(new JobEvent.Failed(false, "The training process could not be started.", detail));
    return null;
  }

  private void drain() {
    List<JobEvent> taken = new ArrayList<>();
    for (JobEvent event = events.poll(); event != null; event = events.poll()) {
      taken.add(event);
    }
    if (taken.isEmpty()) {
      return;
    }
    if (taken.stream().anyMatch(JobEvent::terminal)) {
      timer.stop();
    }
    projection.apply(taken);
  }

  private String whyNot() {
    if (model.status().get().active()) {
      return "A run is at work; stop it first.";
    }
    if (inputs.model().get().isEmpty()) {
      return "Pick a model first (step 1).";
    }
    if (!inputs.dataProblem().get().isEmpty()) {
      return inputs.dataProblem().get();
    }
    if (inputs.data().get().isEmpty()) {
      return "Choose a folder of pictures first (step 2).";
    }
    return form.problem().get();
  }
}
