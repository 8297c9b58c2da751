package io.thaw.worker;

import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import java.nio.file.Path;
import java.util.List;

/** A program with a worker, to be killed by a test. */
public final class FakeParent {
  private FakeParent() {}

  /** Takes the worker's data folder and a folder for job files; prints the worker's process id. */
  public static void main(String[] arguments) {
    WorkerCommand command =
        WorkerCommand.ofThisProgram(List.of("-Xmx64m")).withMainClass(FakeWorker.class.getName());
    new WorkerProcess(command, Path.of(arguments[1]))
        .start(
            JobSpec.of("until-stop", arguments[0]),
            event -> {
              if (event instanceof JobEvent.Started started) {
                System.out.println(started.pid());
              }
            })
        .end()
        .join();
  }
}
