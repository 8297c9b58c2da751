/**
 * Everything that touches DJL, MXNet and ONNX Runtime: parameter files, the frozen prefix and the
 * trainable tail of a split network.
 */
package io.thaw.engine;
