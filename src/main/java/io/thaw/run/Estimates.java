package io.thaw.run;

import io.thaw.job.Estimate;
import io.thaw.job.MachineSpeed;
import io.thaw.job.PictureFacts;
import io.thaw.job.PriceTag;
import io.thaw.job.ThawFolders;
import io.thaw.network.NetworkWork;
import io.thaw.network.PlanWork;
import java.util.Optional;

/** What jobs are expected to cost on this machine. */
final class Estimates {
  private Estimates() {}

  /** Empty where the machine was never calibrated, and where a layer's work is not known. */
  static Optional<Estimate> of(PreparedJob job, ThawFolders folders, RunContext context) {
    return MachineSpeed.find(folders.settings(), context::notice)
        .flatMap(machine -> of(job, machine));
  }

  private static Optional<Estimate> of(PreparedJob job, MachineSpeed machine) {
    int outputs = job.scan().classes().size() + job.teacher().map(PreparedTeacher::size).orElse(0);
    PlanWork work =
        NetworkWork.of(job.model().network(), job.model().input().shape())
            .of(job.plan().freeze(), outputs);
    return work.complete()
        ? Optional.of(
            PriceTag.of(machine, work, PictureFacts.of(job.pictures()), job.spec().training()))
        : Optional.empty();
  }
}
