package io.thaw.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.JsonFiles;
import io.thaw.run.TrainingRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The worker's side of the process contract: event lines on standard output and nothing else;
 * {@code {"command":"stop"}} or the end of standard input stops the run. A parent that says
 * something first, such as {@code {"command":"attached"}}, is missed from the first moment on.
 */
final class EventStream {
  /**
   * Standard input that ends sooner than this was never held by a parent (it is the null device),
   * so its end says nothing. A silent parent that dies this early is noticed by the broken output.
   */
  static final long ATTACHED_NANOS = 1_000_000_000L;

  private final Surroundings surroundings;
  private final CancelToken cancel;

  EventStream(Surroundings surroundings, CancelToken cancel) {
    this.surroundings = surroundings;
    this.cancel = cancel;
  }

  JobEvent.Terminal run(TrainingRun run, JobSpec spec) {
    listen();
    return run.run(spec, this::print, cancel);
  }

  JobEvent.Terminal resume(TrainingRun run, Path folder) {
    listen();
    return run.resume(folder, this::print, cancel);
  }

  private void listen() {
    Thread reader = new Thread(this::readCommands, "commands");
    reader.setDaemon(true);
    reader.start();
  }

  private void print(JobEvent event, String line) {
    PrintStream out = surroundings.out();
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
    if (out.checkError()) {
      cancel.cancel();
    }
  }

  private void readCommands() {
    ObjectMapper mapper = JsonFiles.mapper();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8))) {
      boolean any = false;
      long start = System.nanoTime();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        any = true;
        if (isStop(mapper, line)) {
          cancel.cancel();
        }
      }
      if (any || System.nanoTime() - start > ATTACHED_NANOS) {
        cancel.cancel();
      }
    } catch (IOException e) {
      cancel.cancel();
    }
  }

  private boolean isStop(ObjectMapper mapper, String line) {
    try {
      return mapper.readTree(line).path("command").asText().equals("stop");
    } catch (JsonProcessingException e) {
      surroundings.err().println("Not a command: " + line);
      return false;
    }
  }
}
