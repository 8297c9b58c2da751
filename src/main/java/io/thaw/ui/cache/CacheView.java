package io.thaw.ui.cache;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Reveal;
import io.thaw.ui.common.Texts;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** A section that is folded to one line until someone wants to know about the feature cache. */
public final class CacheView {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final String WHAT =
      "What frozen layers yield for each picture is kept on the disk, so that later runs with the"
          + " same frozen layers need not compute it again.";
  private static final String BUDGET =
      "The most it may take on the disk, such as 500 MB or 5 GB; blank takes a tenth of the free"
          + " disk, 20 GB at most. What was used longest ago makes room.";

  private final CacheModel model;
  private final CacheController controller;
  private final VBox node;

  /** A view. */
  public CacheView(CacheModel model, CacheController controller) {
    this.model = model;
    this.controller = controller;
    VBox body = new VBox(amount(), budget(), new ClearPane(model, controller).node(), message());
    body.getStyleClass().add("cache-body");
    present(body, model.open());
    node = new VBox(header(), body);
    node.getStyleClass().add("cache-section");
    revealWhatUnfolds();
  }

  /** The section. */
  public Region node() {
    return node;
  }

  private void revealWhatUnfolds() {
    InvalidationListener reveal =
        changed -> {
          if (model.open().get()) {
            Reveal.later(node);
          }
        };
    List.of(model.open(), model.content(), model.message(), model.asking())
        .forEach(part -> part.addListener(reveal));
  }

  private Button header() {
    Label share = Texts.bound("cache-share", model.words(CacheText::share), "muted");
    share.visibleProperty().bind(model.open().not());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox chevron = new HBox(chevron(false));
    chevron.getStyleClass().add("cache-chevron");
    model.open().addListener((property, before, now) -> chevron.getChildren().setAll(chevron(now)));
    HBox line = new HBox(Texts.plain("Feature cache"), space, share, chevron);
    line.getStyleClass().add("cache-line");
    Button header = new Button(null, line);
    header.setId("cache-toggle");
    header.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    header.getStyleClass().setAll("cache-header");
    header.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(header.widthProperty());
    header.setOnAction(event -> controller.toggle());
    header.accessibleTextProperty().bind(share.textProperty().map(it -> "Feature cache " + it));
    return Explained.hint(header, WHAT);
  }

  private static Node chevron(boolean open) {
    return Icons.of(open ? Material2AL.EXPAND_LESS : Material2AL.EXPAND_MORE, "muted-icon");
  }

  private Node amount() {
    Label headline =
        Texts.wrapped(
            Texts.bound(
                "cache-headline",
                Bindings.createStringBinding(this::headline, model.content(), model.busy())));
    Explained.hint(headline, WHAT);
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("count-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Share of the budget that is taken");
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> model.content().get() == null ? 0 : model.content().get().filled(),
                model.content()));
    Label detail = Texts.bound("cache-detail", model.words(CacheText::detail), "muted");
    Explained.follow(detail, model.words(CacheText::parts));
    present(detail, detail.textProperty().map(it -> !it.isEmpty()));
    Label folder = Texts.bound("cache-folder", model.words(CacheContent::folder), "muted");
    folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    present(folder, model.content().isNotNull());
    Explained.follow(folder, model.words(CacheContent::folder));
    return styled("cache-amount", headline, bar, detail, folder);
  }

  private String headline() {
    if (model.content().get() == null) {
      return model.busy().get() ? "Looking at the cache\u2026" : "What is kept is not known.";
    }
    return CacheText.headline(model.content().get());
  }

  private Node budget() {
    TextField input = new TextField();
    input.setId("cache-budget");
    input.setPromptText("automatic");
    input.setAccessibleText("Budget of the feature cache");
    input.textProperty().bindBidirectional(model.budget().text());
    input.setOnAction(event -> controller.setBudget());
    HBox.setHgrow(input, Priority.ALWAYS);
    model
        .budget()
        .problem()
        .addListener(
            (property, before, now) -> input.pseudoClassStateChanged(WRONG, !now.isEmpty()));
    Label label = Explained.hint(Texts.plain("Budget"), BUDGET);
    label.setLabelFor(input);
    Button set = new Button("Set");
    set.setId("cache-set");
    set.setMinWidth(Region.USE_PREF_SIZE);
    set.setOnAction(event -> controller.setBudget());
    set.disableProperty().bind(model.setBlocked().isNotEmpty());
    Node explained =
        Explained.wrap(set, model.setBlocked().map(it -> it.isEmpty() ? "Set the budget" : it));
    HBox row = new HBox(label, Explained.hint(input, BUDGET), explained);
    row.getStyleClass().add("form-row");
    Label problem =
        Texts.wrapped(Texts.bound("cache-budget-problem", model.budget().problem(), "problem"));
    present(problem, model.budget().problem().isNotEmpty());
    return styled("cache-budget", row, problem);
  }

  private Node message() {
    Label message =
        Texts.wrapped(Texts.bound("cache-message", model.message().map(CacheMessage::text)));
    present(message, model.message().map(it -> !it.text().isEmpty()));
    model
        .message()
        .addListener(
            (property, before, now) -> {
              message.getStyleClass().remove("problem");
              if (now.trouble()) {
                message.getStyleClass().add("problem");
              }
            });
    return message;
  }

  private static VBox styled(String styleClass, Node... content) {
    VBox box = new VBox(content);
    box.getStyleClass().add(styleClass);
    return box;
  }

  static void present(Node part, ObservableValue<Boolean> shown) {
    part.visibleProperty().bind(shown);
    part.managedProperty().bind(shown);
  }
}
