package io.thaw.run;

import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.Fit;
import io.thaw.dataset.ImageFolder;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.PictureLoader;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.SplitPlan;
import io.thaw.engine.Normalizer;
import io.thaw.job.MachineSpeed;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Makes pictures and reads them as a run does, on all cores. */
final class DecodingTrial {
  private static final int SIDE = 224;
  private static final int SMALL_SIDE = 64;
  private static final int LOOKED_AT = 100;
  private static final int REPEATS = 3;

  /** Gives a picture 0.3 bytes a pixel, as photographs from the web have. */
  private static final int GRAIN = 40;

  /** A folder of files that goes when the trial ends. */
  private record Scratch(Path folder) implements AutoCloseable {
    static Scratch make() throws IOException {
      return new Scratch(Files.createTempDirectory("thaw-calibrate"));
    }

    @Override
    public void close() throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  MachineSpeed.Decoding measure() throws IOException {
    try (Scratch scratch = Scratch.make()) {
      byte[] small = jpeg(320, 240);
      look(Files.createDirectory(scratch.folder().resolve("first")), small);
      double look = look(Files.createDirectory(scratch.folder().resolve("folder")), small);
      Path smallFile = Files.write(scratch.folder().resolve("small.jpg"), small);
      Path middleFile = Files.write(scratch.folder().resolve("middle.jpg"), jpeg(1024, 768));
      Path largeFile = Files.write(scratch.folder().resolve("large.jpg"), jpeg(2048, 1536));
      Rounds shrunk = rounds(smallFile, SMALL_SIDE, 200);
      double plain = rounds(smallFile, SIDE, 200).picture();
      double middle = rounds(middleFile, SIDE, 40).picture();
      double large = rounds(largeFile, SIDE, 20).picture();
      double values = 3.0 * SIDE * SIDE;
      double value =
          Math.max(0, plain - shrunk.picture()) / (values - 3.0 * SMALL_SIDE * SMALL_SIDE);
      double fileByte = Math.max(0, middle - plain) / (Files.size(middleFile) - small.length);
      double picture = Math.max(0, plain - values * value - small.length * fileByte);
      double reduced = Math.max(0, large - picture - values * value) / Files.size(largeFile);
      return new MachineSpeed.Decoding(
          look, shrunk.warmUp(), picture, value, fileByte, reduced, small.length / (320.0 * 240));
    }
  }

  /** Seconds for each file of a folder that nobody looked at before. */
  private static double look(Path folder, byte[] picture) throws IOException {
    for (int i = 0; i < LOOKED_AT; i++) {
      Path group = Files.createDirectories(folder.resolve("class" + i % 2));
      // What follows a picture's end is nobody's; it makes the files differ.
      Files.write(group.resolve(i + ".jpg"), Arrays.copyOf(picture, picture.length + i));
    }
    long start = System.nanoTime();
    PictureIndex index = PictureIndex.inMemory(folder);
    ScanReport report = ImageFolder.scan(folder, count -> {}, () -> false, index);
    SplitPlan.of(new DeepReport(report, List.of()), 0.2, 1, index);
    return since(start) / LOOKED_AT;
  }

  /**
   * Times of many pictures.
   *
   * @param picture seconds for each
   * @param warmUp seconds that the first took longer, together
   */
  private record Rounds(double picture, double warmUp) {}

  private static Rounds rounds(Path file, int side, int count) {
    double[] rounds = new double[REPEATS + 1];
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      for (int i = 0; i < rounds.length; i++) {
        rounds[i] = round(threads, file, side, count);
      }
    } finally {
      threads.shutdownNow();
    }
    double[] warm = Arrays.copyOfRange(rounds, 1, rounds.length);
    Arrays.sort(warm);
    double middle = warm[warm.length / 2];
    return new Rounds(middle, count * Math.max(0, rounds[0] - middle));
  }

  private static double round(ExecutorService threads, Path file, int side, int count) {
    PictureLoader loader = new PictureLoader(side, side, Fit.STRETCH);
    Normalizer normalizer =
        new Normalizer(new InputSpec(side, side, false, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f)));
    Callable<float[]> work =
        () -> {
          float[] values = new float[normalizer.size()];
          normalizer.write(loader.load(file), values, 0);
          return values;
        };
    long start = System.nanoTime();
    List<Future<float[]>> pending = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pending.add(threads.submit(work));
    }
    pending.forEach(DecodingTrial::await);
    return since(start) / count;
  }

  private static void await(Future<float[]> pending) {
    try {
      pending.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while pictures were read.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A picture made for measuring cannot be read.", e);
    }
  }

  /** Patches of all sizes and a little grain, which compress as photographs do. */
  private static byte[] jpeg(int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int size = 64; size >= 2; size /= 2) {
      int shade = 2 * size + GRAIN;
      for (int y = 0; y < height; y += size) {
        for (int x = 0; x < width; x += size) {
          int change = random.nextInt(shade) - shade / 2;
          shift(picture, x, y, size, change, change / 2 + random.nextInt(9) - 4);
        }
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", out);
    return out.toByteArray();
  }

  private static void shift(BufferedImage picture, int left, int top, int size, int by, int blue) {
    int right = Math.min(left + size, picture.getWidth());
    int bottom = Math.min(top + size, picture.getHeight());
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int rgb = picture.getRGB(x, y) & 0xffffff;
        int base = rgb == 0 ? 0x808080 : rgb;
        picture.setRGB(
            x,
            y,
            level((base >> 16) + by) << 16
                | level((base >> 8 & 0xff) + by) << 8
                | level((base & 0xff) + blue));
      }
    }
  }

  private static int level(int value) {
    return Math.max(1, Math.min(255, value));
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
