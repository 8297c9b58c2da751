package io.thaw.ui.app;

import io.thaw.ui.training.RunController;
import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The window's keys; {@link HelpPopover} lists them for the user. */
final class Shortcuts {
  private Shortcuts() {}

  static void install(Scene scene, WorkbenchModel window, RunController run, Runnable help) {
    ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
    keys.put(control(KeyCode.ENTER), run::start);
    keys.put(control(KeyCode.PERIOD), run::stop);
    keys.put(new KeyCodeCombination(KeyCode.ESCAPE), run::stop);
    keys.put(new KeyCodeCombination(KeyCode.F1), help);
    KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4};
    for (int i = 0; i < digits.length; i++) {
      WorkbenchModel.Tab tab = WorkbenchModel.Tab.values()[i];
      keys.put(control(digits[i]), () -> window.tab().set(tab));
    }
  }

  private static KeyCombination control(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
  }
}
