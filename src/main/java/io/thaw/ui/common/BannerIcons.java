package io.thaw.ui.common;

import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The sign of each kind of banner, so that colour is not the only one. */
final class BannerIcons {
  private BannerIcons() {}

  static Node of(Banner.Kind kind) {
    return switch (kind) {
      case GOOD -> Icons.of(Material2OutlinedAL.CHECK_CIRCLE, "accent-icon");
      case NEUTRAL -> Icons.of(Material2OutlinedAL.INFO, "muted-icon");
      case PROBLEM -> Icons.of(Material2OutlinedAL.ERROR_OUTLINE, "problem-icon");
    };
  }
}
