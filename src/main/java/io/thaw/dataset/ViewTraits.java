package io.thaw.dataset;

/**
 * How one view of a picture differs from the plain one, as somebody sees it who looks at both.
 *
 * @param mirrored whether left and right changed places
 * @param degrees how far it was turned, clockwise
 * @param share of the plain view's area that is shown, from above 0 to 1; 1 when nothing was cut
 *     off
 * @param right by how many pixels of the network's input it was moved to the right
 * @param down by how many pixels of the network's input it was moved downwards
 * @param brightness what values were multiplied by
 * @param contrast what distances from the mean grey were multiplied by
 * @param saturation what distances from each pixel's grey were multiplied by
 */
public record ViewTraits(
    boolean mirrored,
    double degrees,
    double share,
    int right,
    int down,
    double brightness,
    double contrast,
    double saturation) {}
