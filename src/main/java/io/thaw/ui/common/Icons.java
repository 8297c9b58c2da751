package io.thaw.ui.common;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, all from one set; colour and size are the stylesheet's. */
public final class Icons {
  private Icons() {}

  /** An icon with style classes such as {@code muted-icon}. */
  public static FontIcon of(Ikon code, String... styleClasses) {
    FontIcon icon = new FontIcon(code);
    icon.getStyleClass().addAll(styleClasses);
    return icon;
  }
}
