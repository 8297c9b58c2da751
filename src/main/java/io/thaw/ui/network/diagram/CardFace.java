package io.thaw.ui.network.diagram;

import org.kordamp.ikonli.Ikon;

/**
 * What a card shows.
 *
 * @param title in the first line
 * @param subtitle in the second line
 * @param tone the card's state
 * @param icon says the state without colour
 * @param clickable whether a click on the icon does something
 * @param folded whether it stands for a group that can be unfolded
 * @param mark a small icon at the right end; null for none
 * @param note a short figure at the right end of the second line; empty for none
 * @param moved length of the bar at the bottom, 0 to 1; negative for none
 * @param gauge drawn beside the card; null for none
 * @param selected whether it is selected
 * @param words all of it in words, for screen readers
 */
public record CardFace(
    String title,
    String subtitle,
    Tone tone,
    Ikon icon,
    boolean clickable,
    boolean folded,
    Ikon mark,
    String note,
    double moved,
    Gauge gauge,
    boolean selected,
    String words) {}
