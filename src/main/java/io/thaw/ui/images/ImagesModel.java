package io.thaw.ui.images;

import io.thaw.dataset.ScanReport;
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

/** The folder of pictures and what was found in it. All properties belong to the FX thread. */
public final class ImagesModel {
  private final ObjectProperty<Path> folder = new SimpleObjectProperty<>(this, "folder");
  private final ObjectProperty<Path> samples = new SimpleObjectProperty<>(this, "samples");
  private final BooleanProperty scanning = new SimpleBooleanProperty(this, "scanning");
  private final IntegerProperty filesSeen = new SimpleIntegerProperty(this, "filesSeen");
  private final ReadOnlyObjectWrapper<ScanReport> report =
      new ReadOnlyObjectWrapper<>(this, "report");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper(this, "usable");
  private final ReadOnlyIntegerWrapper classCount =
      new ReadOnlyIntegerWrapper(this, "classCount", 0);

  /** Pictures that come with the program, to try it with; null when there are none. */
  public ObjectProperty<Path> samplesProperty() {
    return samples;
  }

  /** The folder asked for; null while there is none. */
  public ObjectProperty<Path> folderProperty() {
    return folder;
  }

  /** Whether the folder is being looked through. */
  public BooleanProperty scanningProperty() {
    return scanning;
  }

  /** How many files the scan has looked at so far. */
  public IntegerProperty filesSeenProperty() {
    return filesSeen;
  }

  /** What the folder holds; null before the first scan and during one. */
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

  /** A scan begins: what was known is void. */
  void started(Path newFolder) {
    folder.set(newFolder);
    filesSeen.set(0);
    scanning.set(true);
    settle(null, "");
  }

  /**
   * A scan has ended.
   *
   * @param found null when there is nothing to show
   * @param sentence why it cannot be used; empty when it can
   */
  void finished(ScanReport found, String sentence) {
    scanning.set(false);
    settle(found, sentence);
  }

  private void settle(ScanReport found, String sentence) {
    boolean good = found != null && sentence.isEmpty();
    report.set(found);
    problem.set(sentence);
    classCount.set(good ? found.classes().size() : 0);
    usable.set(good);
  }
}
