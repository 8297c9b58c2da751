package io.thaw.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.TableColumns;
import io.thaw.network.BatchNormRule;
import io.thaw.network.FreezeSpec;
import io.thaw.network.LayerRates;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What one training run is asked to do: the parameter object behind the window's form and behind
 * the options of {@code thaw train}, and the content of a run folder's {@code job.json}.
 *
 * @param version format of the file, {@link #VERSION}
 * @param model an id of the catalogue or a model folder
 * @param data folder of pictures, or a table of their files
 * @param freeze which layers stay as they are: {@code all}, {@code none}, {@code until:LAYER},
 *     {@code layers:A,B}
 * @param batchNorm what happens to running statistics
 * @param init where the weights come from
 * @param training how long and how fast to learn
 * @param validation fraction of the pictures that is held back, between 0 and 1 (exclusive); a
 *     folder that comes with its own split ignores it
 * @param seed of the split, the order of the pictures and the new weights
 * @param cache whether to use what earlier runs computed of the pictures, and keep it for later
 *     ones
 * @param out run folder, or null for a new one among the user's runs
 * @param teacher a network to learn from as well, or null
 * @param publish a new folder that the finished model is put into as well, with a card that tells
 *     how it was made; null for none
 * @param rates what the learning rate is multiplied by, by a layer's name or a group's path, see
 *     {@link LayerRates}; empty for the same rate in all layers
 * @param test fraction of the pictures that is kept for a test at the end, 0 for none; a folder
 *     that comes with its own split ignores it
 * @param columns of a table of pictures; null where Thaw finds them out
 * @param edits what the user decided about single pictures; here and not in a file of their own, so
 *     that a run can be repeated whatever becomes of that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobSpec(
    int version,
    String model,
    String data,
    String freeze,
    BatchNormRule batchNorm,
    Initialisation init,
    TrainingSettings training,
    double validation,
    long seed,
    boolean cache,
    String out,
    Teacher teacher,
    String publish,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> rates,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) double test,
    TableColumns columns,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NoEdits.class)
        DatasetEdits edits) {

  /** The format that this build writes. */
  public static final int VERSION = 1;

  /** Settings that are a choice of several are never null; what is left out may be empty. */
  public JobSpec {
    Objects.requireNonNull(freeze, "freeze");
    Objects.requireNonNull(batchNorm, "batchNorm");
    Objects.requireNonNull(init, "init");
    Objects.requireNonNull(training, "training");
    rates = rates == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(rates));
    columns = TableColumns.AUTOMATIC.equals(columns) ? null : columns;
    edits = edits == null ? DatasetEdits.NONE : edits;
  }

  /** A job with every setting at its default. */
  public static JobSpec of(String model, String data) {
    return new JobSpec(
        VERSION,
        model,
        data,
        "all",
        BatchNormRule.FOLLOW_LAYER,
        Initialisation.PRETRAINED,
        TrainingSettings.DEFAULT,
        0.2,
        1,
        true,
        null,
        null,
        null,
        Map.of(),
        0,
        null,
        DatasetEdits.NONE);
  }

  /**
   * Reads a job file. Settings that it leaves out have their default; {@code version}, {@code
   * model} and {@code data} are enough.
   *
   * @throws BadJobException when the file cannot be read, is of a newer format, or sets something
   *     that does not exist or cannot be
   */
  public static JobSpec read(Path file) {
    return JsonFiles.readStrictlyOver(of(null, null), file, VERSION);
  }

  /**
   * Writes the job file under a temporary name and renames it.
   *
   * @throws BadJobException when that fails
   */
  public void write(Path file) {
    JsonFiles.write(file, this);
  }

  /** The same job with another model. */
  public JobSpec withModel(String value) {
    return changed(draft -> draft.model = value);
  }

  /** The same job with another freeze specification. */
  public JobSpec withFreeze(String value) {
    return changed(draft -> draft.freeze = value);
  }

  /** The same job with other training settings. */
  public JobSpec withTraining(TrainingSettings value) {
    return changed(draft -> draft.training = value);
  }

  /** The same job writing to {@code folder}. */
  public JobSpec withOut(String folder) {
    return changed(draft -> draft.out = folder);
  }

  /** The same job with or without what earlier runs kept. */
  public JobSpec withCache(boolean use) {
    return changed(draft -> draft.cache = use);
  }

  /** The same job with another seed. */
  public JobSpec withSeed(long value) {
    return changed(draft -> draft.seed = value);
  }

  /** The same job holding back another fraction of the pictures. */
  public JobSpec withValidation(double fraction) {
    return changed(draft -> draft.validation = fraction);
  }

  /** The same job from other initial weights. */
  public JobSpec withInit(Initialisation value) {
    return changed(draft -> draft.init = value);
  }

  /** The same job with another rule for running statistics. */
  public JobSpec withBatchNorm(BatchNormRule rule) {
    return changed(draft -> draft.batchNorm = rule);
  }

  /** The same job with another teacher, or null for none. */
  public JobSpec withTeacher(Teacher value) {
    return changed(draft -> draft.teacher = value);
  }

  /** The same job that puts its model into a folder as well, or null for none. */
  public JobSpec withPublish(String value) {
    return changed(draft -> draft.publish = value);
  }

  /** The same job with other multipliers of the learning rate. */
  public JobSpec withRates(Map<String, Double> value) {
    return changed(draft -> draft.rates = value);
  }

  /** The same job keeping another fraction of the pictures for a test. */
  public JobSpec withTest(double fraction) {
    return changed(draft -> draft.test = fraction);
  }

  /** The same job with other columns of the table of pictures, or null to find them out. */
  public JobSpec withColumns(TableColumns value) {
    return changed(draft -> draft.columns = value);
  }

  /** The columns of a table of pictures, never null. */
  public TableColumns tableColumns() {
    return columns == null ? TableColumns.AUTOMATIC : columns;
  }

  /** The same job with other decisions about single pictures. */
  public JobSpec withEdits(DatasetEdits value) {
    return changed(draft -> draft.edits = value);
  }

  /**
   * Checks what can be checked without looking at files.
   *
   * @throws BadJobException with one sentence naming the first setting that cannot work
   */
  public JobSpec requireValid() {
    BadJobException.unless(model != null && !model.isBlank(), "No model was chosen.");
    BadJobException.unless(data != null && !data.isBlank(), "No folder of pictures was chosen.");
    requirePath(data, "The folder of pictures");
    if (out != null) {
      requirePath(out, "The run folder");
    }
    if (publish != null) {
      requirePath(publish, "The model folder");
    }
    requireReadable(() -> FreezeSpec.parse(freeze));
    requireReadable(() -> new LayerRates(rates));
    BadJobException.unless(
        validation > 0 && validation < 1,
        "The validation share must lie between 0 and 1, for example 0.2; it is "
            + validation
            + ".");
    BadJobException.unless(
        test >= 0 && validation + test < 1,
        "The test share must be 0 or more, and leave something to learn from beside the validation share; it is "
            + test
            + ".");
    training.requireValid();
    if (teacher != null) {
      teacher.requireValid();
    }
    return this;
  }

  private static void requireReadable(Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      throw new BadJobException(e.getMessage(), e);
    }
  }

  private static void requirePath(String text, String what) {
    try {
      Path.of(text);
    } catch (InvalidPathException e) {
      throw new BadJobException(what + " has a name that cannot be: " + text, e);
    }
  }

  private JobSpec changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** The components of a job while one of them is changed. */
  private static final class Draft {
    private int version;
    private String model;
    private String data;
    private String freeze;
    private BatchNormRule batchNorm;
    private Initialisation init;
    private TrainingSettings training;
    private double validation;
    private long seed;
    private boolean cache;
    private String out;
    private Teacher teacher;
    private String publish;
    private Map<String, Double> rates;
    private double test;
    private TableColumns columns;
    private DatasetEdits edits;

    Draft(JobSpec job) {
      version = job.version;
      model = job.model;
      data = job.data;
      freeze = job.freeze;
      batchNorm = job.batchNorm;
      init = job.init;
      training = job.training;
      validation = job.validation;
      seed = job.seed;
      cache = job.cache;
      out = job.out;
      teacher = job.teacher;
      publish = job.publish;
      rates = job.rates;
      test = job.test;
      columns = job.columns;
      edits = job.edits;
    }

    JobSpec finished() {
      return new JobSpec(
          version,
          model,
          data,
          freeze,
          batchNorm,
          init,
          training,
          validation,
          seed,
          cache,
          out,
          teacher,
          publish,
          rates,
          test,
          columns,
          edits);
    }
  }
}
