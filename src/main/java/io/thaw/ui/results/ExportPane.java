package io.thaw.ui.results;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/** The export button and, under it, how the export goes. */
public final class ExportPane {
  private final VBox node = new VBox();

  /**
   * A pane; its parts' ids begin with {@code id}.
   *
   * @param chooser asks for the target folder; empty when the user thinks better of it
   */
  public ExportPane(
      String id,
      ResultsModel model,
      ResultsController controller,
      Supplier<Optional<Path>> chooser) {
    Button export = new Button("Export\u2026", Icons.of(Material2MZ.SAVE_ALT));
    export.setId(id);
    export.setMaxWidth(Double.MAX_VALUE);
    export.setOnAction(event -> chooser.get().ifPresent(controller::export));
    export.disableProperty().bind(model.exportBlocked().isNotEmpty());
    Label message =
        Texts.wrapped(Texts.bound(id + "-message", model.export().map(ExportState::message)));
    message.visibleProperty().bind(Bindings.isNotEmpty(message.textProperty()));
    message.managedProperty().bind(message.visibleProperty());
    model
        .export()
        .addListener(
            (property, before, now) -> {
              message.getStyleClass().remove("problem");
              if (now.stage() == ExportState.Stage.FAILED) {
                message.getStyleClass().add("problem");
              }
            });
    node.getStyleClass().add("export-pane");
    node.getChildren().addAll(Explained.wrap(export, explanation(model)), message);
  }

  private static javafx.beans.value.ObservableValue<String> explanation(ResultsModel model) {
    return model
        .exportBlocked()
        .map(
            reason ->
                reason.isEmpty()
                    ? "Write the trained model to a folder that any Java program loads with DJL."
                    : reason);
  }

  /** The pane. */
  public Region node() {
    return node;
  }
}
