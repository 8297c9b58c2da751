package io.thaw.ui.network.diagram;

/**
 * A share with its interval, drawn beside a card.
 *
 * @param low lower bound, 0 to 1
 * @param value 0 to 1
 * @param high upper bound, 0 to 1
 * @param best whether it is the one to look at
 */
public record Gauge(double low, double value, double high, boolean best) {}
