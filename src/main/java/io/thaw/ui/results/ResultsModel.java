package io.thaw.ui.results;

import io.thaw.job.Report;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The result on show and what was made of it. All properties belong to the FX thread. */
public final class ResultsModel {
  private final ObjectProperty<Report> report = new SimpleObjectProperty<>(this, "report");
  private final ObjectProperty<Path> folder = new SimpleObjectProperty<>(this, "folder");
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final ObjectProperty<ExportState> export =
      new SimpleObjectProperty<>(this, "export", ExportState.NONE);
  private final StringBinding exportBlocked =
      Bindings.createStringBinding(this::whyNotExport, report, export);

  /** What the run found; null while there is nothing to show. */
  public ObjectProperty<Report> report() {
    return report;
  }

  /** The run folder of the report; null while there is none. */
  public ObjectProperty<Path> folder() {
    return folder;
  }

  /** Why the report cannot be shown, in one sentence; empty when nothing is wrong. */
  public StringProperty problem() {
    return problem;
  }

  /** Where the export of this result stands. */
  public ObjectProperty<ExportState> export() {
    return export;
  }

  /** Why nothing can be exported now, in one sentence; empty when it can. */
  public StringBinding exportBlocked() {
    return exportBlocked;
  }

  private String whyNotExport() {
    if (report.get() == null) {
      return "Train a model first; then it can be exported.";
    }
    return export.get().stage() == ExportState.Stage.RUNNING ? "An export is at work." : "";
  }
}
