package io.thaw.ui.network;

import io.thaw.network.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The folding list of layers: the diagram's twin for screen readers, and for who prefers figures in
 * columns. Selection and folding are the model's, so that both show the same.
 */
final class LayerTree {
  private final NetworkModel model;
  private final RowTree rows;
  private final TreeTableView<Part> table;
  private final ObservableValue<String> search;

  /** While rows are rebuilt or follow the model, what they say of the selection does not count. */
  private boolean following;

  /**
   * A list.
   *
   * @param search only layers that contain this are shown
   */
  LayerTree(NetworkModel model, ObservableValue<String> search, ContextMenu menu) {
    this.model = model;
    this.search = search;
    this.rows = new RowTree(model.folding());
    this.table = LayerTable.create(model);
    table.setContextMenu(menu);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<TreeItem<Part>>) change -> tellSelection());
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    model.networkProperty().addListener((property, before, now) -> rebuild());
    model.folding().unfoldedProperty().addListener((property, before, now) -> refold());
    model.selection().addListener((ListChangeListener<Layer>) change -> followSelection());
    search.addListener((property, before, now) -> rebuild());
    rebuild();
  }

  TreeTableView<Part> node() {
    return table;
  }

  /** Gives the list the keyboard, with a row selected. */
  void focus() {
    if (table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
    table.requestFocus();
  }

  private void rebuild() {
    follow(
        () -> {
          table.getSelectionModel().clearSelection();
          table.setRoot(rows.build(model.networkProperty().get(), search.getValue()));
          showSelection();
        });
  }

  private void refold() {
    if (!following && search.getValue().isBlank()) {
      follow(
          () -> {
            rows.follow(table.getRoot());
            showSelection();
          });
    }
  }

  private void followSelection() {
    if (!following) {
      follow(this::showSelection);
    }
  }

  private void follow(Runnable change) {
    boolean before = following;
    following = true;
    try {
      change.run();
    } finally {
      following = before;
    }
  }

  /** Selects the outermost rows that hold nothing but selected layers. */
  private void showSelection() {
    table.getSelectionModel().clearSelection();
    List<TreeItem<Part>> found = new ArrayList<>();
    if (!model.selection().isEmpty()) {
      collect(table.getRoot(), found);
    }
    found.forEach(each -> table.getSelectionModel().select(each));
    found.stream().findFirst().ifPresent(this::reveal);
  }

  private void reveal(TreeItem<Part> item) {
    table.scrollTo(Math.max(0, table.getRow(item) - 3));
  }

  private void collect(TreeItem<Part> item, List<TreeItem<Part>> found) {
    Part part = item.getValue();
    if (part != null && !part.layers().isEmpty() && model.isSelected(part.layers())) {
      found.add(item);
    } else if (item.isExpanded()) {
      item.getChildren().forEach(child -> collect(child, found));
    }
  }

  private void tellSelection() {
    if (following) {
      return;
    }
    List<Part> selected =
        table.getSelectionModel().getSelectedItems().stream()
            .filter(item -> item != null && item.getValue() != null)
            .map(TreeItem::getValue)
            .toList();
    follow(
        () -> {
          model.select(
              selected.stream()
                  .flatMap(part -> part.layers().stream())
                  .collect(Collectors.toSet()));
          if (selected.size() == 1) {
            model.currentProperty().set(selected.get(0));
          }
        });
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && !model.selection().isEmpty()) {
      model.toggle(model.selection());
      event.consume();
    }
  }
}
