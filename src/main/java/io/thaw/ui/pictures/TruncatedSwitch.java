package io.thaw.ui.pictures;

import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.ProblemKind;
import io.thaw.dataset.ScanReport;
import io.thaw.ui.common.Explained;
import io.thaw.ui.images.ImagesModel;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/** Whether all pictures whose files end early are used; on show while there are any. */
final class TruncatedSwitch {
  private final ImagesModel images;
  private final CheckBox node = new CheckBox();

  TruncatedSwitch(ImagesModel images, PicturesController controller) {
    this.images = images;
    node.setId("accept-truncated");
    node.getStyleClass().add("truncated-switch");
    Explained.hint(
        node, "Their files end early. What is there is learned from; what is missing is grey.");
    node.setOnAction(event -> controller.acceptTruncated(node.isSelected()));
    node.managedProperty().bind(node.visibleProperty());
    images.rawProperty().addListener(changed -> show());
    images.editsProperty().addListener(changed -> show());
    show();
  }

  Node node() {
    return node;
  }

  private void show() {
    ScanReport raw = images.rawProperty().get();
    boolean accepted = images.editsProperty().get().acceptTruncated();
    long pictures = raw == null ? 0 : raw.problems().stream().filter(TruncatedSwitch::ends).count();
    node.setSelected(accepted);
    node.setVisible(pictures > 0 || accepted && raw != null);
    node.setText(
        pictures == 1
            ? "Use the 1 picture that is cut short"
            : "Use the %,d pictures that are cut short".formatted(pictures));
  }

  private static boolean ends(ImageProblem problem) {
    return problem.kind() == ProblemKind.TRUNCATED && problem.className() != null;
  }
}
