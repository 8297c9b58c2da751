package io.thaw.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.PicturePaths;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One message of a worker: a JSON object on one line. A run sends {@link Started} first and ends
 * with exactly one terminal event; the parent makes {@link Crashed} when none came. A run that is
 * resumed begins another time with {@link Started}, whatever its last event was, and numbers its
 * lines on.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JobEvent.Started.class, name = "started"),
  @JsonSubTypes.Type(value = JobEvent.PhaseStarted.class, name = "phase"),
  @JsonSubTypes.Type(value = JobEvent.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = JobEvent.DataReady.class, name = "data"),
  @JsonSubTypes.Type(value = JobEvent.ProblemFound.class, name = "problem"),
  @JsonSubTypes.Type(value = JobEvent.PlanReady.class, name = "plan"),
  @JsonSubTypes.Type(value = JobEvent.FeaturesReady.class, name = "features"),
  @JsonSubTypes.Type(value = JobEvent.Resumed.class, name = "resumed"),
  @JsonSubTypes.Type(value = JobEvent.BatchDone.class, name = "batch"),
  @JsonSubTypes.Type(value = JobEvent.EpochDone.class, name = "epoch"),
  @JsonSubTypes.Type(value = JobEvent.LayersMoved.class, name = "moved"),
  @JsonSubTypes.Type(value = JobEvent.Notice.class, name = "notice"),
  @JsonSubTypes.Type(value = JobEvent.Completed.class, name = "completed"),
  @JsonSubTypes.Type(value = JobEvent.Cancelled.class, name = "cancelled"),
  @JsonSubTypes.Type(value = JobEvent.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = JobEvent.Crashed.class, name = "crashed")
})
public sealed interface JobEvent {

  /** Whether a run ends with this event. */
  default boolean terminal() {
    return this instanceof Terminal;
  }

  /** The events that end a run. */
  sealed interface Terminal extends JobEvent {}

  /**
   * The worker is up.
   *
   * @param protocol version of this vocabulary, {@link EventCodec#PROTOCOL}
   * @param thaw version of the program
   * @param pid the worker's process id
   * @param run absolute path of the run folder
   */
  record Started(int protocol, String thaw, long pid, String run) implements JobEvent {}

  /** A new phase began. */
  record PhaseStarted(Phase phase) implements JobEvent {
    public PhaseStarted {
      Objects.requireNonNull(phase, "phase");
    }
  }

  /**
   * How far the phase is.
   *
   * @param done of {@code total}, in pictures
   * @param imagesPerSecond rate so far; 0 while unknown
   * @param secondsLeft of this phase; negative while unknown
   */
  record Progress(Phase phase, long done, long total, double imagesPerSecond, double secondsLeft)
      implements JobEvent {
    public Progress {
      Objects.requireNonNull(phase, "phase");
    }
  }

  /** The folder was read and split. */
  record DataReady(List<String> classes, int trainImages, int valImages, int problems)
      implements JobEvent {
    public DataReady {
      classes = List.copyOf(classes);
    }
  }

  /**
   * A picture that is left out.
   *
   * @param reason why, in words
   * @param kind the same for programs, the JSON name of a {@link io.thaw.dataset.ProblemKind}; null
   *     in files written before there were kinds
   */
  record ProblemFound(
      String file, String reason, @JsonInclude(JsonInclude.Include.NON_NULL) String kind)
      implements JobEvent {
    /** The event for a dataset's problem. */
    public static ProblemFound of(ImageProblem problem) {
      return new ProblemFound(
          PicturePaths.text(problem.file()), problem.reason(), problem.kind().jsonName());
    }
  }

  /**
   * The network was cut.
   *
   * @param boundaryLayer the last layer of the frozen prefix; null when nothing is cut off
   * @param frozenLayers layers with parameters that stay as they are
   * @param trainableLayers layers with parameters that learn, the new head among them
   * @param trainableParameters numbers that learn
   * @param frozenValues numbers that must not change
   */
  record PlanReady(
      String boundaryLayer,
      int frozenLayers,
      int trainableLayers,
      long trainableParameters,
      long frozenValues)
      implements JobEvent {}

  /**
   * The pictures are taken in: each record, a picture or an augmented view of it, is kept as what
   * the layers that learn take.
   *
   * @param engine that runs the frozen layers; null where none are cut off
   * @param views augmented views kept of each training picture
   * @param fromCache records that earlier runs had computed
   * @param computed records that this run computed
   * @param notKept records without room, which every epoch computes anew
   */
  record FeaturesReady(String engine, int views, long fromCache, long computed, long notKept)
      implements JobEvent {}

  /**
   * The run goes on from where an earlier part of it was kept. What that part told of later steps
   * and epochs is void: they come again.
   *
   * @param epoch the last whole epoch, 0 for none
   * @param step the last step, counted over the whole run
   */
  record Resumed(int epoch, long step) implements JobEvent {}

  /**
   * Some training steps were taken. Fast runs fold several steps into one event.
   *
   * @param epoch from 1
   * @param step the last step, from 1, counted over the whole run
   * @param steps of the whole run
   * @param loss mean cross entropy over the steps since the last such event
   * @param accuracy share of right answers over the same pictures
   * @param learningRate at the last step
   * @param secondsLeft of training and validation; negative while unknown
   */
  record BatchDone(
      int epoch,
      long step,
      long steps,
      double loss,
      double accuracy,
      double learningRate,
      double imagesPerSecond,
      double secondsLeft)
      implements JobEvent {}

  /** An epoch ended and was validated. */
  record EpochDone(EpochRecord record, int epochs) implements JobEvent {
    public EpochDone {
      Objects.requireNonNull(record, "record");
    }
  }

  /**
   * How far the layers that learn are from where the run began; comes right after the {@link
   * EpochDone} of its epoch.
   *
   * @param change relative change {@code ||w - w0|| / ||w0||} of all arrays of a layer that learn,
   *     by the layer's name, in layer order, the new head last; w0 is what the run began with, also
   *     where it was resumed, and layers that began with zeros alone are left out
   */
  record LayersMoved(int epoch, Map<String, Double> change) implements JobEvent {
    public LayersMoved {
      change = Collections.unmodifiableMap(new LinkedHashMap<>(change));
    }
  }

  /** Something the user should know that does not stop the run. */
  record Notice(String message) implements JobEvent {}

  /** What a reader makes of an event that a newer worker sent; it is never written. */
  record Unknown(String type) implements JobEvent {}

  /**
   * The run reached its last epoch; model and report are written.
   *
   * @param valAccuracy share of held-back pictures classified rightly by the written model
   */
  record Completed(String run, double valAccuracy, double valLoss, double seconds)
      implements Terminal {}

  /**
   * The run was stopped by the user.
   *
   * @param modelKept whether a model with what was learned so far was written
   */
  record Cancelled(String run, boolean modelKept, double seconds) implements Terminal {}

  /**
   * The run could not go on.
   *
   * @param badInput true when the user's input is the reason
   * @param message one sentence for the user
   * @param detail technical cause
   */
  record Failed(boolean badInput, String message, String detail) implements Terminal {}

  /**
   * The worker ended without a terminal event; made by its parent.
   *
   * @param exitCode of the process; 128 + N for signal N
   * @param message one sentence for the user
   * @param errorTail the last lines the worker wrote to stderr
   */
  record Crashed(int exitCode, String message, List<String> errorTail) implements Terminal {
    public Crashed {
      errorTail = List.copyOf(errorTail);
    }
  }
}
