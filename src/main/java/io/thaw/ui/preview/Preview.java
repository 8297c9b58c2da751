package io.thaw.ui.preview;

import java.util.List;

/**
 * What the network sees of a picture.
 *
 * @param question what was asked
 * @param plain the picture as it is when the network is checked with it
 * @param views the picture as it is learned from: the kept views in their order, or examples of
 *     fresh ones; empty when it is learned from as it is
 */
public record Preview(PreviewQuestion question, SeenView plain, List<SeenView> views) {
  public Preview {
    views = List.copyOf(views);
  }
}
