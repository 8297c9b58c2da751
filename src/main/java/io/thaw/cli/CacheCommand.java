package io.thaw.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.thaw.job.BadJobException;
import io.thaw.job.ByteSize;
import io.thaw.job.JsonFiles;
import io.thaw.run.CacheReport;
import io.thaw.run.CacheStore;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code thaw cache}. */
@Command(
    name = "cache",
    mixinStandardHelpOptions = true,
    description = {
      "Shows, limits or empties the feature cache.",
      "It keeps what frozen layers yield for each picture, so that later runs need not compute it"
          + " again; whatever is removed from it is computed anew when it is needed."
    },
    footer = {"", "Example: thaw cache --budget 5GB"})
final class CacheCommand implements Callable<Integer> {
  private static final long SMALLEST = 1_000_000;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Surroundings surroundings;

  @Option(
      names = "--budget",
      paramLabel = "SIZE",
      converter = BudgetConverter.class,
      description = {
        "What the cache may take on the disk, such as 500MB or 5GB, or auto for a tenth of the free"
            + " disk and 20 GB at most. It shrinks to that at once."
      })
  private Long budget;

  @Option(names = "--clear", description = "Empty the cache.")
  private boolean clear;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  CacheCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** 0 is automatic. */
  private static final class BudgetConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      if (text.strip().equalsIgnoreCase("auto")) {
        return 0L;
      }
      long bytes;
      try {
        bytes = ByteSize.parse(text);
      } catch (BadJobException e) {
        throw new TypeConversionException(e.getMessage() + " Or say auto.");
      }
      if (bytes < SMALLEST) {
        throw new TypeConversionException(
            "the smallest budget is 1MB; --clear empties the cache once.");
      }
      return bytes;
    }
  }

  @Override
  public Integer call() throws IOException {
    CacheStore store = new CacheStore(surroundings.folders(), surroundings.err()::println);
    OptionalLong freed = change(store);
    CacheReport report = store.report();
    if (json) {
      surroundings
          .out()
          .println(
              JsonFiles.mapper()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(tree(report, freed)));
    } else {
      print(report, freed);
    }
    return ExitCode.DONE;
  }

  private OptionalLong change(CacheStore store) throws IOException {
    if (budget == null && !clear) {
      return OptionalLong.empty();
    }
    long freed = budget == null ? 0 : store.setBudget(budget);
    return OptionalLong.of(clear ? freed + store.clear() : freed);
  }

  private static ObjectNode tree(CacheReport report, OptionalLong freed) {
    ObjectNode root = JsonFiles.mapper().createObjectNode();
    root.put("version", 1);
    root.put("folder", report.folder().toString());
    root.put("bytes", report.bytes());
    root.put("records", report.records());
    root.put("budgetBytes", report.budgetBytes());
    root.put("automatic", report.automatic());
    freed.ifPresent(bytes -> root.put("freedBytes", bytes));
    ArrayNode sets = root.putArray("sets");
    for (CacheReport.Set set : report.sets()) {
      sets.addObject()
          .put("description", set.description())
          .put("records", set.records())
          .put("bytes", set.bytes())
          .put("lastUsed", set.lastUsed().toString());
    }
    return root;
  }

  private void print(CacheReport report, OptionalLong freed) {
    PrintStream out = surroundings.out();
    freed.ifPresent(bytes -> out.println("Freed:   " + ByteSize.text(bytes)));
    out.println("Folder:  " + report.folder());
    out.println(
        "Holds:   %s in %s".formatted(ByteSize.text(report.bytes()), records(report.records())));
    out.println(
        "Budget:  %s, %s"
            .formatted(
                ByteSize.text(report.budgetBytes()),
                report.automatic()
                    ? "automatic: a tenth of the free disk, 20 GB at most"
                    : "set with --budget"));
    if (!report.sets().isEmpty()) {
      out.println();
      table(report).print(out);
    }
  }

  private static String records(long count) {
    return count == 1 ? "1 record" : TextTable.number(OptionalLong.of(count)) + " records";
  }

  private static TextTable table(CacheReport report) {
    TextTable table = new TextTable("what", ">records", ">size", "last used");
    for (CacheReport.Set set : report.sets()) {
      table.row(
          set.description().isEmpty() ? "unknown" : set.description(),
          TextTable.number(OptionalLong.of(set.records())),
          ByteSize.text(set.bytes()),
          day(set.lastUsed()));
    }
    return table;
  }

  private static String day(Instant time) {
    return DAY.format(time.atZone(ZoneId.systemDefault()));
  }
}
