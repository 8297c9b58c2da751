package io.thaw.cli;

import io.thaw.evaluation.ValueSummary;
import io.thaw.job.WeightReport;
import io.thaw.job.WeightReport.LayerArray;
import io.thaw.job.WeightReport.LayerWeights;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report on weights for a terminal: an array a line, its histogram in block characters. */
final class WeightTable {
  private static final String LEVELS = " ▁▂▃▄▅▆▇█";

  private final WeightReport report;
  private final boolean flawed;

  WeightTable(WeightReport report) {
    this.report = report;
    this.flawed = arrays(report).stream().anyMatch(it -> it.values().notFinite() > 0);
  }

  private static List<LayerArray> arrays(WeightReport report) {
    return report.layers().stream().flatMap(layer -> layer.arrays().stream()).toList();
  }

  void print(PrintStream out) {
    List<String> headings =
        new ArrayList<>(
            List.of(
                "layer", "array", ">shape", ">mean", ">deviation", ">least", ">largest", ">zeros"));
    TextTable table = new TextTable(with(headings, ">not finite", "histogram"));
    for (LayerWeights layer : report.layers()) {
      for (LayerArray array : layer.arrays()) {
        table.row(row(layer.name(), array));
      }
    }
    table.print(out);
    out.println();
    out.println(
        "%,d layers with %,d arrays of %,d values"
            .formatted(report.layers().size(), arrays(report).size(), values()));
  }

  private long values() {
    return arrays(report).stream().mapToLong(it -> it.values().count()).sum();
  }

  private String[] row(String layer, LayerArray array) {
    ValueSummary values = array.values();
    List<String> cells =
        new ArrayList<>(
            List.of(
                layer,
                array.role().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                array.shape().stream().map(String::valueOf).collect(Collectors.joining("x")),
                number(values.mean()),
                number(values.deviation()),
                number(values.least()),
                number(values.largest()),
                String.format(Locale.ROOT, "%.1f %%", 100 * values.zeros())));
    return with(cells, String.format(Locale.ROOT, "%,d", values.notFinite()), bars(values));
  }

  /** The column of values that are not finite is only there when there are some. */
  private String[] with(List<String> cells, String notFinite, String histogram) {
    if (flawed) {
      cells.add(notFinite);
    }
    cells.add(histogram);
    return cells.toArray(String[]::new);
  }

  private static String number(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.4g", value);
  }

  /** Two bins a character, relative to the fullest; whatever holds a value shows. */
  private static String bars(ValueSummary values) {
    List<Integer> bins = values.histogram();
    long[] pairs = new long[(bins.size() + 1) / 2];
    long fullest = 1;
    for (int i = 0; i < bins.size(); i++) {
      pairs[i / 2] += bins.get(i);
      fullest = Math.max(fullest, pairs[i / 2]);
    }
    StringBuilder text = new StringBuilder();
    for (long pair : pairs) {
      text.append(LEVELS.charAt(pair == 0 ? 0 : (int) (1 + 7 * pair / fullest)));
    }
    return text.toString();
  }
}
