/** A diagram of cards in folding frames with routed links between them; it knows no networks. */
package io.thaw.ui.network.diagram;
