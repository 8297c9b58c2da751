package io.thaw.ui.training;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.TableColumns;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the other screens contribute to a job. Text is never null; empty means not chosen yet. */
public final class JobInputs {
  private final StringProperty model = new SimpleStringProperty(this, "model", "");
  private final StringProperty modelTitle = new SimpleStringProperty(this, "modelTitle", "");
  private final StringProperty data = new SimpleStringProperty(this, "data", "");
  private final StringProperty dataTitle = new SimpleStringProperty(this, "dataTitle", "");
  private final StringProperty dataProblem = new SimpleStringProperty(this, "dataProblem", "");
  private final StringProperty freeze = new SimpleStringProperty(this, "freeze", "all");

  private final ObjectProperty<DatasetEdits> edits =
      new SimpleObjectProperty<>(this, "edits", DatasetEdits.NONE);

  private final ObjectProperty<TableColumns> columns =
      new SimpleObjectProperty<>(this, "columns", TableColumns.AUTOMATIC);

  private final BooleanProperty dataRevised = new SimpleBooleanProperty(this, "dataRevised");

  private final ObjectProperty<Map<String, Double>> rates =
      new SimpleObjectProperty<>(this, "rates", Map.of());

  /** Id or folder of the picked model. */
  public StringProperty model() {
    return model;
  }

  /** The picked model in a few words. */
  public StringProperty modelTitle() {
    return modelTitle;
  }

  /** Folder of pictures. */
  public StringProperty data() {
    return data;
  }

  /** The folder in a few words, such as "5 classes, 1,000 pictures". */
  public StringProperty dataTitle() {
    return dataTitle;
  }

  /** Why the folder cannot be used (or not yet), in one sentence; empty when it can. */
  public StringProperty dataProblem() {
    return dataProblem;
  }

  /** What was decided about single pictures of the folder. */
  public ObjectProperty<DatasetEdits> edits() {
    return edits;
  }

  /** The columns of a table of pictures that were chosen. */
  public ObjectProperty<TableColumns> columns() {
    return columns;
  }

  /** Whether the user is at work on the choice of pictures, so that it should stay in sight. */
  public BooleanProperty dataRevised() {
    return dataRevised;
  }

  /** Which layers stay as they are, see {@link io.thaw.network.FreezeSpec}. */
  public StringProperty freeze() {
    return freeze;
  }

  /** What the learning rate is multiplied by, see {@link io.thaw.network.LayerRates}. */
  public ObjectProperty<Map<String, Double>> rates() {
    return rates;
  }
}
