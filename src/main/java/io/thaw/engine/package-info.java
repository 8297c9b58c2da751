/**
 * Everything that touches DJL and MXNet: parameter files, the frozen prefix and the trainable tail
 * of a split network.
 */
package io.thaw.engine;
