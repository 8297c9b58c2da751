package io.thaw.ui.images;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Keeps what the user decided about the pictures of each folder, table or archive. */
public interface EditsKeeper {
  /**
   * What was decided last; reads a file.
   *
   * @throws io.thaw.job.BadJobException in one sentence when it cannot be read; it is not lost
   */
  Decisions read(Path folder);

  /**
   * Keeps what was decided; the file follows soon.
   *
   * @param failed told in one sentence, from any thread, when it cannot be written
   */
  void keep(Path folder, Decisions decided, Consumer<String> failed);

  /**
   * The file in which it is kept, up to date; writes it if need be.
   *
   * @throws io.thaw.job.BadJobException when it cannot be written
   */
  Path file(Path folder);
}
