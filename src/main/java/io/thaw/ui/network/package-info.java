/** The network as a list of layers, and which of them stay frozen. */
package io.thaw.ui.network;
