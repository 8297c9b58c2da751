package io.thaw.cli;

import io.thaw.job.EpochRecord;
import io.thaw.job.JobEvent;
import io.thaw.job.Phase;
import io.thaw.job.RunFiles;
import io.thaw.run.TrainingRun;
import java.io.PrintStream;
import java.nio.file.Path;

/** A run for people who watch a terminal: a bar per phase and epoch, then the result. */
final class TextProgress implements TrainingRun.Listener {
  private static final int BAR = 24;
  private static final int PROBLEMS_SHOWN = 20;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean live;
  private final int epochs;
  private String run = "";
  private int width;
  private int problems;
  private JobEvent.LayersMoved moved;

  TextProgress(Surroundings surroundings, int epochs) {
    this.epochs = epochs;
    out = surroundings.out();
    err = surroundings.err();
    live = surroundings.terminal();
  }

  @Override
  public void event(JobEvent event, String line) {
    if (event instanceof JobEvent.Started it) {
      run = it.run();
    } else if (event instanceof JobEvent.PhaseStarted it && it.phase() != Phase.TRAIN) {
      transientLine(it.phase().title() + " …");
    } else if (event instanceof JobEvent.Progress it) {
      progress(it);
    } else if (event instanceof JobEvent.DataReady it) {
      data(it);
    } else if (event instanceof JobEvent.ProblemFound it) {
      problem(it);
    } else if (event instanceof JobEvent.PlanReady it) {
      plan(it);
    } else if (event instanceof JobEvent.FeaturesReady it) {
      features(it);
    } else if (event instanceof JobEvent.Resumed it) {
      lasting("Resumed after epoch %d, step %d".formatted(it.epoch(), it.step()));
    } else if (event instanceof JobEvent.BatchDone it) {
      batch(it);
    } else if (event instanceof JobEvent.EpochDone it) {
      epoch(it.record());
    } else if (event instanceof JobEvent.LayersMoved it) {
      moved = it;
    } else if (event instanceof JobEvent.Notice it) {
      lasting("Note: " + it.message());
    } else if (event instanceof JobEvent.Terminal it) {
      end(it);
    }
  }

  /** Shows how many points of a network a probe has fitted its classifiers to. */
  void fitted(int done, int points) {
    transientLine(
        "Telling the classes apart %s after %d of %d layers"
            .formatted(bar((double) done / points), done, points));
    if (done == points) {
      clear();
    }
  }

  private void progress(JobEvent.Progress it) {
    String text =
        "%s %s %d of %d  %.0f images/s  %s left"
            .formatted(
                it.phase().title(),
                bar((double) it.done() / it.total()),
                it.done(),
                it.total(),
                it.imagesPerSecond(),
                time(it.secondsLeft()));
    if (it.done() == it.total()) {
      lasting(text.replaceFirst(" {2}\\S+ left$", ""));
    } else {
      transientLine(text);
    }
  }

  private void data(JobEvent.DataReady it) {
    lasting(
        "%d pictures to learn from and %d to check with, in %d classes: %s"
            .formatted(
                it.trainImages(),
                it.valImages(),
                it.classes().size(),
                String.join(", ", it.classes())));
  }

  private void problem(JobEvent.ProblemFound it) {
    problems++;
    if (problems <= PROBLEMS_SHOWN) {
      lasting("Left out: " + it.file() + ": " + it.reason());
    }
  }

  /** A folder may hold thousands of files that are no pictures; the run folder names them all. */
  private void problemsNotShown() {
    if (problems > PROBLEMS_SHOWN) {
      out.printf(
          "%,d more files were left out; %s names them.%n",
          problems - PROBLEMS_SHOWN, new RunFiles(Path.of(run)).events());
    }
  }

  private void plan(JobEvent.PlanReady it) {
    lasting(
        "%,d parameters learn, %,d stay frozen%s"
            .formatted(
                it.trainableParameters(),
                it.frozenValues(),
                it.boundaryLayer() == null
                    ? ""
                    : "; everything down to " + it.boundaryLayer() + " is computed once"));
  }

  /** Nothing where no layer is computed ahead; a notice tells what was not kept. */
  private void features(JobEvent.FeaturesReady it) {
    if (it.engine() == null) {
      return;
    }
    String all =
        it.views() == 0
            ? "%,d pictures".formatted(it.fromCache() + it.computed())
            : "%,d views (%d of each training picture)"
                .formatted(it.fromCache() + it.computed(), it.views());
    if (it.fromCache() == 0) {
      lasting("%s computed by %s".formatted(all, it.engine()));
    } else if (it.computed() == 0) {
      lasting(all + ", all known from earlier runs");
    } else {
      lasting(
          "%s: %,d known from earlier runs, %,d computed by %s"
              .formatted(all, it.fromCache(), it.computed(), it.engine()));
    }
  }

  private void batch(JobEvent.BatchDone it) {
    double stepsPerEpoch = (double) it.steps() / epochs;
    double part = it.step() / stepsPerEpoch - (it.epoch() - 1);
    transientLine(
        "%s %s loss %.4f  accuracy %.3f  %.0f images/s  %s left"
            .formatted(
                epochTitle(it.epoch()),
                bar(part),
                it.loss(),
                it.accuracy(),
                it.imagesPerSecond(),
                time(it.secondsLeft())));
  }

  private String epochTitle(int epoch) {
    return ("Epoch %" + Integer.toString(epochs).length() + "d/%d").formatted(epoch, epochs);
  }

  private void epoch(EpochRecord it) {
    lasting(
        "%s %s loss %.4f  accuracy %.3f  validation loss %.4f  accuracy %.3f  %.0f images/s"
            .formatted(
                epochTitle(it.epoch()),
                bar(1),
                it.loss(),
                it.accuracy(),
                it.valLoss(),
                it.valAccuracy(),
                it.imagesPerSecond()));
  }

  private void end(JobEvent.Terminal end) {
    clear();
    problemsNotShown();
    if (end instanceof JobEvent.Completed it) {
      out.printf("Validation accuracy %.3f after %s%n", it.valAccuracy(), time(it.seconds()));
      ClassTable.print(it.run(), out);
      show(EstimateText.of(it.run()));
      movedMost();
      out.println("The model is in " + Path.of(it.run(), "model"));
    } else if (end instanceof JobEvent.Cancelled it) {
      movedMost();
      out.println(
          it.modelKept()
              ? "Stopped. What was learned so far is in " + Path.of(it.run(), "model")
              : "Stopped before anything was learned.");
    } else if (end instanceof JobEvent.Failed it) {
      err.println(it.message());
      if (!it.badInput()) {
        err.println("Cause: " + it.detail());
      }
    }
  }

  /** Nothing where only the head learns. */
  private void movedMost() {
    show(moved == null ? "" : MovedText.of(moved));
  }

  private void show(String text) {
    if (!text.isEmpty()) {
      out.println(text);
    }
  }

  private static String bar(double part) {
    int filled = (int) Math.round(BAR * part);
    return "█".repeat(filled) + "░".repeat(BAR - filled);
  }

  private static String time(double seconds) {
    if (seconds < 0 || !Double.isFinite(seconds)) {
      return "?";
    }
    long whole = Math.round(seconds);
    return whole < 60
        ? whole + " s"
        : whole < 3600
            ? "%d min %02d s".formatted(whole / 60, whole % 60)
            : "%d h %02d min".formatted(whole / 3600, whole % 3600 / 60);
  }

  /** A line that the next one replaces; only where a person watches. */
  private void transientLine(String text) {
    if (live) {
      clear();
      out.print(text);
      out.flush();
      width = text.length();
    }
  }

  private void lasting(String text) {
    clear();
    out.println(text);
  }

  private void clear() {
    if (width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
      width = 0;
    }
  }
}
