package io.thaw.cli;

import io.thaw.evaluation.ClassScore;
import io.thaw.evaluation.ConfusionMatrix;
import io.thaw.job.BadJobException;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How well each class was recognised, for a terminal. */
final class ClassTable {
  /** More would push everything else off the screen; the report has them all. */
  private static final int MOST = 20;

  private ClassTable() {}

  /** Prints what a run's report says of its classes; nothing where there is none. */
  static void print(String run, PrintStream out) {
    Path file = new RunFiles(Path.of(run)).report();
    if (!Files.exists(file)) {
      return;
    }
    try {
      print(Report.read(file).matrix(), out);
    } catch (BadJobException e) {
      out.println("How well each class was recognised cannot be told: " + e.getMessage());
    }
  }

  static void print(ConfusionMatrix matrix, PrintStream out) {
    out.println("Balanced accuracy " + share(matrix.balancedAccuracy()) + ", the mean recall");
    if (matrix.classes().size() > MOST) {
      return;
    }
    TextTable table = new TextTable("class", ">pictures", ">recall", ">precision", ">F1");
    for (ClassScore it : matrix.perClass()) {
      table.row(
          it.name(),
          Integer.toString(it.support()),
          share(it.recall()),
          share(it.precision()),
          share(it.f1()));
    }
    table.print(out);
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
