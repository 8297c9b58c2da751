package io.thaw.run;

import io.thaw.catalogue.Catalogue;
import io.thaw.catalogue.ModelCard;
import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.DeepLook;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.PictureSource;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.SplitPlan;
import io.thaw.engine.EngineSession;
import io.thaw.engine.FixedScales;
import io.thaw.engine.Initializer;
import io.thaw.engine.ParameterFile;
import io.thaw.engine.ParameterShapes;
import io.thaw.engine.Tensor;
import io.thaw.job.Initialisation;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.Phase;
import io.thaw.network.Layers;
import io.thaw.network.NetworkSplit;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks up what a job names, and complains before anything long begins. */
final class Preparation {
  private final Catalogue catalogue;
  private final Function<Path, PictureIndex> indices;
  private final RunContext context;
  private final Consumer<JobEvent> events;

  /**
   * A preparation.
   *
   * @param indices gives what is remembered of a folder of pictures
   */
  Preparation(Catalogue catalogue, Function<Path, PictureIndex> indices, RunContext context) {
    this.catalogue = catalogue;
    this.indices = indices;
    this.context = context;
    this.events = context.events();
  }

  /**
   * The prepared job; throws one of the exceptions that {@link Failures} calls bad input.
   *
   * @param source of the job's pictures, open as long as the prepared job is in use
   */
  PreparedJob prepare(JobSpec spec, PictureSource source) {
    events.accept(new JobEvent.PhaseStarted(Phase.PREPARE));
    if (EngineSession.needsUnpacking()) {
      context.notice("The training engine is being unpacked (185 MB), once on this machine.");
    }
    ModelCard model = catalogue.resolve(spec.model());
    LayerPlan plan = LayerPlan.of(spec, model.network());
    Map<String, Tensor> pretrained =
        spec.init() == Initialisation.PRETRAINED ? ParameterFile.read(model) : Map.of();
    Optional<PreparedTeacher> teacher =
        Optional.ofNullable(spec.teacher())
            .map(it -> PreparedTeacher.of(it, catalogue.resolve(it.model())));
    events.accept(new JobEvent.PhaseStarted(Phase.SCAN));
    double beforeScan = context.seconds();
    PictureIndex index = indices.apply(source.data());
    DeepReport looked = look(source, index, spec.edits());
    ScanReport scan = looked.scan();
    SplitPlan pictures = SplitPlan.of(looked, spec.validation(), spec.test(), spec.seed(), index);
    pictures.notices().forEach(context::notice);
    context.setScanSeconds(context.seconds() - beforeScan);
    events.accept(
        new JobEvent.DataReady(
            scan.classes(),
            pictures.train().size(),
            pictures.validation().size(),
            scan.problems().size()));
    int classes = scan.classes().size();
    int outputs = classes + teacher.map(PreparedTeacher::size).orElse(0);
    NetworkSplit split =
        NetworkSplit.of(model.network(), plan.freeze(), model.input().shape(), outputs);
    Map<String, Tensor> parameters = parameters(spec, model, split, pretrained);
    if (spec.training().firstSize() > 0) {
      GrowingPictures.require(spec.training().firstSize(), model.input(), split, parameters);
    }
    announce(split, parameters);
    return new PreparedJob(
        spec,
        model,
        plan,
        scan,
        pictures,
        pictures.leaks(looked),
        index,
        split,
        parameters,
        teacher,
        FinalNetwork.of(model, plan.freeze(), classes));
  }

  /**
   * Every picture is decoded once here, unless that is in the index: what cannot be is left out.
   */
  private DeepReport look(PictureSource source, PictureIndex index, DatasetEdits edits) {
    BooleanSupplier cancelled = context.cancel()::isCancelled;
    ScanReport report = edits.apply(source.scan(count -> {}, cancelled, index));
    report.notices().forEach(context::notice);
    report.problems().forEach(it -> events.accept(JobEvent.ProblemFound.of(it)));
    report.requireUsable();
    DeepReport looked =
        DeepLook.look(report, index, edits.acceptTruncated(), (done, all) -> {}, cancelled);
    List<ImageProblem> problems = looked.scan().problems();
    problems.stream()
        .skip(report.problems().size())
        .forEach(it -> events.accept(JobEvent.ProblemFound.of(it)));
    looked.scan().requireUsable();
    return looked;
  }

  /** The model's own arrays, or random ones; the head is new in both cases. */
  private static Map<String, Tensor> parameters(
      JobSpec spec, ModelCard model, NetworkSplit split, Map<String, Tensor> pretrained) {
    Map<String, Tensor> all =
        new LinkedHashMap<>(Initializer.random(split.whole(), model.input().shape(), spec.seed()));
    if (spec.init() == Initialisation.PRETRAINED) {
      for (String name : all.keySet()) {
        if (!split.headParameters().contains(name)) {
          all.put(name, pretrained.get(name));
        }
      }
    }
    ParameterShapes.requireFit(split.whole(), model.input().shape(), all);
    FixedScales.apply(split.whole(), all);
    return all;
  }

  private void announce(NetworkSplit split, Map<String, Tensor> parameters) {
    Layers layers = Layers.of(split.whole());
    long trainableLayers =
        layers.list().stream()
            .filter(
                layer ->
                    layer.parameters().stream()
                        .anyMatch(it -> split.trainableParameters().contains(it.name())))
            .count();
    long withParameters = layers.list().stream().filter(it -> it.hasParameters()).count();
    events.accept(
        new JobEvent.PlanReady(
            split.boundaryLayer().orElse(null),
            (int) (withParameters - trainableLayers),
            (int) trainableLayers,
            Sizes.count(parameters, split.trainableParameters()),
            Sizes.count(parameters, split.frozenParameters())));
  }
}
