/** From a network with its parameters to an ONNX model, operator by operator. */
package io.thaw.engine.onnx;
