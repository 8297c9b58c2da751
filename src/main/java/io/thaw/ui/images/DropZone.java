package io.thaw.ui.images;

import io.thaw.ui.common.FolderChooser;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * Where a folder, a table or an archive is dropped or chosen; says which layout is expected until
 * there is one.
 */
final class DropZone {
  private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
  private static final String LAYOUT =
      """
      flowers/
        daisy/   a folder
        rose/    for each
        tulip/   class""";

  private final VBox node = new VBox();

  DropZone(ImagesModel model, ImagesController controller, FolderChooser chooser) {
    node.setId("drop-zone");
    node.getStyleClass().add("drop-zone");
    node.getChildren().addAll(invitation(model), chosen(model), button(controller, chooser));
    node.getChildren().add(2, layout(model));
    node.getChildren().add(file(controller, chooser));
    node.getChildren().add(samples(model, controller));
    model
        .folderProperty()
        .addListener((property, was, now) -> node.pseudoClassStateChanged(FILLED, now != null));
  }

  Node node() {
    return node;
  }

  private static Node invitation(ImagesModel model) {
    VBox box =
        new VBox(
            Icons.of(Material2AL.CREATE_NEW_FOLDER, "drop-icon"),
            Texts.emphasis("Drop a folder of pictures here"));
    box.getStyleClass().add("drop-invitation");
    shownWhileEmpty(model, box);
    return box;
  }

  private static Node layout(ImagesModel model) {
    Label layout = Texts.muted(LAYOUT);
    layout.getStyleClass().add("folder-layout");
    layout.setTooltip(
        new Tooltip(
            "Folders train/ and val/, each with a folder per class, are understood as well."));
    shownWhileEmpty(model, layout);
    return layout;
  }

  private static void shownWhileEmpty(ImagesModel model, Node each) {
    each.visibleProperty().bind(model.folderProperty().isNull());
    each.managedProperty().bind(each.visibleProperty());
  }

  private static Node file(ImagesController controller, FolderChooser chooser) {
    Hyperlink link = new Hyperlink("or a table or ZIP file…");
    link.setId("choose-file");
    link.setTooltip(
        new Tooltip(
            "A table (.csv, .tsv) that names pictures and their classes, or a ZIP file with"
                + " pictures in it, which is read in place."));
    link.setOnAction(
        event ->
            chooser
                .chooseFile(
                    link.getScene().getWindow(),
                    "Choose a table or an archive of pictures",
                    "Tables and archives",
                    List.of("*.csv", "*.tsv", "*.zip"))
                .ifPresent(controller::open));
    return link;
  }

  /** A first try needs no folder of one's own. */
  private static Node samples(ImagesModel model, ImagesController controller) {
    Hyperlink link = new Hyperlink("or try the sample pictures");
    link.setId("try-samples");
    link.setOnAction(event -> controller.open(model.samplesProperty().get()));
    link.visibleProperty()
        .bind(model.folderProperty().isNull().and(model.samplesProperty().isNotNull()));
    link.managedProperty().bind(link.visibleProperty());
    return link;
  }

  private static Node chosen(ImagesModel model) {
    Label name = Texts.bound("folder-name", path(model, true), "emphasis");
    Label parent = Texts.bound("folder-parent", path(model, false), "muted");
    parent.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    HBox row = new HBox(Icons.of(Material2AL.FOLDER, "muted-icon"), new VBox(name, parent));
    row.getStyleClass().add("chosen-folder");
    row.visibleProperty().bind(model.folderProperty().isNotNull());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private static javafx.beans.value.ObservableValue<String> path(ImagesModel model, boolean name) {
    return Bindings.createStringBinding(
        () -> {
          Path folder = model.folderProperty().get();
          Path part = folder == null ? null : name ? folder.getFileName() : folder.getParent();
          return part == null ? "" : part.toString();
        },
        model.folderProperty());
  }

  private static Button button(ImagesController controller, FolderChooser chooser) {
    Button button = new Button("Choose folder…", Icons.of(Material2AL.FOLDER_OPEN));
    button.setId("choose-folder");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(
        event ->
            chooser
                .choose(button.getScene().getWindow(), "Choose a folder of pictures")
                .ifPresent(controller::open));
    return button;
  }
}
