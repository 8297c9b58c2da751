package io.thaw.tuning.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a set of records: everything their values depend on besides the picture and its view.
 *
 * @param digest SHA-256 in 64 lower-case hexadecimal digits
 * @param description for people: model, boundary layer, engine
 */
public record FeatureKey(String digest, String description) {
  /**
   * @throws IllegalArgumentException when the digest has another form
   */
  public FeatureKey {
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Not a SHA-256 digest: " + digest);
    }
  }

  /** A key that nothing went into yet. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Digests parts in the order in which they come. Each is preceded by its kind and its length, so
   * that no two lists of parts run together into the same bytes.
   */
  public static final class Builder {
    private static final int CHUNK = 1 << 14;

    private final MessageDigest digest = sha256();

    private Builder() {}

    /** Adds a text. */
    public Builder text(String value) {
      return part('t', value.getBytes(UTF_8));
    }

    /** Adds bytes. */
    public Builder bytes(byte[] value) {
      return part('b', value);
    }

    /** Adds a whole number. */
    public Builder number(long value) {
      return part('n', ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    /** Adds numbers, bit by bit. */
    public Builder floats(float[] values) {
      start('f', values.length);
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES);
      for (int at = 0; at < values.length; at += CHUNK) {
        int count = Math.min(CHUNK, values.length - at);
        chunk.asFloatBuffer().put(values, at, count);
        digest.update(chunk.array(), 0, count * Float.BYTES);
      }
      return this;
    }

    /** The key; the builder is used up. */
    public FeatureKey build(String description) {
      return new FeatureKey(HexFormat.of().formatHex(digest.digest()), description);
    }

    private Builder part(char kind, byte[] content) {
      start(kind, content.length);
      digest.update(content);
      return this;
    }

    private void start(char kind, long length) {
      digest.update((byte) kind);
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
