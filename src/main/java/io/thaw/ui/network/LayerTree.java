package io.thaw.ui.network;

import io.thaw.network.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The folding list of layers: follows network and search, tells the model what is selected. */
final class LayerTree {
  private final NetworkModel model;
  private final RowTree rows = new RowTree();
  private final TreeTableView<TreeRow> table;
  private final ObservableValue<String> search;

  /**
   * A list.
   *
   * @param search only layers that contain this are shown
   */
  LayerTree(NetworkModel model, ObservableValue<String> search, ContextMenu menu) {
    this.model = model;
    this.search = search;
    this.table = LayerTable.create(model);
    table.setContextMenu(menu);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<TreeItem<TreeRow>>) change -> tellSelection());
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    model.networkProperty().addListener((property, before, now) -> showNetwork());
    search.addListener((property, before, now) -> rebuild());
    showNetwork();
  }

  TreeTableView<TreeRow> node() {
    return table;
  }

  /** Gives the list the keyboard, with a row selected. */
  void focus() {
    if (table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
    table.requestFocus();
  }

  private void showNetwork() {
    rows.reset(model.networkProperty().get());
    rebuild();
  }

  private void rebuild() {
    Set<Layer> kept = Set.copyOf(model.selection());
    table.getSelectionModel().clearSelection();
    table.setRoot(rows.build(model.networkProperty().get(), search.getValue()));
    if (!kept.isEmpty()) {
      reveal(table.getRoot(), kept);
    }
  }

  /** Selects the single layers among {@code wanted} again and scrolls to the first of them. */
  private void reveal(TreeItem<TreeRow> item, Set<Layer> wanted) {
    List<TreeItem<TreeRow>> found = new ArrayList<>();
    collect(item, wanted, found);
    found.forEach(each -> expandParents(each.getParent()));
    found.forEach(each -> table.getSelectionModel().select(each));
    found.stream().findFirst().ifPresent(each -> table.scrollTo(table.getRow(each) - 3));
  }

  private static void collect(
      TreeItem<TreeRow> item, Set<Layer> wanted, List<TreeItem<TreeRow>> found) {
    if (item.getValue() instanceof TreeRow.Single single && wanted.contains(single.layer())) {
      found.add(item);
    }
    item.getChildren().forEach(child -> collect(child, wanted, found));
  }

  private static void expandParents(TreeItem<TreeRow> item) {
    for (TreeItem<TreeRow> each = item; each != null; each = each.getParent()) {
      each.setExpanded(true);
    }
  }

  private void tellSelection() {
    Set<Layer> layers =
        table.getSelectionModel().getSelectedItems().stream()
            .filter(item -> item != null && item.getValue() != null)
            .flatMap(item -> item.getValue().layers().stream())
            .collect(Collectors.toSet());
    model.select(layers);
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && !model.selection().isEmpty()) {
      model.toggle(model.selection());
      event.consume();
    }
  }
}
