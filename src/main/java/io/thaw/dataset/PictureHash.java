package io.thaw.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A number for each picture that depends on nothing but the seed and the path in the folder. */
record PictureHash(Path folder, long seed) {
  /** Evenly spread, the same on every machine. */
  long of(LabeledImage image) {
    String path = Names.relative(folder, image.file());
    byte[] text = (seed + "/" + path).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(sha256().digest(text)).getLong();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
