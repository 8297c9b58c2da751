package io.thaw.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A number for each picture that depends on nothing but the seed and what the file holds: not on
 * its name, not on other pictures.
 */
record PictureHash(Path folder, long seed, PictureIndex index) {
  private static final int BITS = 53;

  /** Evenly spread from 0 to below 1, the same on every machine. */
  double of(LabeledImage image) {
    byte[] text = (seed + "/" + content(image)).getBytes(StandardCharsets.UTF_8);
    long bits = ByteBuffer.wrap(sha256().digest(text)).getLong() >>> (Long.SIZE - BITS);
    return bits / (double) (1L << BITS);
  }

  /** A file that cannot be read now counts by its name; decoding it reports the problem. */
  private String content(LabeledImage image) {
    return index
        .contentHash(image.file())
        .map(HexFormat.of()::formatHex)
        .orElseGet(() -> PicturePaths.relative(folder, image.file()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
