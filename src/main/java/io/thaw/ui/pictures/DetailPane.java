package io.thaw.ui.pictures;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.Remark;
import io.thaw.job.ByteSize;
import io.thaw.ui.common.Figures;
import io.thaw.ui.common.Texts;
import io.thaw.ui.images.ImagesModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All that is known of the current picture. */
final class DetailPane {
  private static final int SIDE = 240;
  private static final int PARTNERS = 6;

  private final PicturesModel model;
  private final ImagesModel images;
  private final Consumer<Path> goTo;
  private final Preview preview;
  private final ImageView image = new ImageView();
  private final StackPane frame = new StackPane(image);
  private final Label path = Texts.wrapped(Texts.emphasis(""));
  private final Label size = Texts.muted("");
  private final Label className = Texts.wrapped(Texts.plain(""));
  private final VBox words = new VBox();
  private final VBox content = new VBox();
  private final ScrollPane node = new ScrollPane(content);
  private PictureRow shown;

  /**
   * A pane.
   *
   * @param goTo makes another file the current one
   * @param background where pictures are decoded
   */
  DetailPane(PicturesModel model, ImagesModel images, Consumer<Path> goTo, Executor background) {
    this.model = model;
    this.images = images;
    this.goTo = goTo;
    this.preview = new Preview(2 * SIDE, background, this::show);
    image.setFitWidth(SIDE);
    image.setFitHeight(SIDE);
    image.setPreserveRatio(true);
    frame.getStyleClass().add("picture-preview");
    path.setId("picture-path");
    size.setId("picture-size");
    className.setId("picture-class");
    words.setId("picture-words");
    words.getStyleClass().add("picture-words");
    content.getStyleClass().add("picture-detail-content");
    node.setFitToWidth(true);
    node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    node.getStyleClass().addAll("picture-detail", "edge-to-edge");
    model.selection().versionProperty().addListener(changed -> refresh());
    refresh();
  }

  Node node() {
    return node;
  }

  private void refresh() {
    PictureRow now = model.selection().current();
    boolean otherFile =
        now == null
            || shown == null
            || !now.file().equals(shown.file())
            || size.getText().isEmpty();
    if (now != null && now.equals(shown)) {
      return;
    }
    shown = now;
    if (now == null) {
      Label hint = Texts.wrapped(Texts.muted("Select a picture to see more of it."));
      content.getChildren().setAll(hint);
      return;
    }
    if (otherFile) {
      image.setImage(null);
      size.setText("");
      preview.want(now.file());
    }
    path.setText(now.path());
    className.setText(now.className().isEmpty() ? "No class" : "Class: " + now.className());
    words.getChildren().setAll(words(now));
    content.getChildren().setAll(frame, path, size, className, words);
  }

  private void show(Preview.Look look) {
    if (shown != null && shown.file().equals(look.file())) {
      image.setImage(look.image());
      String bytes = look.bytes() < 0 ? "" : ByteSize.text(look.bytes());
      size.setText(
          look.width() == 0
              ? bytes
              : Figures.count(look.width())
                  + " × "
                  + Figures.count(look.height())
                  + " pixels, "
                  + bytes);
    }
  }

  private List<Node> words(PictureRow row) {
    List<Node> words = new ArrayList<>();
    row.sentences().forEach(it -> words.add(Texts.wrapped(Texts.plain(it))));
    for (Remark remark : row.remarks()) {
      List<Path> partners =
          remark.files().stream().filter(file -> !file.equals(row.file())).toList();
      if (!partners.isEmpty()) {
        words.add(Texts.muted(Topic.of(remark.kind()).words() + ": see also"));
        partners.stream().limit(PARTNERS).forEach(file -> words.add(link(file)));
      }
      if (partners.size() > PARTNERS) {
        words.add(Texts.muted("and " + (partners.size() - PARTNERS) + " more"));
      }
    }
    return words;
  }

  private Node link(Path file) {
    Hyperlink link = new Hyperlink(DatasetEdits.path(images.rawProperty().get().folder(), file));
    link.getStyleClass().add("picture-partner");
    link.setOnAction(event -> goTo.accept(file));
    return link;
  }
}
