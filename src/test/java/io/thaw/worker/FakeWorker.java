package io.thaw.worker;

import io.thaw.job.EventCodec;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A worker for tests: does what the job's model says, by the contract or against it. */
public final class FakeWorker {
  /** What a line far longer than any event looks like. */
  static final int LONG_LINE = 1_000_000;

  private final EventCodec codec = new EventCodec();
  private final JobSpec job;
  private long sequence;

  private FakeWorker(JobSpec job) {
    this.job = job;
  }

  /** Takes {@code train --job FILE --events}. */
  public static void main(String[] arguments) throws Exception {
    if (!arguments[0].equals("train") || !arguments[3].equals("--events")) {
      throw new IllegalArgumentException(String.join(" ", arguments));
    }
    new FakeWorker(JobSpec.read(Path.of(arguments[2]))).behave();
  }

  private void behave() throws Exception {
    switch (job.model()) {
      case "silent" -> System.exit(0);
      case "refused" -> send(new JobEvent.Failed(true, "No such folder.", "why"));
      case "other-version" -> {
        send(new JobEvent.Started(99, "9.9", pid(), "run"));
        waitForStop();
      }
      case "unintroduced" -> {
        send(new JobEvent.Notice("hello"));
        waitForStop();
      }
      case "resumed" -> {
        sequence = 40;
        send(new JobEvent.Started(EventCodec.PROTOCOL, "0.1.0", pid(), job.data()));
        send(new JobEvent.Resumed(1, 7));
        send(completed());
      }
      default -> {
        send(new JobEvent.Started(EventCodec.PROTOCOL, "0.1.0", pid(), job.data()));
        go();
      }
    }
  }

  private void go() throws Exception {
    switch (job.model()) {
      case "ok" -> send(completed());
      case "failed" -> send(new JobEvent.Failed(false, "It broke.", "java.lang.Error"));
      case "until-stop" -> send(new JobEvent.Cancelled(waitForStop(), true, 1));
      case "hangs" -> new CountDownLatch(1).await();
      case "exits" -> exitWithWords();
      case "garbage" -> garbage();
      case "gap" -> gap();
      case "words" -> words();
      case "floods" -> floods();
      case "ends-and-hangs" -> {
        send(completed());
        new CountDownLatch(1).await();
      }
      case "ends-twice" -> {
        send(completed());
        send(new JobEvent.Notice("too late"));
        send(new JobEvent.Failed(false, "too late", null));
      }
      default -> throw new IllegalArgumentException(job.model());
    }
  }

  private void exitWithWords() {
    for (int i = 1; i <= 60; i++) {
      System.err.println("word " + i);
    }
    System.exit(3);
  }

  private void garbage() {
    for (int i = 1; i <= 8; i++) {
      System.out.println("Downloading " + i + " %");
    }
    System.out.println();
    System.out.println("x".repeat(LONG_LINE));
    System.out.println("{\"seq\":" + sequence++ + ",\"type\":\"gpu\"}");
    System.out.println("{\"seq\":" + sequence++ + ",\"type\":\"gpu\"}");
    send(completed());
  }

  private void gap() {
    sequence += 2;
    send(new JobEvent.PhaseStarted(io.thaw.job.Phase.TRAIN));
    send(completed());
  }

  private void words() {
    send(new JobEvent.DataReady(List.of("Gänseblümchen", "日本"), 1, 1, 0));
    System.err.println("Fehler: schöne 花");
    send(completed());
  }

  /** More than any pipe holds, on both streams. */
  private void floods() {
    for (int i = 0; i < 2_000; i++) {
      System.err.println("warning ".repeat(50));
      send(new JobEvent.Notice("notice " + i));
    }
    send(completed());
  }

  /** What was read: "stop", "end" at the end of the input. */
  private String waitForStop() throws IOException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    if (!"{\"command\":\"attached\"}".equals(input.readLine())) {
      throw new IOException("The parent did not say that it is there.");
    }
    String line = input.readLine();
    String word = line == null ? "end" : line.equals("{\"command\":\"stop\"}") ? "stop" : line;
    if (Files.isDirectory(Path.of(job.data()))) {
      Files.writeString(Path.of(job.data(), word), "");
    }
    return word;
  }

  private JobEvent completed() {
    return new JobEvent.Completed(job.data(), 0.5, 1, 2);
  }

  private void send(JobEvent event) {
    byte[] line = (codec.encode(sequence++, event) + "\n").getBytes(StandardCharsets.UTF_8);
    System.out.write(line, 0, line.length);
    System.out.flush();
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }
}
