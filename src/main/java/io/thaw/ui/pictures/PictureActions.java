package io.thaw.ui.pictures;

import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import io.thaw.ui.images.ImagesModel;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What can be done with pictures: as buttons, in a menu and with keys. */
final class PictureActions {
  private static final String NOTHING = "Select pictures first.";

  private final PicturesModel model;
  private final PicturesController controller;
  private final ObservableBooleanValue canLeaveOut;
  private final ObservableBooleanValue canUse;
  private final ObservableBooleanValue canChange;
  private final ObservableBooleanValue canLeaveOutShown;
  private final Runnable done;
  private final HBox node = new HBox();

  /**
   * Actions.
   *
   * @param done called after each, so that the keys go to the pictures again
   */
  PictureActions(
      PicturesModel model, ImagesModel images, PicturesController controller, Runnable done) {
    this.model = model;
    this.controller = controller;
    this.done = done;
    canLeaveOut = anySelected(PictureRow::canLeaveOut);
    canUse = anySelected(PictureRow::canUse);
    canChange = anySelected(PictureRow::canChangeClass);
    canLeaveOutShown =
        Bindings.createBooleanBinding(
            () ->
                !isEverythingShown()
                    && model.listingProperty().get().shown().stream()
                        .anyMatch(PictureRow::canLeaveOut),
            model.listingProperty());
    node.getStyleClass().add("picture-actions");
    node.getChildren().addAll(decisions());
    node.getChildren().addAll(space(), undo(images), redo(images));
  }

  Node node() {
    return node;
  }

  ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    menu.getItems()
        .addAll(
            item("Leave out", KeyCode.DELETE, canLeaveOut, controller::leaveOut),
            item("Use", KeyCode.INSERT, canUse, controller::use),
            item("Change class…", KeyCode.F2, canChange, this::chooseClass));
    return menu;
  }

  /** Keys that count while the grid has the focus. */
  void onGridKey(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case DELETE -> controller.leaveOut();
      case INSERT, ENTER -> controller.use();
      case F2 -> chooseClass();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void chooseClass() {
    if (canChange.get()) {
      model.choosingClassProperty().set(true);
    }
  }

  private ObservableBooleanValue anySelected(Predicate<PictureRow> which) {
    return Bindings.createBooleanBinding(
        () -> model.selection().rows().stream().anyMatch(which),
        model.selection().versionProperty());
  }

  private Node[] decisions() {
    return new Node[] {
      button(
          "leave-out",
          "Leave out",
          Material2AL.BLOCK,
          canLeaveOut,
          controller::leaveOut,
          "Do not use what is selected; no file is changed (Delete)",
          "What is selected is left out already."),
      button(
          "use",
          "Use",
          Material2AL.CHECK,
          canUse,
          controller::use,
          "Use what is selected after all (Insert or Enter)",
          "What is selected is used already, or cannot be."),
      button(
          "change-class",
          "Change class…",
          Material2AL.LABEL,
          canChange,
          this::chooseClass,
          "Say what is selected shows (F2)",
          "There is no picture in what is selected."),
      leaveOutShown()
    };
  }

  private Node button(
      String id,
      String words,
      Ikon icon,
      ObservableBooleanValue possible,
      Runnable action,
      String hint,
      String whyNot) {
    ObservableValue<String> text =
        Bindings.createStringBinding(
            () -> possible.get() ? hint : model.selection().size() == 0 ? NOTHING : whyNot,
            possible,
            model.selection().versionProperty());
    return wrapped(id, words, icon, possible, action, text);
  }

  private Node leaveOutShown() {
    ObservableValue<String> text =
        Bindings.createStringBinding(
            () ->
                canLeaveOutShown.get()
                    ? "Do not use any of the pictures that the filter shows"
                    : isEverythingShown()
                        ? "Narrow down what is shown first: by class, kind or name."
                        : "All that is shown is left out already.",
            canLeaveOutShown,
            model.listingProperty());
    return wrapped(
        "leave-out-shown",
        "Leave out all shown",
        Material2AL.FILTER_LIST,
        canLeaveOutShown,
        controller::leaveOutShown,
        text);
  }

  /** Nobody wants to leave out the whole folder. */
  private boolean isEverythingShown() {
    Listing listing = model.listingProperty().get();
    return listing.shown().size() == listing.all().size();
  }

  private Node undo(ImagesModel images) {
    return icon(
        "picture-undo",
        "Undo",
        Material2MZ.UNDO,
        images.history().undoableProperty(),
        controller::undo,
        "Take the last decision back (Ctrl+Z)",
        "There is nothing to take back.");
  }

  private Node redo(ImagesModel images) {
    return icon(
        "picture-redo",
        "Redo",
        Material2MZ.REDO,
        images.history().redoableProperty(),
        controller::redo,
        "Decide again what was taken back (Ctrl+Y)",
        "There is nothing to decide again.");
  }

  private Node icon(
      String id,
      String words,
      Ikon icon,
      ObservableBooleanValue possible,
      Runnable action,
      String hint,
      String whyNot) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().add("icon-only");
    button.setAccessibleText(words);
    return wrapped(
        id,
        button,
        possible,
        action,
        Bindings.createStringBinding(() -> possible.get() ? hint : whyNot, possible));
  }

  private Node wrapped(
      String id,
      String words,
      Ikon icon,
      ObservableBooleanValue possible,
      Runnable action,
      ObservableValue<String> text) {
    Button button = new Button(words, Icons.of(icon));
    button.setMinWidth(Button.USE_PREF_SIZE);
    return wrapped(id, button, possible, action, text);
  }

  private Node wrapped(
      String id,
      Button button,
      ObservableBooleanValue possible,
      Runnable action,
      ObservableValue<String> text) {
    button.setId(id);
    button.setOnAction(
        event -> {
          done.run();
          action.run();
        });
    button.disableProperty().bind(Bindings.not(possible));
    return Explained.wrap(button, text);
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static MenuItem item(
      String words, KeyCode key, ObservableBooleanValue possible, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setAccelerator(new KeyCodeCombination(key));
    item.disableProperty().bind(Bindings.not(possible));
    item.setOnAction(event -> action.run());
    return item;
  }
}
