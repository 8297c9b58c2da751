package io.thaw.ui.network.diagram;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;
import org.kordamp.ikonli.material2.Material2AL;

/** Draws cards. What is too small to be read is left out. */
final class CardPainter {
  /** Width of the area at the left whose click changes the card's state. */
  static final double ICON_AREA = 40;

  private static final double WORDS_FROM = 0.32;
  private static final double DETAILS_FROM = 0.5;
  private static final double ROUND = 8;
  private static final double STRIPE = 4;
  private static final double RIGHT = 12;
  private static final double ICON = 18;
  private static final double SMALL_ICON = 14;
  private static final double NOTE_GAP = 8;

  private final Font plain;
  private final Font bold;
  private final Map<String, String> fitted = new HashMap<>();
  private final Map<String, Double> widths = new HashMap<>();
  private final Map<String, Font> iconFonts = new HashMap<>();

  CardPainter(Font font) {
    this.plain = font;
    this.bold = Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
  }

  /** Draws a card; the graphics are scaled by {@code scale}. */
  void paint(GraphicsContext graphics, Palette palette, Box box, CardFace face, double scale) {
    graphics.setGlobalAlpha(face.tone() == Tone.GONE ? 0.55 : 1);
    surface(graphics, palette, box, face);
    stripe(graphics, palette, box, face, scale);
    if (scale >= WORDS_FROM) {
      words(graphics, palette, box, face, scale);
    }
    if (face.moved() >= 0) {
      moved(graphics, palette, box, face);
    }
    graphics.setGlobalAlpha(1);
  }

  private static void surface(GraphicsContext graphics, Palette palette, Box box, CardFace face) {
    if (face.folded()) {
      graphics.setFill(palette.surface());
      graphics.setStroke(palette.line());
      graphics.setLineWidth(1);
      graphics.fillRoundRect(box.x() + 4, box.y() + 4, box.width(), box.height(), ROUND, ROUND);
      graphics.strokeRoundRect(box.x() + 4, box.y() + 4, box.width(), box.height(), ROUND, ROUND);
    }
    graphics.setFill(palette.soft(face.tone()));
    graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUND, ROUND);
    if (face.tone() == Tone.PARTLY) {
      graphics.setFill(palette.trainableSubtle());
      graphics.fillRoundRect(box.centreX(), box.y(), box.width() / 2, box.height(), ROUND, ROUND);
      graphics.fillRect(box.centreX(), box.y(), ROUND, box.height());
    }
    graphics.setStroke(face.selected() ? palette.accent() : palette.line());
    graphics.setLineWidth(face.selected() ? 2.5 : 1);
    graphics.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), ROUND, ROUND);
  }

  /** A bar at the left edge: plain, or hatched for what learns. */
  private static void stripe(
      GraphicsContext graphics, Palette palette, Box box, CardFace face, double scale) {
    double width = scale < WORDS_FROM ? ICON_AREA : STRIPE;
    double top = box.y() + 1;
    double height = box.height() - 2;
    Color strong = palette.strong(face.tone());
    graphics.setFill(face.tone() == Tone.PARTLY ? palette.frozen() : strong);
    graphics.fillRoundRect(box.x() + 1, top, width, height, STRIPE, STRIPE);
    if (face.tone() == Tone.PARTLY) {
      graphics.setFill(palette.trainable());
      graphics.fillRect(box.x() + 1, top + height / 2, width, height / 2 - 2);
    }
    boolean hatched = face.tone() == Tone.TRAINABLE || face.tone() == Tone.PARTLY;
    if (hatched && scale < WORDS_FROM) {
      graphics.setStroke(palette.trainableSubtle());
      graphics.setLineWidth(6);
      double middle = face.tone() == Tone.PARTLY ? top + height / 2 : top;
      for (double y = middle; y < top + height - 10; y += 18) {
        graphics.strokeLine(box.x() + 1, y + 12, box.x() + width, y + 2);
      }
    }
  }

  private void words(
      GraphicsContext graphics, Palette palette, Box box, CardFace face, double scale) {
    boolean details = scale >= DETAILS_FROM;
    double left = box.x() + ICON_AREA;
    double room = box.width() - ICON_AREA - RIGHT - (face.folded() ? 20 : 0);
    double titleRoom = room - (face.mark() == null ? 0 : 20);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setFont(bold);
    graphics.setFill(palette.text());
    graphics.fillText(fit(face.title(), bold, titleRoom), left, box.y() + (details ? 17 : 26));
    if (details) {
      double noteRoom = face.note().isEmpty() ? 0 : width(face.note()) + NOTE_GAP;
      graphics.setFont(plain);
      graphics.setFill(palette.muted());
      double whole = box.width() - ICON_AREA - RIGHT;
      graphics.fillText(fit(face.subtitle(), plain, whole - noteRoom), left, box.y() + 36);
      note(graphics, palette, box, face);
    }
    icon(graphics, face.icon(), ICON, palette.strong(face.tone()), box.x() + 22, box.centreY());
    if (face.folded()) {
      icon(
          graphics,
          Material2AL.EXPAND_MORE,
          ICON,
          palette.muted(),
          box.right() - RIGHT - 4,
          box.y() + 18);
    }
    if (face.mark() != null) {
      double end = box.right() - RIGHT - (face.folded() ? 24 : 4);
      icon(graphics, face.mark(), SMALL_ICON, palette.muted(), end, box.y() + 18);
    }
  }

  private void note(GraphicsContext graphics, Palette palette, Box box, CardFace face) {
    if (!face.note().isEmpty()) {
      graphics.setTextAlign(TextAlignment.RIGHT);
      graphics.setFill(palette.text());
      graphics.fillText(face.note(), box.right() - RIGHT, box.y() + 36);
    }
  }

  private static void moved(GraphicsContext graphics, Palette palette, Box box, CardFace face) {
    double length = Math.min(1, face.moved()) * (box.width() - 2 * STRIPE);
    graphics.setFill(palette.line());
    graphics.fillRect(box.x() + STRIPE, box.bottom() - 5, box.width() - 2 * STRIPE, 3);
    graphics.setFill(palette.strong(face.tone()));
    graphics.fillRect(box.x() + STRIPE, box.bottom() - 5, length, 3);
  }

  /** Draws an icon around a point. */
  void icon(GraphicsContext graphics, Ikon icon, double size, Color colour, double x, double y) {
    graphics.setFont(
        iconFonts.computeIfAbsent(icon.getDescription() + size, key -> font(icon, size)));
    graphics.setFill(colour);
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(new String(Character.toChars(icon.getCode())), x, y);
    graphics.setTextAlign(TextAlignment.LEFT);
  }

  /** The font of the icon's set, which the resolver loads when it is first asked for. */
  private static Font font(Ikon icon, double size) {
    IkonHandler set =
        IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance())
            .resolve(icon.getDescription());
    return Font.font(set.getFontFamily(), size);
  }

  /** The text, or its beginning and its end, as far as there is room; measured once. */
  private String fit(String text, Font font, double room) {
    return fitted.computeIfAbsent(
        text + '\n' + room + font.getStyle(), key -> shortened(text, font, room));
  }

  /** Width of words in the plain font at zoom 1. */
  double width(String words) {
    return widths.computeIfAbsent(words, key -> width(key, plain));
  }

  private static String shortened(String text, Font font, double room) {
    String shown = text;
    int kept = text.length();
    while (kept > 2 && width(shown, font) > room) {
      kept--;
      int head = (kept + 1) / 2;
      shown = text.substring(0, head) + "…" + text.substring(text.length() - (kept - head));
    }
    return shown;
  }

  private static double width(String words, Font font) {
    Text text = new Text(words);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}
