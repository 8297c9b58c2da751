package io.thaw.run;

import io.thaw.catalogue.Catalogue;
import io.thaw.catalogue.ModelCard;
import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.DeepLook;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.PictureSample;
import io.thaw.dataset.PictureSource;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.SplitPlan;
import io.thaw.dataset.TableColumns;
import io.thaw.engine.EngineSession;
import io.thaw.engine.FixedScales;
import io.thaw.engine.FrozenRunners;
import io.thaw.engine.ParameterFile;
import io.thaw.engine.ParameterShapes;
import io.thaw.engine.Tensor;
import io.thaw.evaluation.ConfidenceInterval;
import io.thaw.evaluation.LinearProbe;
import io.thaw.job.BadJobException;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.Phase;
import io.thaw.job.ProbeResult;
import io.thaw.job.ThawFolders;
import io.thaw.network.ProbeNetwork;
import io.thaw.network.TensorShape;
import io.thaw.tuning.Prefix;
import io.thaw.tuning.ProbePass;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Finds out where in a network the classes of pictures can be told apart, to say how much of it can
 * stay frozen: one pass over a sample of the pictures, a linear classifier at every cut point.
 */
public final class Probe {
  /** One to check with, one to choose with, one to learn from. */
  private static final int LEAST_FAMILIES = 3;

  private final Catalogue catalogue;
  private final ThawFolders folders;

  /**
   * What to probe.
   *
   * @param model an id of the catalogue or a model folder
   * @param data folder of pictures
   * @param pictures in the sample at most
   * @param seed of the sample and of the cross-validation
   * @param edits what the user decided about single pictures
   * @param columns of a table of pictures
   */
  public record Settings(
      String model,
      String data,
      int pictures,
      long seed,
      DatasetEdits edits,
      TableColumns columns) {
    /** A probe of a folder, or of a table with columns that are found out. */
    public Settings(String model, String data, int pictures, long seed, DatasetEdits edits) {
      this(model, data, pictures, seed, edits, TableColumns.AUTOMATIC);
    }

    /** A probe of the pictures as they lie in their folder. */
    public Settings(String model, String data, int pictures, long seed) {
      this(model, data, pictures, seed, DatasetEdits.NONE);
    }

    /** Pictures in a sample if nobody says otherwise. */
    public static final int PICTURES = 1000;
  }

  /** Told how far a probe is, on the thread that runs it. */
  public interface Watcher {
    /** Phases, progress of the pass, and pictures left out. */
    void event(JobEvent event);

    /** The classifiers of some of the points are fitted. */
    void fitted(int done, int points);
  }

  /**
   * A probe of models of a catalogue.
   *
   * @param folders where it is kept what is known of folders of pictures
   */
  public Probe(Catalogue catalogue, ThawFolders folders) {
    this.catalogue = catalogue;
    this.folders = folders;
  }

  /**
   * Probes. Bad input is one of the exceptions that {@link Failures} calls so.
   *
   * @throws CancellationException when cancelled
   */
  public ProbeResult run(Settings settings, Watcher watcher, CancelToken cancel) {
    long start = System.nanoTime();
    watcher.event(new JobEvent.PhaseStarted(Phase.PREPARE));
    if (EngineSession.needsUnpacking()) {
      watcher.event(
          new JobEvent.Notice(
              "The training engine is being unpacked (185 MB), once on this machine."));
    }
    ModelCard model = catalogue.resolve(settings.model());
    ProbeNetwork network = ProbeNetwork.of(model.network(), model.input().shape());
    Map<String, Tensor> parameters = parameters(model, network);
    watcher.event(new JobEvent.PhaseStarted(Phase.SCAN));
    try (PictureSource source = PictureSource.open(folder(settings.data()), settings.columns())) {
      return run(settings, source, model, network, parameters, watcher, cancel, start);
    }
  }

  private ProbeResult run(
      Settings settings,
      PictureSource source,
      ModelCard model,
      ProbeNetwork network,
      Map<String, Tensor> parameters,
      Watcher watcher,
      CancelToken cancel,
      long start) {
    DatasetEdits edits = settings.edits();
    PictureIndex index = PictureIndex.open(folders.indices(), source.data());
    ScanReport scan = scan(source, edits, index, watcher, cancel);
    PictureSample sample = PictureSample.of(scan, settings.pictures(), settings.seed(), index);
    requireRoom(sample.images().size(), network);
    DeepReport deep = lookAlikes(scan.only(sample.images()), index, edits, watcher, cancel);
    Looked looked = look(model, network, parameters, deep.scan().images(), watcher, cancel);
    Found found = fit(settings, network, looked.rows, deep, watcher, cancel);
    return new ProbeResult(
        ProbeResult.VERSION,
        model.id(),
        settings.data(),
        looked.engine,
        looked.rows.images().size(),
        deep.scan().problems().size() + looked.rows.problems().size(),
        sample.copies(),
        scan.classes(),
        found.guess,
        found.folds,
        points(network, found.outcomes),
        found.advice.freeze().toString(),
        found.advice.reason(),
        (System.nanoTime() - start) / 1e9);
  }

  private static Map<String, Tensor> parameters(ModelCard model, ProbeNetwork network) {
    Map<String, Tensor> parameters = new LinkedHashMap<>(ParameterFile.read(model));
    ParameterShapes.requireFit(network.network(), model.input().shape(), parameters);
    FixedScales.apply(network.network(), parameters);
    return parameters;
  }

  private static ScanReport scan(
      PictureSource source,
      DatasetEdits edits,
      PictureIndex index,
      Watcher watcher,
      CancelToken cancel) {
    ScanReport report = edits.apply(source.scan(count -> {}, cancel::isCancelled, index));
    report.notices().forEach(it -> watcher.event(new JobEvent.Notice(it)));
    report.problems().forEach(it -> watcher.event(JobEvent.ProblemFound.of(it)));
    return report;
  }

  /** A classifier must not be checked with what looks the same as something it saw. */
  private static DeepReport lookAlikes(
      ScanReport sample,
      PictureIndex index,
      DatasetEdits edits,
      Watcher watcher,
      CancelToken cancel) {
    DeepReport deep =
        DeepLook.look(
            sample, index, edits.acceptTruncated(), (done, all) -> {}, cancel::isCancelled);
    deep.scan().problems().stream()
        .skip(sample.problems().size())
        .forEach(it -> watcher.event(JobEvent.ProblemFound.of(it)));
    return deep;
  }

  private static Path folder(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new BadJobException("The folder of pictures has a name that cannot be: " + name, e);
    }
  }

  /** A third of the heap for the rows; the classifiers take more. */
  private static void requireRoom(int pictures, ProbeNetwork network) {
    long most = Runtime.getRuntime().maxMemory() / 3 / ((long) network.size() * Float.BYTES);
    if (pictures > most) {
      throw new BadJobException(
          "There is no memory for %,d pictures with this network; take %,d at most."
              .formatted(pictures, most));
    }
  }

  private record Looked(ProbePass.Rows rows, String engine) {}

  private static Looked look(
      ModelCard model,
      ProbeNetwork network,
      Map<String, Tensor> parameters,
      List<LabeledImage> images,
      Watcher watcher,
      CancelToken cancel) {
    TensorShape input = model.input().shape();
    TensorShape output = TensorShape.of(network.size());
    watcher.event(new JobEvent.PhaseStarted(Phase.PREFIX));
    try (EngineSession session = EngineSession.open(0);
        Prefix prefix =
            new Prefix(
                output,
                (pictures, count) ->
                    FrozenRunners.open(
                        session, network.network(), parameters, input, output, pictures, count),
                sentence -> watcher.event(new JobEvent.Notice(sentence)))) {
      ProbePass.Rows rows =
          new ProbePass(model.input(), prefix, watcher::event, cancel).run(images);
      return new Looked(rows, prefix.engine());
    }
  }

  private record Found(
      List<LinearProbe.Outcome> outcomes, ProbeAdvice advice, double guess, int folds) {}

  private static Found fit(
      Settings settings,
      ProbeNetwork network,
      ProbePass.Rows rows,
      DeepReport deep,
      Watcher watcher,
      CancelToken cancel) {
    List<String> classes = deep.scan().classes();
    int[] labels = labels(rows, classes);
    LinearProbe probe =
        new LinearProbe(labels, families(rows, deep), classes.size(), settings.seed());
    int points = network.points().size();
    watcher.fitted(0, points);
    List<LinearProbe.Outcome> outcomes =
        new ProbeFits(probe, rows.rows(), cancel)
            .run(network.points(), done -> watcher.fitted(done, points));
    double guess = guess(labels, classes.size());
    ProbeAdvice advice = ProbeAdvice.of(network.points(), outcomes, guess);
    return new Found(outcomes, advice, guess, probe.folds());
  }

  private static int[] families(ProbePass.Rows rows, DeepReport deep) {
    List<List<LabeledImage>> families = SplitPlan.families(deep);
    Map<LabeledImage, Integer> numbers = new HashMap<>();
    for (int family = 0; family < families.size(); family++) {
      for (LabeledImage image : families.get(family)) {
        numbers.put(image, family);
      }
    }
    int[] ofRows = rows.images().stream().mapToInt(numbers::get).toArray();
    if (IntStream.of(ofRows).distinct().count() < LEAST_FAMILIES) {
      throw new BadJobException(
          "The pictures look so much the same that what is learned from some cannot be checked with others.");
    }
    return ofRows;
  }

  /** Pictures turn out unreadable only now. */
  private static int[] labels(ProbePass.Rows rows, List<String> classes) {
    int[] labels = rows.images().stream().mapToInt(LabeledImage::label).toArray();
    for (int label = 0; label < classes.size(); label++) {
      int wanted = label;
      if (IntStream.of(labels).filter(it -> it == wanted).count() < 2) {
        throw new BadJobException(
            "Of class '%s' fewer than two of the pictures looked at can be read; each class needs at least two."
                .formatted(classes.get(label)));
      }
    }
    return labels;
  }

  private static double guess(int[] labels, int classes) {
    long most =
        IntStream.range(0, classes)
            .mapToLong(label -> IntStream.of(labels).filter(it -> it == label).count())
            .max()
            .orElseThrow();
    return (double) most / labels.length;
  }

  private static List<ProbeResult.Point> points(
      ProbeNetwork network, List<LinearProbe.Outcome> outcomes) {
    List<ProbeResult.Point> points = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      ProbeNetwork.Point point = network.points().get(i);
      ConfidenceInterval interval = outcomes.get(i).interval();
      points.add(
          new ProbeResult.Point(
              point.layer().name(),
              String.join("/", point.layer().group()),
              point.channels(),
              outcomes.get(i).accuracy(),
              interval.low(),
              interval.high()));
    }
    return points;
  }
}
