package io.thaw.run;

import io.thaw.job.BadJobException;
import io.thaw.job.RunFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second worker out of a run folder; the system lets go of it when the process ends,
 * however that happens. It lies on a byte beyond the end of {@code job.json}, so that everybody can
 * read that file. A system may drop it when this process opens and closes the file once more.
 */
final class RunLock implements AutoCloseable {
  private static final long BEYOND_THE_END = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock. Where the file system knows no locks, nobody is kept out.
   *
   * @throws BadJobException when another worker has it
   */
  static RunLock take(RunFiles files) throws IOException {
    FileChannel channel = FileChannel.open(files.job(), StandardOpenOption.WRITE);
    if (isFree(channel)) {
      return new RunLock(channel);
    }
    channel.close();
    throw new BadJobException(
        "The run " + files.folder() + " is at work in another process; stop it first.");
  }

  private static boolean isFree(FileChannel channel) {
    try {
      return channel.tryLock(BEYOND_THE_END, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
