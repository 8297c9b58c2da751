package io.thaw.ui.price;

import io.thaw.dataset.ScanReport;
import io.thaw.job.Estimate;
import io.thaw.job.MachineSpeed;
import io.thaw.job.PictureFacts;
import io.thaw.job.PriceTag;
import io.thaw.network.NetworkWork;
import io.thaw.network.PlanWork;
import io.thaw.ui.network.LoadedNetwork;
import java.util.Optional;

/**
 * Works prices out and remembers what the last network and the last pictures have in common with
 * the next question, so that a click costs a millisecond. Safe for use by several threads.
 */
final class Pricing {
  private record Worked(LoadedNetwork network, NetworkWork work) {}

  private record Measured(ScanReport pictures, double meanFileBytes) {}

  private volatile Worked worked;
  private volatile Measured measured;

  /** The price; empty for a network of which a layer's work is not known. */
  Optional<Estimate> of(PriceQuestion question, MachineSpeed machine) {
    int classes = question.pictures().classes().size();
    PlanWork work = work(question.network()).of(question.plan(), classes);
    if (!work.complete()) {
      return Optional.empty();
    }
    PictureFacts facts =
        PictureFacts.of(
            question.pictures(),
            question.heldBack(),
            question.tested(),
            meanFileBytes(question.pictures()));
    return Optional.of(PriceTag.of(machine, work, facts, question.settings()));
  }

  private NetworkWork work(LoadedNetwork network) {
    Worked last = worked;
    if (last == null || last.network != network) {
      last =
          new Worked(
              network,
              NetworkWork.of(
                  network.network(), network.layers(), network.shapes(), network.cost()));
      worked = last;
    }
    return last.work;
  }

  private double meanFileBytes(ScanReport pictures) {
    Measured last = measured;
    if (last == null || last.pictures != pictures) {
      last = new Measured(pictures, PictureFacts.meanFileBytes(pictures.images()));
      measured = last;
    }
    return last.meanFileBytes;
  }
}
