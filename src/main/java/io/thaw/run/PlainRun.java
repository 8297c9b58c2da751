package io.thaw.run;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.PicturePaths;
import io.thaw.dataset.PictureSource;
import io.thaw.dataset.SplitPlan;
import io.thaw.engine.EngineSession;
import io.thaw.job.CancelToken;
import io.thaw.job.JobSpec;
import io.thaw.job.RunFiles;
import io.thaw.job.TrainingSettings;
import io.thaw.tuning.FrozenProof;
import io.thaw.tuning.plain.PlainTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs a job the way plain DJL does it, for comparison: same network, pictures and settings. */
public final class PlainRun {
  private final Catalogue catalogue;

  /** A runner for models of this catalogue. */
  public PlainRun(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Trains and validates all epochs of the job; nothing is written.
   *
   * @param leftOut pictures that are not to be used
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public PlainReport run(JobSpec spec, Set<Path> leftOut, CancelToken cancel) throws IOException {
    RunContext context = new RunContext(new RunFiles(Path.of("")), event -> {}, cancel);
    try (PictureSource source =
        PictureSource.open(Path.of(spec.requireValid().data()), spec.tableColumns())) {
      PreparedJob job =
          new Preparation(catalogue, PictureIndex::inMemory, context).prepare(spec, source);
      return run(job, leftOut, context, cancel);
    }
  }

  private static PlainReport run(
      PreparedJob job, Set<Path> leftOut, RunContext context, CancelToken cancel)
      throws IOException {
    JobSpec spec = job.spec();
    SplitPlan pictures =
        new SplitPlan(
            without(leftOut, job.pictures().train()),
            without(leftOut, job.pictures().validation()));
    FrozenProof proof = new FrozenProof(job.parameters(), job.split().frozenParameters());
    try (EngineSession session = EngineSession.openAsItComes(spec.seed());
        PlainTraining training =
            new PlainTraining(
                session,
                PlainGraph.of(job.split()),
                job.parameters(),
                job.split().trainableParameters(),
                job.model().input(),
                pictures,
                settings(spec.training()),
                cancel::isCancelled)) {
      long start = System.currentTimeMillis();
      List<PlainReport.Epoch> epochs = new ArrayList<>();
      for (int i = 0; i < spec.training().epochs(); i++) {
        epochs.add(PlainReport.Epoch.of(training.epoch()));
      }
      return new PlainReport(
          PlainTraining.engines(),
          pictures.train().size(),
          pictures.validation().size(),
          context.scanSeconds(),
          start,
          epochs,
          proof.values(),
          proof.changed(training.parameters()),
          PeakMemory.bytes());
    }
  }

  private static List<LabeledImage> without(Set<Path> leftOut, List<LabeledImage> images) {
    Set<String> names = leftOut.stream().map(PicturePaths::text).collect(Collectors.toSet());
    return images.stream().filter(it -> !names.contains(PicturePaths.text(it.file()))).toList();
  }

  private static PlainTraining.Settings settings(TrainingSettings settings) {
    double rate = settings.learningRate();
    return new PlainTraining.Settings(
        settings.batch(),
        rate > 0 ? rate : settings.optimizer().defaultLearningRate(),
        settings.momentum(),
        settings.weightDecay());
  }
}
