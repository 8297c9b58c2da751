package io.thaw.ui.models;

import io.thaw.catalogue.ModelCard;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models on offer and the picked one. All properties belong to the FX thread. */
public final class ModelsModel {
  private final ObservableList<ModelCard> models = FXCollections.observableArrayList();
  private final ObjectProperty<ModelCard> selected = new SimpleObjectProperty<>(this, "selected");
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final BooleanProperty loading = new SimpleBooleanProperty(this, "loading");

  /** A model with nothing on offer yet; picking another model settles the problem of the last. */
  public ModelsModel() {
    selected.addListener((property, was, now) -> problem.set(""));
  }

  /** What can be picked: the bundled models, and every folder opened since. */
  public ObservableList<ModelCard> models() {
    return models;
  }

  /** The picked model; null while there is none. */
  public ObjectProperty<ModelCard> selectedProperty() {
    return selected;
  }

  /** One sentence on why the last model could not be opened; empty when all is well. */
  public StringProperty problemProperty() {
    return problem;
  }

  /** Whether a model is being read. */
  public BooleanProperty loadingProperty() {
    return loading;
  }

  /** Offers a model, once per folder, and picks it. */
  public void add(ModelCard card) {
    int known = indexOf(card);
    if (known >= 0) {
      models.set(known, card);
    } else {
      models.add(card);
    }
    selected.set(card);
    problem.set("");
  }

  private int indexOf(ModelCard card) {
    for (int i = 0; i < models.size(); i++) {
      if (models.get(i).folder().equals(card.folder())) {
        return i;
      }
    }
    return -1;
  }
}
