package io.thaw.ui.network.diagram;

/**
 * An arrow between two cards.
 *
 * @param from id of the card that it leaves at the bottom
 * @param to id of the card that it reaches at the top
 */
public record Link(String from, String to) {}
