package io.thaw.tuning.checkpoint;

import io.thaw.job.Report;
import java.util.List;

/**
 * What a run's report needs of the parts of the run that came before.
 *
 * @param seconds spent so far
 * @param resumed how often the run was resumed so far
 * @param instructionSet that oneDNN was held to; null for its own choice
 * @param peakMemory in bytes of resident memory
 * @param notices told so far
 */
public record History(
    Report.Seconds seconds,
    int resumed,
    String instructionSet,
    long peakMemory,
    List<String> notices) {

  /** Of a run that begins. */
  public static final History NONE = new History(Report.Seconds.NONE, 0, null, 0, List.of());

  public History {
    notices = List.copyOf(notices);
  }
}
