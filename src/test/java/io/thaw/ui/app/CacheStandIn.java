package io.thaw.ui.app;

import io.thaw.job.ByteSize;
import io.thaw.worker.CommandRunner;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers {@code thaw cache} as the command line does, of a cache that is made up. */
public final class CacheStandIn implements CommandRunner {
  private static final long AUTOMATIC = 5_000_000_000L;

  private final List<List<String>> commands = new CopyOnWriteArrayList<>();
  private long bytes = 1_300_000_000;
  private long budget;
  private Result trouble;

  /** The commands so far. */
  public List<List<String>> commands() {
    return commands;
  }

  /** Makes every command from now on end like this; null for as it should. */
  public synchronized void fail(Result result) {
    trouble = result;
  }

  @Override
  public synchronized Result run(List<String> arguments) {
    commands.add(arguments);
    if (trouble != null) {
      return trouble;
    }
    long before = bytes;
    int at = arguments.indexOf("--budget");
    if (at >= 0) {
      String size = arguments.get(at + 1);
      budget = size.equals("auto") ? 0 : ByteSize.parse(size);
      bytes = Math.min(bytes, limit());
    }
    if (arguments.contains("--clear")) {
      bytes = 0;
    }
    boolean changed = arguments.size() > 2;
    return new Result(0, json(changed ? before - bytes : -1), "");
  }

  private long limit() {
    return budget == 0 ? AUTOMATIC : budget;
  }

  private String json(long freed) {
    String set =
        "{\"description\": \"Frost 64 up to stage3\", \"records\": 1205, \"bytes\": %d}"
            .formatted(bytes);
    return """
        {"version": 1, "folder": "/home/ada/.cache/thaw/pictures/features", "bytes": %d,
         "records": %d, "budgetBytes": %d, "automatic": %b, %s "sets": [%s]}
        """
        .formatted(
            bytes,
            bytes == 0 ? 0 : 1205,
            limit(),
            budget == 0,
            freed < 0 ? "" : "\"freedBytes\": " + freed + ",",
            bytes == 0 ? "" : set);
  }
}
