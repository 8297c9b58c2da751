package io.thaw.tuning;

import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.Augmentation;
import io.thaw.dataset.ImageProblem;
import io.thaw.dataset.LabeledImage;
import io.thaw.engine.Normalizer;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.Phase;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * One pass of pictures through a network that yields a row of numbers for each, decoded beside it
 * as pictures to check with are. Nothing is kept but the rows.
 */
public final class ProbePass {
  private final InputSpec input;
  private final Prefix network;
  private final Consumer<JobEvent> events;
  private final CancelToken cancel;

  /**
   * What the pass yields.
   *
   * @param images that could be read, in the order given
   * @param rows a row for each of them, {@code [images][numbers of the network]}
   * @param problems pictures that could not be read
   */
  public record Rows(List<LabeledImage> images, float[][] rows, List<ImageProblem> problems) {
    public Rows {
      images = List.copyOf(images);
      problems = List.copyOf(problems);
    }
  }

  /**
   * A pass.
   *
   * @param input what the network expects of a picture
   * @param network stays open
   * @param events told of progress and of pictures that cannot be read
   */
  public ProbePass(InputSpec input, Prefix network, Consumer<JobEvent> events, CancelToken cancel) {
    this.input = input;
    this.network = network;
    this.events = events;
    this.cancel = cancel;
  }

  /**
   * Reads pictures and runs the network over them.
   *
   * @throws CancellationException when cancelled
   */
  public Rows run(List<LabeledImage> images) {
    Collected collected = new Collected(new Progress(Phase.PREFIX, images.size(), events));
    try (PictureReader reader = new PictureReader(input, Augmentation.NONE, false)) {
      new FeatureComputer(reader, new Normalizer(input), network, false)
          .compute(
              images.stream().map(PictureView::plain).iterator(), collected, cancel::isCancelled);
    }
    if (cancel.isCancelled()) {
      throw new CancellationException("The pass over the pictures was cancelled.");
    }
    return collected.rows();
  }

  private final class Collected implements FeatureComputer.Sink {
    private final Progress progress;
    private final List<LabeledImage> images = new ArrayList<>();
    private final List<float[]> rows = new ArrayList<>();
    private final List<ImageProblem> problems = new ArrayList<>();

    Collected(Progress progress) {
      this.progress = progress;
    }

    @Override
    public void features(PictureView view, FloatBuffer features, int at) {
      float[] row = new float[network.size()];
      features.get(at, row);
      images.add(view.image());
      rows.add(row);
      progress.advance(1);
    }

    @Override
    public void unreadable(PictureView view, ImageProblem problem) {
      problems.add(problem);
      events.accept(JobEvent.ProblemFound.of(problem));
      progress.advance(1);
    }

    Rows rows() {
      return new Rows(images, rows.toArray(float[][]::new), problems);
    }
  }
}
