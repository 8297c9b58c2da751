package io.thaw.sample;

/**
 * What a point of a skin does with light.
 *
 * @param colour share of the light it gives back, linear
 * @param gloss strength of mirroring, 0 to 1
 * @param rough how blurred the mirroring is, 0 to 1
 * @param soft how far light creeps round into the shade, 0 to 1
 */
record Surface(Vec colour, double gloss, double rough, double soft) {}
