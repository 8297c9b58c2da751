package io.thaw.ui.app;

import io.thaw.dataset.ScanReport;
import io.thaw.ui.training.JobInputs;
import java.nio.file.Path;
import java.util.Locale;

/** Names of jobs and folders in a few words. */
final class JobTitles {
  private JobTitles() {}

  /** What is trained on what. */
  static String of(JobInputs inputs) {
    String model = inputs.modelTitle().get();
    String data = inputs.data().get();
    if (model.isEmpty()) {
      return "No model picked yet";
    }
    return data.isEmpty() ? model : model + " on " + Path.of(data).getFileName();
  }

  /** A folder's classes and pictures. */
  static String of(ScanReport report) {
    return String.format(
        Locale.ROOT, "%,d classes, %,d pictures", report.classes().size(), report.images().size());
  }
}
