package io.thaw.cli.bench;

import java.util.ArrayList;
import java.util.List;

/** Sums epochs up: the first by itself, since caches and compilers warm up in it. */
final class Epochs {
  private static final double SHORTEST = 1e-9;

  private final int images;
  private final List<Double> train = new ArrayList<>();
  private final List<Double> all = new ArrayList<>();

  /**
   * @param images learned from in each epoch
   */
  Epochs(int images) {
    this.images = images;
  }

  /** Adds an epoch: seconds of training, and with validation. */
  void add(double trainSeconds, double seconds) {
    train.add(trainSeconds);
    all.add(seconds);
  }

  static double rate(double images, double seconds) {
    return images / Math.max(SHORTEST, seconds);
  }

  double firstRate() {
    return rate(images, train.get(0));
  }

  /** Null when there was but one. */
  Double laterRate() {
    return train.size() < 2 ? null : Double.valueOf(rate(images, later(train)));
  }

  double first() {
    return all.get(0);
  }

  /** Null when there was but one. */
  Double later() {
    return all.size() < 2 ? null : Double.valueOf(later(all));
  }

  /** Seconds of so many epochs; those not run last as long as the mean of the later ones. */
  double total(int epochs) {
    int run = Math.min(epochs, all.size());
    double measured = all.subList(0, run).stream().mapToDouble(Double::doubleValue).sum();
    return measured + (epochs - run) * (all.size() < 2 ? first() : later(all));
  }

  private static double later(List<Double> seconds) {
    return seconds.stream().skip(1).mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
