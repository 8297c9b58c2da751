package io.thaw.ui.preview;

import io.thaw.dataset.LabeledImage;
import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Reveal;
import io.thaw.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A section that shows a picture of the user's as the network will see it. */
public final class PreviewView {
  private static final int COLUMNS = 3;
  private static final String WHAT =
      "A picture of yours as it enters the network: as it is checked with, and in the views that it"
          + " is learned from.";
  private static final String CHECKED =
      "The plain view: pictures to check with are never changed, only brought to the network's"
          + " size.";

  private final PreviewModel model;
  private final PreviewController controller;
  private final VBox node;
  private final StackPane plain = new StackPane();
  private final TilePane views = new TilePane();
  private final StringProperty words = new ReadOnlyStringWrapper("");

  /** A view. */
  public PreviewView(PreviewModel model, PreviewController controller) {
    this.model = model;
    this.controller = controller;
    VBox body = new VBox(picture(), sentence(), grid(), caption(), link());
    body.getStyleClass().add("preview-body");
    present(body, model.open());
    node = new VBox(header(), body);
    node.getStyleClass().add("preview-section");
    model.preview().addListener((property, before, now) -> show(before, now));
  }

  /** The section. */
  public Region node() {
    return node;
  }

  private void show(Preview before, Preview now) {
    words.set("");
    plain.getChildren().clear();
    views.getChildren().clear();
    if (now == null) {
      return;
    }
    plain
        .getChildren()
        .add(cell(now, now.plain(), "Checked with: " + ViewText.words(now.plain().traits())));
    List<Node> cells = new ArrayList<>();
    for (int i = 0; i < now.views().size(); i++) {
      cells.add(cell(now, now.views().get(i), ViewText.view(now, i)));
    }
    views.getChildren().setAll(cells);
    if (before == null || before.views().size() != now.views().size()) {
      Reveal.later(node);
    }
  }

  private ViewCell cell(Preview preview, SeenView view, String text) {
    ViewCell cell = new ViewCell(view, preview.question().input(), text);
    cell.focusedProperty()
        .addListener((property, before, now) -> words.set(now ? cell.words() : ""));
    return cell;
  }

  private Button header() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox chevron = new HBox(chevron(false));
    chevron.getStyleClass().add("preview-line");
    model.open().addListener((property, before, now) -> chevron.getChildren().setAll(chevron(now)));
    HBox line = new HBox(Texts.plain("See what the network sees"), space, chevron);
    line.getStyleClass().add("preview-line");
    Button header = new Button(null, line);
    header.setId("preview-toggle");
    header.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    header.getStyleClass().setAll("preview-header");
    header.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(header.widthProperty());
    header.setOnAction(event -> controller.toggle());
    header.setAccessibleText("See what the network sees");
    return Explained.hint(header, WHAT);
  }

  private static Node chevron(boolean open) {
    return Icons.of(open ? Material2AL.EXPAND_LESS : Material2AL.EXPAND_MORE, "muted-icon");
  }

  private Node picture() {
    Label name = Texts.bound("preview-class", words(PreviewQuestion::className), "emphasis");
    Label file = Texts.bound("preview-file", words(it -> fileName(it.image())), "muted");
    file.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Explained.follow(file, words(it -> it.image().file().toString()));
    VBox about = new VBox(name, file, Explained.hint(Texts.muted("checked with"), CHECKED));
    about.getStyleClass().add("preview-words");
    about.setMinWidth(0);
    HBox shown = new HBox(plain, about);
    shown.getStyleClass().add("preview-picture");
    HBox.setHgrow(about, Priority.ALWAYS);
    HBox.setHgrow(shown, Priority.ALWAYS);
    present(shown, model.preview().isNotNull());
    Node missing = missing();
    HBox.setHgrow(missing, Priority.ALWAYS);
    HBox row = new HBox(shown, missing, another());
    row.getStyleClass().add("preview-picture");
    return row;
  }

  private Node another() {
    Button another = new Button("", Icons.of(Material2MZ.SHUFFLE));
    another.setId("preview-another");
    another.getStyleClass().addAll("icon-only", "flat");
    another.setAccessibleText("Another picture");
    another.setOnAction(event -> controller.another());
    return Explained.wrap(another, new ReadOnlyStringWrapper("Another picture, of another class"));
  }

  private Node sentence() {
    Label sentence =
        Texts.wrapped(Texts.bound("preview-sentence", words(ViewText::sentence), "muted"));
    Explained.follow(sentence, words(ViewText::explanation));
    present(sentence, model.preview().isNotNull());
    return sentence;
  }

  private Node grid() {
    views.setId("preview-views");
    views.getStyleClass().add("preview-views");
    views.setPrefColumns(COLUMNS);
    present(views, model.preview().map(it -> !it.views().isEmpty()).orElse(false));
    return views;
  }

  /** What the keyboard is at; the mouse has it on hover. */
  private Node caption() {
    Label caption = Texts.wrapped(Texts.bound("preview-caption", words));
    present(caption, words.map(it -> !it.isEmpty()));
    words.addListener(
        (property, before, now) -> {
          if (!now.isEmpty()) {
            Reveal.later(caption);
          }
        });
    return caption;
  }

  private Node link() {
    Hyperlink link = new Hyperlink();
    link.setId("preview-all");
    link.textProperty()
        .bind(Bindings.createStringBinding(this::linkText, model.preview(), model.all()));
    link.setOnAction(
        event -> {
          model.all().set(!model.all().get());
          link.setVisited(false);
        });
    present(link, link.textProperty().map(it -> !it.isEmpty()));
    return link;
  }

  private String linkText() {
    Preview preview = model.preview().get();
    if (preview == null || preview.question().kept() <= PreviewQuestion.FEW) {
      return "";
    }
    return model.all().get() ? "Show fewer" : "Show all " + preview.question().kept();
  }

  private Node missing() {
    Label missing = Texts.wrapped(Texts.bound("preview-missing", model.missing(), "muted"));
    missing.setMaxWidth(Double.MAX_VALUE);
    present(missing, model.missing().isNotEmpty());
    return missing;
  }

  private ObservableValue<String> words(Function<PreviewQuestion, String> text) {
    return model.preview().map(it -> text.apply(it.question())).orElse("");
  }

  private static String fileName(LabeledImage image) {
    return image.file().getFileName().toString();
  }

  private static void present(Node part, ObservableValue<Boolean> shown) {
    part.visibleProperty().bind(shown);
    part.managedProperty().bind(shown);
  }
}
