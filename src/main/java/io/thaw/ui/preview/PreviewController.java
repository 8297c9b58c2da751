package io.thaw.ui.preview;

import io.thaw.dataset.UnreadablePictureException;
import io.thaw.ui.common.LatestTask;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;

/**
 * Keeps the views on show in step with everything that they depend on. All methods are for the FX
 * thread.
 */
public final class PreviewController {
  private static final System.Logger LOG = System.getLogger(PreviewController.class.getName());

  private final PreviewModel model;
  private final PreviewInputs inputs;
  private final LatestTask<Preview> making;
  private final Previews previews = new Previews();
  private PreviewQuestion asked;
  private int turn;

  /** Whether the user wants to see views where there is no augmentation, too. */
  private boolean wanted;

  /**
   * A controller.
   *
   * @param background where pictures are decoded
   * @param foreground where {@code model} may be changed
   */
  public PreviewController(
      PreviewModel model, PreviewInputs inputs, Executor background, Executor foreground) {
    this.model = model;
    this.inputs = inputs;
    this.making = new LatestTask<>(background, foreground);
    InvalidationListener change = changed -> ask();
    inputs.images().folderProperty().addListener(changed -> turn = 0);
    inputs.images().reportProperty().addListener(changed -> forget());
    inputs.observables().forEach(observable -> observable.addListener(change));
    inputs
        .form()
        .augmented()
        .addListener((property, before, now) -> model.open().set(now || wanted));
    model.open().addListener(change);
    model.all().addListener(change);
  }

  /** Shows the views, or hides them. */
  public void toggle() {
    wanted = !model.open().get();
    model.open().set(wanted);
  }

  /** Takes another picture, of another class where there is one. */
  public void another() {
    turn++;
    ask();
  }

  /** Files may have changed since they were looked at last. */
  private void forget() {
    asked = null;
    previews.forget();
  }

  private void ask() {
    if (!model.open().get()) {
      making.cancel();
      asked = null;
      return;
    }
    Optional<PreviewQuestion> question = inputs.question(turn, model.all().get());
    model.choice().set(question.isPresent());
    if (question.isEmpty()) {
      making.cancel();
      asked = null;
      model.showNone(inputs.missing());
    } else if (!question.get().equals(asked)) {
      asked = question.get();
      make(asked);
    }
  }

  private void make(PreviewQuestion question) {
    making.submit(
        () -> previews.of(question),
        model::show,
        problem -> failed(question.image().file().getFileName(), problem));
  }

  private void failed(Path name, Exception problem) {
    if (problem instanceof UnreadablePictureException unreadable) {
      LOG.log(System.Logger.Level.DEBUG, "No views of a picture.", problem);
      model.showNone(name + " cannot be shown: " + unreadable.reason() + ".");
    } else {
      LOG.log(System.Logger.Level.WARNING, "No views of a picture.", problem);
      model.showNone(name + " cannot be shown: " + problem + ".");
    }
  }
}
