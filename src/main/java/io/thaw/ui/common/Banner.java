package io.thaw.ui.common;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A sentence across a pane about what just happened, with its technical detail folded away. */
public final class Banner extends VBox {
  /** How a banner is marked. */
  public enum Kind {
    GOOD,
    NEUTRAL,
    PROBLEM
  }

  private final Label title = Texts.emphasis("");
  private final Label sentence = Texts.wrapped(Texts.plain(""));
  private final HBox buttons = new HBox();
  private final Hyperlink more = new Hyperlink("Technical detail");
  private final TextArea detail = new TextArea();
  private final HBox icon = new HBox();

  /** A banner that is not shown until {@link #show}; its parts' ids begin with {@code id}. */
  public Banner(String id) {
    setId(id);
    getStyleClass().add("banner");
    title.setId(id + "-title");
    sentence.setId(id + "-sentence");
    more.setId(id + "-more");
    detail.setId(id + "-detail");
    detail.setEditable(false);
    detail.setPrefRowCount(6);
    detail.getStyleClass().add("detail");
    more.setOnAction(event -> showDetail(!detail.isVisible()));
    buttons.getStyleClass().add("banner-buttons");
    getChildren().addAll(line(), detail);
    hide();
  }

  private Node line() {
    VBox words = new VBox(title, sentence, more);
    words.getStyleClass().add("banner-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(icon, words, buttons);
    line.getStyleClass().add("banner-line");
    line.setAlignment(Pos.TOP_LEFT);
    buttons.setMinWidth(Region.USE_PREF_SIZE);
    return line;
  }

  /**
   * Shows the banner.
   *
   * @param technical folded away at first; empty for none
   */
  public void show(Kind kind, String heading, String text, String technical) {
    getStyleClass().removeAll("good", "neutral", "trouble");
    getStyleClass().add(styleClass(kind));
    icon.getChildren().setAll(BannerIcons.of(kind));
    title.setText(heading);
    sentence.setText(text);
    detail.setText(technical);
    present(more, !technical.isEmpty());
    showDetail(false);
    present(this, true);
  }

  private static String styleClass(Kind kind) {
    return switch (kind) {
      case GOOD -> "good";
      case NEUTRAL -> "neutral";
      case PROBLEM -> "trouble";
    };
  }

  /** Takes the banner away. */
  public void hide() {
    present(this, false);
  }

  /** Replaces the buttons at the right. */
  public void setButtons(Button... offered) {
    buttons.getChildren().setAll(offered);
  }

  private void showDetail(boolean shown) {
    present(detail, shown);
    more.setText(shown ? "Hide technical detail" : "Technical detail");
    more.setVisited(false);
  }

  private static void present(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
