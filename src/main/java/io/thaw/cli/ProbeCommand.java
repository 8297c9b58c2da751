package io.thaw.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.thaw.dataset.DatasetEdits;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.JsonFiles;
import io.thaw.job.ProbeResult;
import io.thaw.run.Probe;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code thaw probe}. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says how much of a model can stay frozen for a folder of pictures.",
      "Runs a sample of the pictures through the network once, and finds out after each layer how"
          + " well a simple classifier tells the classes apart by what the network knows there. The"
          + " layers up to the first after which nothing is gained can stay frozen."
    },
    footer = {"", "Example: thaw probe --model frost-64 --data my-pictures --pictures 500"})
final class ProbeCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CancelToken cancel;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "M",
      description = "An id from 'thaw models' or a model folder.")
  private String model;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "PICTURES",
      description = "Pictures, as for 'thaw train'.")
  private String data;

  @Mixin private TableOptions table;

  @Mixin private EditsOptions edits;

  @Option(
      names = "--pictures",
      paramLabel = "N",
      description = "Pictures to look at, at most; each class in its proportion (default 1000).")
  private int pictures = Probe.Settings.PICTURES;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the choice of pictures (default 1).")
  private long seed = 1;

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  ProbeCommand(Surroundings surroundings, CancelToken cancel) {
    this.surroundings = surroundings;
    this.cancel = cancel;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    try {
      Probe probe = new Probe(surroundings.catalogue(), surroundings.folders());
      EditsOptions.Decided decided = edits.over(DatasetEdits.NONE);
      Probe.Settings settings =
          new Probe.Settings(
              model, data, pictures, seed, decided.edits(), table.over(decided.columns()));
      print(probe.run(settings, json ? new Silent() : new Shown(surroundings), cancel));
      return ExitCode.DONE;
    } catch (CancellationException e) {
      surroundings.err().println("Stopped.");
      return ExitCode.CANCELLED;
    }
  }

  /** Progress for whoever watches a terminal. */
  private record Shown(TextProgress progress) implements Probe.Watcher {
    Shown(Surroundings surroundings) {
      this(new TextProgress(surroundings, 0));
    }

    @Override
    public void event(JobEvent event) {
      progress.event(event, "");
    }

    @Override
    public void fitted(int done, int points) {
      progress.fitted(done, points);
    }
  }

  private record Silent() implements Probe.Watcher {
    @Override
    public void event(JobEvent event) {}

    @Override
    public void fitted(int done, int points) {}
  }

  private void print(ProbeResult result) throws JsonProcessingException {
    PrintStream out = surroundings.out();
    if (json) {
      out.println(JsonFiles.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result));
      return;
    }
    TextTable table = new TextTable("after layer", "group", ">channels", ">accuracy", ">95 %");
    for (ProbeResult.Point point : result.points()) {
      table.row(
          point.layer(),
          point.group(),
          Integer.toString(point.channels()),
          figure(point.accuracy()),
          figure(point.low()) + " to " + figure(point.high()));
    }
    table.print(out);
    out.println();
    out.println(
        "%,d pictures of %d classes in %.1f s; %,d left out, %,d copies passed over"
            .formatted(
                result.pictures(),
                result.classes().size(),
                result.seconds(),
                result.skipped(),
                result.copies()));
    out.println(result.reason());
    out.println("Freeze: --freeze " + result.freeze());
  }

  private static String figure(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }
}
