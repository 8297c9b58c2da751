package io.thaw.ui.images;

import io.thaw.dataset.BadDatasetException;
import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.TableColumns;
import io.thaw.dataset.TableFacts;
import io.thaw.ui.common.History;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The folder of pictures, what was found in it and what the user decided about single files. All
 * properties belong to the FX thread.
 */
public final class ImagesModel {
  private final ObjectProperty<Path> folder = new SimpleObjectProperty<>(this, "folder");
  private final ObjectProperty<Path> samples = new SimpleObjectProperty<>(this, "samples");
  private final ObjectProperty<TableColumns> columns =
      new SimpleObjectProperty<>(this, "columns", TableColumns.AUTOMATIC);
  private final ObjectProperty<TableFacts> tables =
      new SimpleObjectProperty<>(this, "tables", TableFacts.NONE);
  private final BooleanProperty revised = new SimpleBooleanProperty(this, "revised");
  private final BooleanProperty scanning = new SimpleBooleanProperty(this, "scanning");
  private final IntegerProperty filesSeen = new SimpleIntegerProperty(this, "filesSeen");
  private final ReadOnlyObjectWrapper<ScanReport> raw = new ReadOnlyObjectWrapper<>(this, "raw");
  private final ObjectProperty<DeepReport> deep = new SimpleObjectProperty<>(this, "deep");
  private final BooleanProperty looking = new SimpleBooleanProperty(this, "looking");
  private final IntegerProperty lookedAt = new SimpleIntegerProperty(this, "lookedAt");
  private final StringProperty lookProblem = new SimpleStringProperty(this, "lookProblem", "");
  private final ObjectProperty<Sides> sides =
      new SimpleObjectProperty<>(this, "sides", Sides.UNKNOWN);
  private final ObjectProperty<DatasetEdits> edits =
      new SimpleObjectProperty<>(this, "edits", DatasetEdits.NONE);
  private final History<DatasetEdits> history = new History<>(edits::get, edits::set);
  private final StringProperty editsProblem = new SimpleStringProperty(this, "editsProblem", "");
  private final ReadOnlyObjectWrapper<ScanReport> report =
      new ReadOnlyObjectWrapper<>(this, "report");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper(this, "usable");
  private final ReadOnlyIntegerWrapper classCount =
      new ReadOnlyIntegerWrapper(this, "classCount", 0);
  private ScanReport scanned;
  private boolean settling;

  /** A model without a folder. */
  public ImagesModel() {
    edits.addListener(
        (property, was, now) -> {
          if (!settling) {
            history.changed(was);
            settle();
          }
        });
    deep.addListener(
        (property, was, now) -> {
          if (!settling) {
            settle();
          }
        });
  }

  /** Pictures that come with the program, to try it with; null when there are none. */
  public ObjectProperty<Path> samplesProperty() {
    return samples;
  }

  /** The folder asked for; null while there is none. */
  public ObjectProperty<Path> folderProperty() {
    return folder;
  }

  /** The columns of a table that the user chose; never null. */
  public ObjectProperty<TableColumns> columnsProperty() {
    return columns;
  }

  /** The tables that can be chosen, and how the one in use is understood; never null. */
  public ObjectProperty<TableFacts> tablesProperty() {
    return tables;
  }

  /**
   * Whether a table or columns were chosen since the pictures were opened: then the user is at work
   * on them.
   */
  public BooleanProperty revisedProperty() {
    return revised;
  }

  /** Whether the folder is being looked through. */
  public BooleanProperty scanningProperty() {
    return scanning;
  }

  /** How many files the scan has looked at so far. */
  public IntegerProperty filesSeenProperty() {
    return filesSeen;
  }

  /** What the folder holds, whatever the user decided; null before the first scan and in one. */
  public ReadOnlyObjectProperty<ScanReport> rawProperty() {
    return raw.getReadOnlyProperty();
  }

  /**
   * What a look at every pixel found in what the folder holds; null until it is known. A scan makes
   * it null again.
   */
  public ObjectProperty<DeepReport> deepProperty() {
    return deep;
  }

  /** Whether every pixel is being looked at, behind the first look. */
  public BooleanProperty lookingProperty() {
    return looking;
  }

  /** How many pictures were looked at so far, while some are. */
  public IntegerProperty lookedAtProperty() {
    return lookedAt;
  }

  /** Why not every picture could be looked at, one sentence; empty when all is well. */
  public StringProperty lookProblemProperty() {
    return lookProblem;
  }

  /** What is learned from and what is checked with, as far as it is known; never null. */
  public ObjectProperty<Sides> sidesProperty() {
    return sides;
  }

  /** What the user decided about single files; never null. */
  public ObjectProperty<DatasetEdits> editsProperty() {
    return edits;
  }

  /** Takes decisions back. */
  public History<DatasetEdits> history() {
    return history;
  }

  /** One sentence on decisions that could not be read or saved; empty when all is well. */
  public StringProperty editsProblemProperty() {
    return editsProblem;
  }

  /** What is learned from: the folder as the user wants it; null while {@link #rawProperty} is. */
  public ReadOnlyObjectProperty<ScanReport> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** One sentence on why the folder cannot be used; empty when it can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether a classifier can be trained on the folder. */
  public ReadOnlyBooleanProperty usableProperty() {
    return usable.getReadOnlyProperty();
  }

  /** Number of classes of a usable folder; 0 while it is not known. */
  public ReadOnlyIntegerProperty classCountProperty() {
    return classCount.getReadOnlyProperty();
  }

  /** What is known of tables belongs to something that was chosen before. */
  void forgetTables() {
    tables.set(TableFacts.NONE);
    columns.set(TableColumns.AUTOMATIC);
    revised.set(false);
  }

  /** A scan begins: what was known is void. */
  void started(Path newFolder) {
    reset(null, DatasetEdits.NONE);
    folder.set(newFolder);
    filesSeen.set(0);
    scanning.set(true);
  }

  /** A scan has found something; what was decided about it before is known. */
  void finished(ScanReport found, DatasetEdits decided) {
    scanning.set(false);
    reset(found, decided);
    settle();
  }

  /**
   * A scan has failed.
   *
   * @param sentence why; empty when it was given up
   */
  void failed(String sentence) {
    scanning.set(false);
    reset(null, DatasetEdits.NONE);
    settle(null, sentence);
  }

  /** Without a report nothing that is set here is taken for a decision of the user's. */
  private void reset(ScanReport found, DatasetEdits decided) {
    settle(null, "");
    settling = true;
    try {
      scanned = found;
      deep.set(null);
      edits.set(decided);
      editsProblem.set("");
      history.clear();
    } finally {
      settling = false;
    }
  }

  private void settle() {
    if (scanned == null) {
      return;
    }
    raw.set(deep.get() == null ? scanned : deep.get().scan().placedAs(scanned));
    ScanReport edited = edits.get().apply(raw.get());
    settle(edited, whyNotUsable(edited));
  }

  private void settle(ScanReport found, String sentence) {
    boolean good = found != null && sentence.isEmpty();
    if (!good) {
      // First, as whoever hears that the report is gone must not take what is not there.
      usable.set(false);
    }
    if (found == null) {
      raw.set(null);
    }
    report.set(found);
    problem.set(sentence);
    classCount.set(good ? found.classes().size() : 0);
    usable.set(good);
  }

  private static String whyNotUsable(ScanReport report) {
    try {
      report.requireUsable();
      return "";
    } catch (BadDatasetException e) {
      return e.getMessage();
    }
  }
}
