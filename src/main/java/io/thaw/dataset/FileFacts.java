package io.thaw.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What is known of a file in one of its states.
 *
 * @param size in bytes
 * @param time of the last change, in nanoseconds since 1970; of a file in an archive, the checksum
 *     that the archive keeps of it, as times in archives are coarse and often all the same
 * @param findings what its header showed; null when it was not looked at
 * @param hash SHA-256 of its content; null when not computed
 * @param look what the decoded picture looks like; null when it was not decoded
 */
record FileFacts(long size, long time, Findings findings, byte[] hash, Look look) {
  /** The coarsest clock of a file system in use, FAT's. */
  private static final long CLOCK_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Only the state: nothing was found out yet. */
  static FileFacts of(Path file, BasicFileAttributes attributes) {
    return new FileFacts(attributes.size(), time(file, attributes), null, null, null);
  }

  private static long time(Path file, BasicFileAttributes attributes) {
    long time = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    try {
      return PicturePaths.isArchived(file) ? (Long) Files.getAttribute(file, "zip:crc") : time;
    } catch (IOException e) {
      // Whoever reads the file finds out why.
      return time;
    }
  }

  /** Whether the file is known to have a problem. */
  boolean hasProblem() {
    return findings != null && findings.kind() != null;
  }

  /** The problem that it {@linkplain #hasProblem has}, as decoding it would tell. */
  UnreadablePictureException problem(Path file) {
    return new UnreadablePictureException(file, findings.kind(), findings.reason(), null);
  }

  FileFacts withFindings(Findings found) {
    return new FileFacts(size, time, found, hash, look);
  }

  FileFacts withHash(byte[] sha256) {
    return new FileFacts(size, time, findings, sha256, look);
  }

  FileFacts withLook(Look seen) {
    return new FileFacts(size, time, findings, hash, seen);
  }

  boolean isSameState(FileFacts other) {
    return other != null && size == other.size && time == other.time;
  }

  /** Whether a change after this moment would show, and not bear the same time. */
  boolean isSettledAt(long millisSince1970) {
    return TimeUnit.MILLISECONDS.toNanos(millisSince1970) - time > CLOCK_NANOS;
  }
}
