package io.thaw.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** The two looks of the window. */
public enum Theme {
  LIGHT,
  DARK;

  /** The other one. */
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /**
   * Gives the whole program this look. The colours are a stylesheet of their own, so that pop-up
   * windows, which have a root of their own, follow too.
   */
  public void apply(Scene scene) {
    Application.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
    scene.getStylesheets().setAll(stylesheets());
  }

  /** The program's own stylesheets, colours first. */
  public List<String> stylesheets() {
    String colours = this == LIGHT ? "light.css" : "dark.css";
    return List.of(sheet(colours), sheet("thaw.css"), sheet("screens.css"));
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource("/io/thaw/ui/" + name), name)
        .toExternalForm();
  }
}
