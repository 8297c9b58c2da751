package io.thaw.ui.preview;

import io.thaw.dataset.ViewTraits;

/**
 * A picture as the network sees it.
 *
 * @param rgb 8-bit RGB {@code [height, width, 3]}, before it is normalised; not to be changed
 * @param traits how it differs from the plain view
 */
public record SeenView(byte[] rgb, ViewTraits traits) {}
