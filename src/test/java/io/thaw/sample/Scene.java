package io.thaw.sample;

import java.util.List;

/**
 * Things on a table before a backdrop.
 *
 * @param table skin of the plane y = 0, in x and z
 * @param edge where the table ends, at z = -edge
 */
record Scene(List<Thing> things, Skin table, double edge, Backdrop backdrop, Light light) {}
