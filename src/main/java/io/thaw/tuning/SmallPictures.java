package io.thaw.tuning;

import io.thaw.dataset.Pixels;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decoded pictures of which fresh views are made again and again, kept as bytes as far as memory
 * goes. Views of the others are decoded from their files, with the same result.
 */
final class SmallPictures {
  private final Map<Path, Pixels> kept = new ConcurrentHashMap<>();
  private final AtomicLong left;

  /**
   * No pictures yet.
   *
   * @param memory bytes to keep at most
   */
  SmallPictures(long memory) {
    left = new AtomicLong(memory);
  }

  /** Keeps a picture if there is room. */
  void offer(Path file, Pixels pixels) {
    long bytes = pixels.rgb().length;
    if (left.addAndGet(-bytes) >= 0) {
      kept.put(file, pixels);
    } else {
      left.addAndGet(bytes);
    }
  }

  Optional<Pixels> get(Path file) {
    return Optional.ofNullable(kept.get(file));
  }
}
