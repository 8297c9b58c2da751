package io.thaw.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.PictureSource;
import io.thaw.dataset.RemarkKind;
import io.thaw.job.CancelToken;
import io.thaw.job.CheckResult;
import io.thaw.job.DatasetFile;
import io.thaw.job.JobSpec;
import io.thaw.job.JsonFiles;
import io.thaw.job.NetworkComparison;
import io.thaw.run.Check;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code thaw check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Looks at every picture of a folder and says what it found: files that cannot be used and"
          + " why, copies and pictures that look the same, labels that contradict each other, odd"
          + " pictures, and classes that are too small or too different in size.",
      "Ends with code 0 when a classifier can be trained on the folder and with 3 when not. No file"
          + " is changed; what was found out is remembered, so that a second look takes a moment."
    },
    footer = {
      "",
      "Example: thaw check --data my-pictures",
      "         thaw check --data my-pictures --model frost-64 --keep-together thaw-dataset.json"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Surroundings surroundings;
  private final CancelToken cancel;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "PICTURES",
      description = "Pictures, as for 'thaw train'.")
  private Path data;

  @Mixin private TableOptions table;

  @Mixin private EditsOptions edits;

  @Option(
      names = "--validation",
      paramLabel = "FRACTION",
      description = "Share of the pictures to check with, as for 'thaw train' (default 0.2).")
  private double validation = JobSpec.of("", "").validation();

  @Option(
      names = "--test",
      paramLabel = "FRACTION",
      description = "Share kept for a test, as for 'thaw train' (default 0).")
  private double test;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the split, as for 'thaw train' (default 1).")
  private long seed = 1;

  @Option(
      names = "--model",
      paramLabel = "M",
      description = {
        "Also have this network say which pictures are alike, such as two of one scene or a crop:"
            + " an id from 'thaw models' or a model folder."
      })
  private String model;

  @Option(
      names = "--keep-together",
      paramLabel = "FILE.json",
      description = {
        "Add what is alike to the network to this file of decisions, for --edits, so that it stays"
            + " on one side of the split; with --model."
      })
  private Path keepTogether;

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  @Option(
      names = "--events",
      description = "Print the same JSON object on one line every few seconds, the last complete.")
  private boolean events;

  CheckCommand(Surroundings surroundings, CancelToken cancel) {
    this.surroundings = surroundings;
    this.cancel = cancel;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    if (keepTogether != null && model == null) {
      surroundings.err().println("--keep-together needs --model: it says what is alike.");
      return ExitCode.USAGE;
    }
    try {
      EditsOptions.Decided before = keepTogether == null ? null : before();
      CheckResult result = check();
      if (events) {
        line(result);
      } else if (json) {
        surroundings
            .out()
            .println(
                JsonFiles.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result));
      } else {
        print(result);
      }
      if (keepTogether != null) {
        keepTogether(before, result);
      }
      return result.unusable() == null ? ExitCode.DONE : ExitCode.BAD_INPUT;
    } catch (CancellationException e) {
      surroundings.err().println("Stopped.");
      return ExitCode.CANCELLED;
    }
  }

  private CheckResult check() {
    EditsOptions.Decided decided = edits.over(DatasetEdits.NONE);
    try (PictureSource source = PictureSource.open(data, table.over(decided.columns()))) {
      return new Check(surroundings.catalogue(), surroundings.folders())
          .run(
              source,
              new Check.Asked(decided.edits(), validation, test, seed, model),
              events ? this::line : it -> {},
              cancel);
    }
  }

  private void line(CheckResult result) {
    try {
      surroundings.out().println(JsonFiles.mapper().writeValueAsString(result));
      surroundings.out().flush();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(CheckResult result) {
    PrintStream out = surroundings.out();
    boolean tested = result.classes().stream().anyMatch(it -> test(it) > 0);
    TextTable table =
        result.unusable() != null
            ? new TextTable("class", ">pictures")
            : tested
                ? new TextTable("class", ">to learn from", ">to check with", ">to test with")
                : new TextTable("class", ">to learn from", ">to check with");
    for (CheckResult.ClassRecord it : result.classes()) {
      if (result.unusable() == null && tested) {
        table.row(it.name(), count(it.train()), count(it.validation()), count(test(it)));
      } else if (result.unusable() == null) {
        table.row(it.name(), count(it.train()), count(it.validation()));
      } else {
        table.row(it.name(), count(it.pictures()));
      }
    }
    table.print(out);
    result.notices().forEach(out::println);
    section(out, "left out", result, result.problems());
    section(out, "used, but worth knowing", result, result.notes());
    remarks(out, result, false);
    if (result.network() != null) {
      out.println();
      out.println(result.network().sentence());
      remarks(out, result, true);
      hint(out, result.network());
    }
    out.println();
    out.println(result.unusable() == null ? "The folder can be used." : result.unusable());
  }

  private static void remarks(PrintStream out, CheckResult result, boolean ofNetwork) {
    List<CheckResult.RemarkRecord> remarks =
        result.remarks().stream().filter(it -> isOfNetwork(it) == ofNetwork).toList();
    if (!remarks.isEmpty()) {
      if (!ofNetwork) {
        out.println();
      }
      remarks.stream().limit(SHOWN).forEach(it -> out.println(it.sentence()));
      more(out, remarks.size());
    }
  }

  private static boolean isOfNetwork(CheckResult.RemarkRecord remark) {
    RemarkKind kind = RemarkKind.of(remark.kind());
    return kind == RemarkKind.NETWORK_ALIKE || kind == RemarkKind.NETWORK_ALIKE_CLASSES;
  }

  private void hint(PrintStream out, NetworkComparison found) {
    if (found.kept() < found.groups().size() && keepTogether == null) {
      out.println(
          "Look at them; '--keep-together %s' keeps each group on one side, for '--edits'."
              .formatted(DatasetFile.NAME));
    }
  }

  /** Decisions that the file holds already stay; a new file begins with those of --edits. */
  private EditsOptions.Decided before() {
    return Files.exists(keepTogether)
        ? EditsOptions.Decided.of(DatasetFile.read(keepTogether))
        : edits.over(DatasetEdits.NONE);
  }

  private void keepTogether(EditsOptions.Decided before, CheckResult result) {
    List<List<String>> groups = result.network().groups();
    Path folder = Path.of(result.folder()).toAbsolutePath().normalize();
    DatasetFile.of(folder, before.edits().keepTogether(groups), before.columns())
        .write(keepTogether);
    if (!json && !events) {
      surroundings
          .out()
          .println(
              (groups.isEmpty()
                      ? "%s has no groups to add; it can be given to '--edits' all the same."
                      : "%s now keeps %s on one side each; give it to '--edits'.")
                  .formatted(
                      keepTogether,
                      groups.size() == 1 ? "1 group" : count(groups.size()) + " groups"));
    }
  }

  /** What is on neither of the other sides of the split. */
  private static int test(CheckResult.ClassRecord it) {
    return it.pictures() - it.train() - it.validation();
  }

  private static void section(
      PrintStream out, String title, CheckResult result, List<CheckResult.FileRecord> files) {
    if (files.isEmpty()) {
      return;
    }
    out.println();
    out.println(count(files.size()) + (files.size() == 1 ? " file " : " files ") + title + ":");
    files.stream()
        .limit(SHOWN)
        .forEach(
            it -> out.println("  " + relative(result.folder(), it.file()) + ": " + it.reason()));
    more(out, files.size());
  }

  private static void more(PrintStream out, int all) {
    if (all > SHOWN) {
      out.println("  and " + count(all - SHOWN) + " more (--json lists all)");
    }
  }

  private static String relative(String folder, String file) {
    Path path = Path.of(file);
    return path.startsWith(folder) ? Path.of(folder).relativize(path).toString() : file;
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
