package io.thaw.worker;

import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import java.util.function.Consumer;

/** Starts training runs. */
public interface JobRunner {
  /**
   * Starts a run. It never throws for what goes wrong in the run or in starting it: that arrives as
   * a terminal event.
   *
   * @param spec the job
   * @param listener told every event in order, from one thread that is not the caller's; the last
   *     one is terminal
   */
  JobHandle start(JobSpec spec, Consumer<JobEvent> listener);
}
