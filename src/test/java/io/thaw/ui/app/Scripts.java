package io.thaw.ui.app;

import io.thaw.dataset.Leaks;
import io.thaw.job.EpochRecord;
import io.thaw.job.Estimate;
import io.thaw.job.JobEvent;
import io.thaw.job.Phase;
import io.thaw.job.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Events and reports of an ordinary run, made up. */
public final class Scripts {
  private static final int STEPS_PER_EPOCH = 25;

  private Scripts() {}

  /** Everything before the first step. */
  public static List<JobEvent> beginning(Path run) {
    return List.of(
        new JobEvent.Started(1, "0.1.0", 4711, run.toString()),
        new JobEvent.PhaseStarted(Phase.PREPARE),
        new JobEvent.Notice("The engine is being unpacked; this happens once."),
        new JobEvent.PhaseStarted(Phase.SCAN),
        new JobEvent.ProblemFound("roses/broken.jpg", "the file ends in the middle", "truncated"),
        new JobEvent.DataReady(classes(5), 800, 200, 1),
        new JobEvent.PlanReady("stage3_output", 42, 7, 1_234_567, 9_876_543),
        new JobEvent.PhaseStarted(Phase.PREFIX),
        new JobEvent.Progress(Phase.PREFIX, 1000, 1000, 212.4, 0),
        new JobEvent.FeaturesReady("ONNX Runtime", 0, 880, 120, 40),
        new JobEvent.PhaseStarted(Phase.TRAIN));
  }

  /** The steps and the validation of epochs {@code from} to {@code to} of {@code epochs}. */
  public static List<JobEvent> epochs(int from, int to, int epochs) {
    List<JobEvent> events = new ArrayList<>();
    Random chance = new Random(7);
    int steps = epochs * STEPS_PER_EPOCH;
    for (int epoch = from; epoch <= to; epoch++) {
      for (int i = 1; i <= STEPS_PER_EPOCH; i++) {
        int step = (epoch - 1) * STEPS_PER_EPOCH + i;
        double learned = 1 - Math.exp(-3.0 * step / steps);
        double loss = 1.7 - 1.4 * learned + 0.12 * chance.nextGaussian();
        double accuracy = 0.2 + 0.7 * learned + 0.06 * chance.nextGaussian();
        events.add(
            new JobEvent.BatchDone(
                epoch,
                step,
                steps,
                Math.max(0.02, loss),
                Math.max(0, Math.min(1, accuracy)),
                0.01 * (1 - (double) step / steps),
                413.2,
                0.4 * (steps - step)));
      }
      events.add(new JobEvent.EpochDone(record(epoch, epochs), epochs));
    }
    return events;
  }

  private static EpochRecord record(int epoch, int epochs) {
    double learned = 1 - Math.exp(-3.0 * epoch / epochs);
    return new EpochRecord(
        epoch,
        1.7 - 1.4 * learned,
        0.2 + 0.7 * learned,
        1.72 - 1.3 * learned,
        0.21 + 0.67 * learned,
        0.01,
        2.5,
        413.2);
  }

  /** A report as such a run would write it. */
  public static Report report(int classes, int perClass) {
    Random chance = new Random(3);
    int[][] confusion = new int[classes][classes];
    for (int actual = 0; actual < classes; actual++) {
      for (int i = 0; i < perClass; i++) {
        boolean right = chance.nextDouble() < 0.87;
        confusion[actual][right ? actual : chance.nextInt(classes)]++;
      }
    }
    long right = IntStream.range(0, classes).mapToLong(i -> confusion[i][i]).sum();
    return new Report(
        Report.VERSION,
        "residual-64",
        "/home/ada/flowers",
        "until:stage3",
        "stage3_output",
        false,
        (double) right / (classes * perClass),
        0.412,
        4 * classes * perClass,
        classes * perClass,
        classes(classes),
        IntStream.rangeClosed(1, 10).mapToObj(epoch -> record(epoch, 10)).toList(),
        confusion,
        1_234_567,
        9_876_543,
        0,
        List.of(
            new Report.ProblemRecord(
                "roses/broken.jpg", "the file ends in the middle", "truncated")),
        List.of("There is no room for the features of 40 of 1,000 pictures and views."),
        new Report.Seconds(0.4, 6.2, 4.7, 7.1, 25.4, 41.9),
        new Report.Features("ONNX Runtime", 0, 880, 120, 40),
        null,
        1_300_000_000L,
        0,
        List.of(),
        test(classes),
        new Estimate(5.6, 8.0, 3.0, 38.2, 1_100_000_000L, 64_000_000L),
        new Leaks(0, 0));
  }

  /** Four pictures of each class that are right, and one of the first that is not. */
  private static Report.Test test(int classes) {
    int[][] counts = new int[classes][classes];
    IntStream.range(0, classes).forEach(i -> counts[i][i] = 4);
    counts[0][classes - 1]++;
    int all = 4 * classes + 1;
    return new Report.Test((all - 1.0) / all, all, counts);
  }

  /** The same report as builds wrote it that knew no feature cache. */
  public static Report olderReport(int classes, int perClass) {
    Report it = report(classes, perClass);
    return new Report(
        Report.VERSION,
        it.model(),
        it.data(),
        it.freeze(),
        it.boundaryLayer(),
        it.cancelled(),
        it.valAccuracy(),
        it.valLoss(),
        it.trainImages(),
        it.valImages(),
        it.classes(),
        it.epochs(),
        it.confusion(),
        it.trainableParameters(),
        it.frozenValues(),
        it.frozenValuesChanged(),
        it.problems(),
        null,
        new Report.Seconds(0, 6.2, 4.7, 0, 25.4, 41.9),
        null,
        null,
        0,
        0,
        null,
        null,
        null,
        null);
  }

  /** Names of classes. */
  public static List<String> classes(int count) {
    List<String> flowers = List.of("daisy", "dandelion", "roses", "sunflowers", "tulips");
    return IntStream.range(0, count)
        .mapToObj(i -> i < flowers.size() ? flowers.get(i) : "class " + (i + 1))
        .toList();
  }
}
