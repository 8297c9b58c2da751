package io.thaw.cli;

import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.run.TrainingRun;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Begins runs and goes on with them, showing progress or events. */
final class RunDisplay {
  private final Surroundings surroundings;
  private final CancelToken cancel;
  private final boolean events;

  /**
   * A display.
   *
   * @param events whether to print events instead of progress
   */
  RunDisplay(Surroundings surroundings, CancelToken cancel, boolean events) {
    this.surroundings = surroundings;
    this.cancel = cancel;
    this.events = events;
  }

  JobEvent.Terminal begin(TrainingRun run, JobSpec spec) {
    return events
        ? new EventStream(surroundings, cancel).run(run, spec)
        : run.run(spec, progress(spec), cancel);
  }

  JobEvent.Terminal resume(TrainingRun run, Path folder) {
    return events
        ? new EventStream(surroundings, cancel).resume(run, folder)
        : run.resume(folder, progress(TrainingRun.job(folder)), cancel);
  }

  private TextProgress progress(JobSpec spec) {
    return new TextProgress(surroundings, spec.training().epochs());
  }

  /**
   * Refuses options that would change the job that is resumed.
   *
   * @param allowed long names of those that may be given
   */
  static void requireNothingBesideResume(CommandSpec command, Set<String> allowed) {
    command.commandLine().getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(name -> !allowed.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new ParameterException(
                  command.commandLine(),
                  name + " cannot stand beside --resume, which goes on with the job as it is.");
            });
  }

  /** Refuses a time between checkpoints that cannot be. */
  static double requireSeconds(CommandSpec command, double seconds) {
    if (!(seconds >= 0)) {
      throw new ParameterException(
          command.commandLine(), "--checkpoint-every takes seconds, from 0 on.");
    }
    return seconds;
  }
}
