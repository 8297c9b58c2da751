package io.thaw.ui.training;

import io.thaw.ui.training.chart.ChartModel;
import java.nio.file.Path;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The current run as the window shows it; the last one until a new one starts. */
public final class RunModel {
  private final ObjectProperty<RunStatus> status =
      new SimpleObjectProperty<>(this, "status", RunStatus.IDLE);
  private final StringProperty title = new SimpleStringProperty(this, "title", "");
  private final StringProperty phase = new SimpleStringProperty(this, "phase", "");
  private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", 0);
  private final StringProperty rate = new SimpleStringProperty(this, "rate", "");
  private final StringProperty left = new SimpleStringProperty(this, "left", "");
  private final IntegerProperty problems = new SimpleIntegerProperty(this, "problems", 0);
  private final ObjectProperty<Outcome> outcome = new SimpleObjectProperty<>(this, "outcome");
  private final ObjectProperty<Path> folder = new SimpleObjectProperty<>(this, "folder");
  private final ObjectProperty<Map<String, Double>> moved =
      new SimpleObjectProperty<>(this, "moved", Map.of());
  private final ObservableList<EventLine> lines = FXCollections.observableArrayList();
  private final RunFigures figures = new RunFigures();
  private final ChartModel loss = new ChartModel("Loss", ChartModel.Unit.LOSS);
  private final ChartModel accuracy = new ChartModel("Accuracy", ChartModel.Unit.SHARE);

  public ObjectProperty<RunStatus> status() {
    return status;
  }

  /** What is trained on what, in a few words; empty before the first run. */
  public StringProperty title() {
    return title;
  }

  /** What is happening now, in words. */
  public StringProperty phase() {
    return phase;
  }

  /** Of the phase, from 0 to 1; negative while unknown. */
  public DoubleProperty progress() {
    return progress;
  }

  /** Pictures a second, as text; empty while unknown. */
  public StringProperty rate() {
    return rate;
  }

  /** Time left, as text; empty while unknown. */
  public StringProperty left() {
    return left;
  }

  /** Number of pictures left out. */
  public IntegerProperty problems() {
    return problems;
  }

  /** How the run ended; null before. */
  public ObjectProperty<Outcome> outcome() {
    return outcome;
  }

  /** The run folder; null until the worker names it. */
  public ObjectProperty<Path> folder() {
    return folder;
  }

  /** How far each layer moved so far, by its name; empty while no epoch told it. */
  public ObjectProperty<Map<String, Double>> moved() {
    return moved;
  }

  /** What happened, newest first. */
  public ObservableList<EventLine> lines() {
    return lines;
  }

  public RunFigures figures() {
    return figures;
  }

  public ChartModel loss() {
    return loss;
  }

  public ChartModel accuracy() {
    return accuracy;
  }

  /** Makes ready for a new run. */
  void reset(String newTitle) {
    title.set(newTitle);
    phase.set("Starting");
    progress.set(-1);
    rate.set("");
    left.set("");
    problems.set(0);
    outcome.set(null);
    folder.set(null);
    moved.set(Map.of());
    lines.clear();
    figures.clear();
    loss.clear();
    accuracy.clear();
  }
}
