package io.thaw.sample;

/**
 * How a surface takes light.
 *
 * @param relief 1 swells like a ball, less is flatter
 * @param gloss strength of the highlight, 0 to 1
 * @param shine sharpness of the highlight; skin about 30, wax about 80
 * @param grain height of the pores
 * @param lift how far its shadow falls, in shares of the subject's size
 */
record Material(double relief, double gloss, double shine, double grain, double lift) {}
