package io.thaw.tuning.cache;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file that grows, {@code .PID-START-UUID.tmp}: it tells whose it is.
 *
 * @param pid the writing process
 * @param startMillis when that process started, as another process with that number may come later;
 *     0 if the system does not say
 */
record TemporaryName(long pid, long startMillis, UUID uuid) {
  private static final Pattern FORM =
      Pattern.compile("\\.([0-9]{1,18})-([0-9]{1,18})-([0-9a-f-]{36})\\.tmp");

  /** Systems derive the start from the clock, which is set now and then. */
  private static final Duration INACCURACY = Duration.ofMinutes(1);

  /** A new name. */
  static TemporaryName ofThisProcess() {
    ProcessHandle own = ProcessHandle.current();
    return new TemporaryName(own.pid(), start(own), UUID.randomUUID());
  }

  /** Reads a name; empty when it has another form. */
  static Optional<TemporaryName> of(Path file) {
    Matcher matcher = FORM.matcher(file.getFileName().toString());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new TemporaryName(
              Long.parseLong(matcher.group(1)),
              Long.parseLong(matcher.group(2)),
              UUID.fromString(matcher.group(3))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text() {
    return "." + pid + "-" + startMillis + "-" + uuid + ".tmp";
  }

  /** Whether the process that made the name lives on this machine. */
  boolean ownerLives() {
    Optional<ProcessHandle> owner = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (owner.isEmpty()) {
      return false;
    }
    long start = start(owner.get());
    return start == 0 || startMillis == 0 || Math.abs(start - startMillis) <= INACCURACY.toMillis();
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
