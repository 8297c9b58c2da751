package io.thaw.run;

import io.thaw.engine.Tensor;
import io.thaw.evaluation.ConfusionMatrix;
import io.thaw.export.DjlModelWriter;
import io.thaw.export.TrainedModel;
import io.thaw.job.JobEvent;
import io.thaw.job.Phase;
import io.thaw.job.Report;
import io.thaw.tuning.FrozenProof;
import io.thaw.tuning.TuningLoop;
import io.thaw.tuning.Validation;
import io.thaw.tuning.checkpoint.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stage that puts the network together again, proves what was frozen and writes the result. */
final class ResultWriter {
  private static final double SAVE_EVERY_SECONDS = 30;

  private final PreparedJob job;
  private final RunContext context;
  private final FrozenProof proof;
  private double lastSave;
  private boolean saved;

  ResultWriter(PreparedJob job, RunContext context) {
    this.job = job;
    this.context = context;
    this.proof = new FrozenProof(job.parameters(), job.split().frozenParameters());
    this.lastSave = context.seconds();
    // An earlier part of the run may have written it.
    this.saved = Files.isDirectory(context.files().model());
  }

  /** Whether the model so far was written long ago. */
  boolean isModelOld() {
    return context.seconds() - lastSave >= SAVE_EVERY_SECONDS;
  }

  /**
   * Writes the model as it is now, for whoever wants to use it before the run ends. A failure is a
   * notice: the run goes on.
   */
  void saveSoFar(Map<String, Tensor> tail) {
    lastSave = context.seconds();
    Map<String, Tensor> parameters = new LinkedHashMap<>(job.parameters());
    parameters.putAll(tail);
    try {
      save(parameters);
    } catch (IOException e) {
      context.notice("The model so far could not be saved (" + e.getMessage() + ").");
    }
  }

  /** Writes model and report. */
  JobEvent.Terminal finish(Learned learned) throws IOException {
    context.events().accept(new JobEvent.PhaseStarted(Phase.FINISH));
    TuningLoop.Outcome outcome = learned.outcome();
    boolean learnedAnything = outcome.steps() > 0;
    long changed = proof.changed(learned.parameters());
    if (learnedAnything && changed == 0) {
      save(learned.parameters());
    }
    Report report = report(learned, changed);
    report.write(context.files().report());
    if (changed > 0) {
      return Failures.event(new FrozenChangedException(changed, proof.values()));
    }
    publish(report, learned);
    if (outcome.cancelled()) {
      return context.cancelled(learnedAnything);
    }
    return new JobEvent.Completed(
        context.files().folder().toString(),
        report.valAccuracy(),
        report.valLoss(),
        report.seconds().total());
  }

  /** A run that was stopped can go on, so its model is not finished. */
  private void publish(Report report, Learned learned) throws IOException {
    if (job.spec().publish() == null || report.cancelled()) {
      return;
    }
    Publication publication =
        new Publication(Path.of(job.spec().publish()), context.files().folder());
    publication.write(
        model(learned.parameters(), publication.name()),
        CardText.of(job, report, publication.name()));
  }

  private void save(Map<String, Tensor> parameters) throws IOException {
    TrainedModel model = model(parameters, "model");
    if (saved) {
      DjlModelWriter.writeParameters(model, context.files().model());
    } else {
      DjlModelWriter.write(model, context.files().model());
      saved = true;
    }
  }

  private TrainedModel model(Map<String, Tensor> parameters, String name) {
    Map<String, Tensor> ordered = new LinkedHashMap<>();
    job.parameters().keySet().forEach(it -> ordered.put(it, parameters.get(it)));
    return new TrainedModel(
        name,
        job.result().network(),
        job.result().parameters(ordered, job.split()),
        ModelExport.runningStatistics(job.result().network()),
        job.model().input(),
        job.scan().classes(),
        "made by Thaw from " + job.model().name(),
        job.model().licence());
  }

  private Report report(Learned learned, long changed) {
    History history = context.history(learned.intake(), learned.trainSeconds());
    TuningLoop.Outcome outcome = learned.outcome();
    return new Report(
        Report.VERSION,
        job.spec().model(),
        job.spec().data(),
        job.spec().freeze(),
        job.split().boundaryLayer().orElse(null),
        outcome.cancelled(),
        outcome.validation().confusion().accuracy(),
        outcome.validation().loss(),
        learned.trainImages(),
        learned.valImages(),
        job.scan().classes(),
        outcome.epochs(),
        outcome.validation().confusion().counts(),
        Sizes.count(job.parameters(), job.split().trainableParameters()),
        proof.values(),
        changed,
        problems(learned),
        history.notices(),
        history.seconds(),
        learned.intake().summary(),
        history.instructionSet(),
        history.peakMemory(),
        history.resumed(),
        LayerRecords.of(job, outcome.moved()),
        learned.test().map(ResultWriter::test).orElse(null),
        context.estimate().orElse(null),
        job.leaks());
  }

  private static Report.Test test(Validation result) {
    ConfusionMatrix confusion = result.confusion();
    return new Report.Test(confusion.accuracy(), confusion.total(), confusion.counts());
  }

  private List<Report.ProblemRecord> problems(Learned learned) {
    return Stream.concat(job.scan().problems().stream(), learned.problems().stream())
        .map(Report.ProblemRecord::of)
        .toList();
  }
}
