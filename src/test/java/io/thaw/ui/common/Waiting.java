package io.thaw.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Waiting for what a window shall show. A property tells what is shown before the next frame has
 * laid it out, so whoever looks for a node right after it may come too early, or meet a cell that
 * is about to hold something else.
 */
public final class Waiting {
  private Waiting() {}

  /**
   * Waits until {@code condition}, asked on the FX thread, holds, and lays out what it shows. Where
   * it does not, pictures of all windows tell what there was instead.
   *
   * @throws TimeoutException if it does not hold within a minute
   */
  public static void await(Callable<Boolean> condition) throws TimeoutException {
    try {
      waitFor(condition);
    } catch (TimeoutException e) {
      String name = StackWalker.getInstance().walk(Waiting::test);
      WaitForAsyncUtils.waitForAsyncFx(
          60_000,
          () -> {
            Shots.ofAllWindows(name);
            return null;
          });
      throw e;
    }
  }

  private static String test(Stream<StackWalker.StackFrame> frames) {
    return frames
        .filter(frame -> frame.getClassName().endsWith("Test"))
        .reduce((inner, outer) -> outer)
        .map(frame -> frame.getClassName() + "-" + frame.getMethodName())
        .orElse("unknown");
  }

  private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () ->
            WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> {
                  boolean holds = condition.call();
                  if (holds) {
                    layOut();
                  }
                  return holds;
                }));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /**
   * The node with the id {@code id}, once there is a visible one.
   *
   * @throws TimeoutException if there is none within a minute
   */
  public static Node node(FxRobot robot, String id) throws TimeoutException {
    Predicate<Node> wanted = node -> id.equals(node.getId()) && node.isVisible();
    await(
        () -> {
          layOut();
          return robot.lookup(wanted).tryQuery().isPresent();
        });
    return robot.lookup(wanted).query();
  }

  private static void layOut() {
    for (Window window : Window.getWindows()) {
      if (window.getScene() != null) {
        window.getScene().getRoot().applyCss();
        window.getScene().getRoot().layout();
      }
    }
  }
}
