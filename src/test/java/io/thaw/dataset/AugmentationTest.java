package io.thaw.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AugmentationTest {
  private static final int VIEWS = 400;
  private static final Augmentation FLIP = new Augmentation(true, 1, 0, 0, 0, 0);
  private static final Augmentation TURN = new Augmentation(false, 1, 10, 0, 0, 0);

  /** Two rows of three pixels. */
  private static final byte[] PICTURE = {
    1, 1, 1, 2, 2, 2, 3, 3, 3,
    4, 4, 4, 5, 5, 5, 6, 6, 6
  };

  private static byte[] vary(Augmentation augmentation, long seed) {
    return new PictureLoader(3, 2, Fit.STRETCH).view(new Pixels(3, 2, PICTURE), augmentation, seed);
  }

  @Test
  void halfOfTheViewsAreMirrored() {
    int mirrored = 0;
    for (int seed = 0; seed < VIEWS; seed++) {
      byte[] copy = vary(FLIP, seed);
      boolean isMirrored = copy[0] == 3;
      assertThat(copy)
          .isEqualTo(
              isMirrored
                  ? new byte[] {3, 3, 3, 2, 2, 2, 1, 1, 1, 6, 6, 6, 5, 5, 5, 4, 4, 4}
                  : PICTURE);
      mirrored += isMirrored ? 1 : 0;
    }
    assertThat(mirrored).isBetween(160, 240);
  }

  @Test
  void noneIsThePlainViewAndLeavesTheSourceAlone() {
    Pixels picture = photograph(90, 70, 1);
    byte[] before = picture.rgb().clone();
    for (Fit fit : Fit.values()) {
      PictureLoader loader = new PictureLoader(32, 24, fit);
      byte[] plain = loader.fit(picture).rgb();
      assertThat(loader.view(picture, Augmentation.NONE, 5)).isEqualTo(plain);
      loader.view(picture, Augmentation.STANDARD, 5);
    }
    assertThat(picture.rgb()).isEqualTo(before);
    assertThat(vary(Augmentation.NONE, 4)).isEqualTo(PICTURE);
  }

  @Test
  void theSeedDecides() {
    PictureLoader loader = new PictureLoader(32, 32, Fit.CROP);
    for (Augmentation augmentation :
        new Augmentation[] {Augmentation.LIGHT, Augmentation.STANDARD}) {
      Pixels picture = photograph(90, 70, 1);
      Set<Integer> different = new HashSet<>();
      for (int seed = 0; seed < 50; seed++) {
        byte[] view = loader.view(picture, augmentation, seed);
        assertThat(loader.view(picture, augmentation, seed)).isEqualTo(view);
        different.add(Arrays.hashCode(view));
      }
      assertThat(different).hasSizeGreaterThan(48);
    }
  }

  @Test
  void cropsStayInThePictureAndInTheirRange() {
    Random random = new Random(2);
    for (int i = 0; i < 2000; i++) {
      int width = 1 + random.nextInt(600);
      int height = 1 + random.nextInt(600);
      Fit fit = Fit.values()[i % 2];
      PictureLoader loader = new PictureLoader(64, 48, fit);
      Crop plain = Crop.plain(width, height, loader);
      Crop crop = Crop.random(width, height, loader, crops(0.35), new SplittableRandom(i));
      assertThat(crop.left()).isNotNegative();
      assertThat(crop.top()).isNotNegative();
      assertThat(crop.left() + crop.width()).isLessThanOrEqualTo(width + 1e-9);
      assertThat(crop.top() + crop.height()).isLessThanOrEqualTo(height + 1e-9);
      if (plain.width() > 10 && plain.height() > 10) {
        double share = crop.width() * crop.height() / (plain.width() * plain.height());
        double aspect = crop.width() / crop.height() / (plain.width() / plain.height());
        assertThat(share).isBetween(0.35 - 1e-9, 1 + 1e-9);
        assertThat(aspect).isBetween(0.75 - 1e-9, 4.0 / 3 + 1e-9);
      }
    }
  }

  @Test
  void sharesAndPlacesOfCropsAreEvenlySpread() {
    PictureLoader loader = new PictureLoader(64, 64, Fit.CROP);
    double share = 0;
    double left = 0;
    double logAspect = 0;
    for (int seed = 0; seed < 4000; seed++) {
      // So wide that every draw but those higher than the picture fits.
      Crop crop = Crop.random(4000, 1000, loader, crops(0.2), new SplittableRandom(seed));
      share += crop.width() * crop.height() / 1e6 / 4000;
      left += crop.left() / (4000 - crop.width()) / 4000;
      logAspect += Math.log(crop.width() / crop.height()) / 4000;
    }
    assertThat(share).isEqualTo(0.56, within(0.05));
    assertThat(left).isEqualTo(0.5, within(0.03));
    assertThat(logAspect).isEqualTo(0.0, within(0.06));
  }

  /** A bright disc right of the centre must turn clockwise by the angle that was drawn. */
  @Test
  void aTurnMovesAMarkerToItsPlace() {
    for (int size : new int[] {100, 150, 400}) {
      Pixels picture = disc(size, 0.5 + 0.35, 0.5, 0.06);
      PictureLoader loader = new PictureLoader(100, 100, Fit.STRETCH);
      for (int seed = 0; seed < 20; seed++) {
        View view = View.draw(TURN, size, size, loader, seed);
        assertThat(Math.abs(view.radians())).isLessThanOrEqualTo(Math.toRadians(10));
        double[] centre = brightest(view.of(PictureDecoder.Decoded.whole(picture), loader), 100);
        // The crop turns clockwise, so what it shows turns the other way.
        assertThat(centre[0]).isEqualTo(50 + 35 * Math.cos(view.radians()), within(0.15));
        assertThat(centre[1]).isEqualTo(50 - 35 * Math.sin(view.radians()), within(0.15));
      }
    }
  }

  /** What is told of a view is what is seen of it, mirrored or not. */
  @Test
  void traitsSayWhatIsSeen() {
    Augmentation turnOrMirror = new Augmentation(true, 1, 10, 0, 0, 0);
    Pixels picture = disc(100, 0.5 + 0.35, 0.5, 0.06);
    PictureLoader loader = new PictureLoader(100, 100, Fit.STRETCH);
    Set<Boolean> sides = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      ViewTraits traits = loader.traits(100, 100, turnOrMirror, seed);
      double[] centre = brightest(loader.view(picture, turnOrMirror, seed), 100);
      int side = traits.mirrored() ? -1 : 1;
      double clockwise = Math.toRadians(traits.degrees());
      assertThat(centre[0]).isEqualTo(50 + side * 35 * Math.cos(clockwise), within(0.15));
      assertThat(centre[1]).isEqualTo(50 + side * 35 * Math.sin(clockwise), within(0.15));
      assertThat(traits.share()).isEqualTo(1);
      sides.add(traits.mirrored());
    }
    assertThat(sides).hasSize(2);
    assertThat(loader.traits(100, 100, Augmentation.NONE, 7))
        .isEqualTo(new ViewTraits(false, 0, 1, 0, 0, 1, 1, 1));
  }

  /** A dark picture with a disc is moved to where the traits say; the disc is off every edge. */
  @Test
  void traitsSayHowFarAPictureWasMovedAndHowMuchIsShown() {
    Augmentation move = new Augmentation(true, 0.5, 0.125, 0, 0, 0, 0);
    Pixels picture = disc(40, 0.5, 0.5, 0.1);
    PictureLoader loader = new PictureLoader(40, 40, Fit.STRETCH);
    for (int seed = 0; seed < 20; seed++) {
      ViewTraits traits = loader.traits(40, 40, move, seed);
      double[] centre = brightest(loader.view(picture, move, seed), 40);
      assertThat(centre[0]).isEqualTo(20 + traits.right(), within(0.1));
      assertThat(centre[1]).isEqualTo(20 + traits.down(), within(0.1));

      PictureLoader small = new PictureLoader(20, 20, Fit.CROP);
      Crop crop = View.draw(Augmentation.LIGHT, 60, 40, small, seed).crop();
      ViewTraits cropped = small.traits(60, 40, Augmentation.LIGHT, seed);
      assertThat(cropped.share()).isEqualTo(crop.width() * crop.height() / 1600);
    }
  }

  @Test
  void turnsGoBothWaysAndLeaveNoBlackCorners() {
    byte[] white = new byte[3 * 50 * 40];
    Arrays.fill(white, (byte) 200);
    PictureLoader loader = new PictureLoader(32, 32, Fit.CROP);
    int clockwise = 0;
    for (int seed = 0; seed < VIEWS; seed++) {
      clockwise += View.draw(TURN, 50, 40, loader, seed).radians() > 0 ? 1 : 0;
      assertThat(loader.view(new Pixels(50, 40, white), TURN, seed)).containsOnly((byte) 200);
    }
    assertThat(clockwise).isBetween(160, 240);
  }

  /** A crop must show the same things as cutting and averaging would. */
  @Test
  void croppedAndTurnedViewsKeepThePlaceOfThings() {
    for (int size : new int[] {60, 120, 260, 700}) {
      Pixels picture = disc(size, 0.4, 0.55, 0.1);
      PictureLoader loader = new PictureLoader(100, 100, Fit.CROP);
      for (int seed = 0; seed < 30; seed++) {
        View view = View.draw(Augmentation.LIGHT, size, size, loader, seed);
        double[] centre = brightest(view.of(PictureDecoder.Decoded.whole(picture), loader), 100);
        double x = (0.4 * size - view.crop().left()) / view.crop().width() * 100;
        double y = (0.55 * size - view.crop().top()) / view.crop().height() * 100;
        assertThat(centre[0]).isEqualTo(view.mirror() ? 100 - x : x, within(1.0));
        assertThat(centre[1]).isEqualTo(y, within(1.0));
      }
    }
  }

  @Test
  void coloursChangeWithinTheirBoundsAndDoNotWander() {
    Augmentation jitter = new Augmentation(false, 1, 0, 0.2, 0.2, 0.2);
    Pixels picture = photograph(64, 64, 3);
    PictureLoader loader = new PictureLoader(64, 64, Fit.STRETCH);
    double[] plain = means(picture.rgb());
    double[] sum = new double[3];
    DoubleSummaryStatistics ratios = new DoubleSummaryStatistics();
    for (int seed = 0; seed < VIEWS; seed++) {
      double[] means = means(loader.view(picture, jitter, seed));
      for (int band = 0; band < 3; band++) {
        sum[band] += means[band] / VIEWS;
      }
      double grey = 0.299 * means[0] + 0.587 * means[1] + 0.114 * means[2];
      double before = 0.299 * plain[0] + 0.587 * plain[1] + 0.114 * plain[2];
      ratios.accept(grey / before);
    }
    assertThat(ratios.getMin()).isBetween(0.79, 0.85);
    assertThat(ratios.getMax()).isBetween(1.15, 1.21);
    assertThat(sum).containsExactly(plain, within(2.5));
  }

  @Test
  void eachColourFactorDoesWhatItsNameSays() {
    byte[] rgb = {100, 50, 20, 40, 60, 80};
    byte[] brighter = rgb.clone();
    new ColourChange(1.2, 1, 1).apply(brighter);
    assertThat(brighter).containsExactly(120, 60, 24, 48, 72, 96);
    byte[] flat = rgb.clone();
    new ColourChange(1, 0, 1).apply(flat);
    assertThat(flat).containsOnly(flat[0]).contains((byte) 59);
    byte[] grey = rgb.clone();
    new ColourChange(1, 1, 0).apply(grey);
    assertThat(grey).containsExactly(62, 62, 62, 56, 56, 56);
    byte[] clipped = {-1, 0, 100};
    new ColourChange(1, 1, 2).apply(clipped);
    assertThat(clipped).startsWith(-1, 0);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Augmentation(true, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Augmentation(true, 1, 50, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Augmentation(true, 1, 0, -0.1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Augmentation(true, 1, 0, 0, Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Soft colours with some structure. */
  private static Pixels photograph(int width, int height, long seed) {
    Random random = new Random(seed);
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3;
      double wave = Math.sin(pixel % width * 0.1 + i % 3) * Math.cos(pixel / width * 0.07);
      rgb[i] = (byte) (120 + 20 * (i % 3) + 40 * wave + random.nextInt(10));
    }
    return new Pixels(width, height, rgb);
  }

  private static Pixels disc(int size, double x, double y, double radius) {
    byte[] rgb = new byte[3 * size * size];
    for (int i = 0; i < rgb.length; i++) {
      double across = (i / 3 % size + 0.5) / size - x;
      double along = (i / 3 / size + 0.5) / size - y;
      double edge = (radius - Math.hypot(across, along)) * size + 0.5;
      rgb[i] = (byte) Math.round(250 * Math.max(0, Math.min(1, edge)));
    }
    return new Pixels(size, size, rgb);
  }

  /** The centre of what is bright, x and y; whole numbers are edges between pixels. */
  private static double[] brightest(byte[] rgb, int width) {
    double x = 0;
    double y = 0;
    double mass = 0;
    for (int i = 0; i < rgb.length; i += 3) {
      int value = rgb[i] & 0xFF;
      mass += value;
      x += value * (i / 3 % width + 0.5);
      y += value * (i / 3 / width + 0.5);
    }
    return new double[] {x / mass, y / mass};
  }

  private static double[] means(byte[] rgb) {
    double[] means = new double[3];
    for (int i = 0; i < rgb.length; i++) {
      means[i % 3] += (rgb[i] & 0xFF) * 3.0 / rgb.length;
    }
    return means;
  }

  private static Augmentation crops(double minArea) {
    return new Augmentation(true, minArea, 0, 0, 0, 0);
  }

  /** Views that are as sharp as the plain one have no crop that must be enlarged. */
  @Test
  void sharpCropsAreNeverEnlarged() {
    PictureLoader loader = new PictureLoader(48, 48, Fit.STRETCH);
    double least = 1;
    for (int seed = 0; seed < 1000; seed++) {
      Crop crop = Crop.random(64, 64, loader, Augmentation.CROPS, new SplittableRandom(seed));
      assertThat(crop.liesIn(64, 64)).isTrue();
      assertThat(Math.min(crop.width(), crop.height())).isGreaterThanOrEqualTo(48);
      least = Math.min(least, crop.width() * crop.height() / (64.0 * 64));
    }
    assertThat(least).isBetween(0.5625, 0.65);
  }

  /** A picture with no pixel to spare is moved by whole pixels; its edges are mirrored. */
  @Test
  void aPictureTooSmallToBeCroppedIsMoved() {
    Pixels picture = photograph(40, 40, 1);
    PictureLoader loader = new PictureLoader(40, 40, Fit.STRETCH);
    Augmentation move = new Augmentation(false, 0.5, 0.125, 0, 0, 0, 0);
    Set<Integer> different = new HashSet<>();
    for (int seed = 0; seed < 300; seed++) {
      View view = View.draw(move, 40, 40, loader, seed);
      int across = (int) view.crop().left();
      int along = (int) view.crop().top();
      assertThat(Math.max(Math.abs(across), Math.abs(along))).isLessThanOrEqualTo(5);
      byte[] moved = loader.view(picture, move, seed);
      for (int y = 6; y < 34; y++) {
        for (int x = 6; x < 34; x++) {
          assertThat(moved[3 * (40 * y + x)])
              .isEqualTo(picture.rgb()[3 * (40 * (y + along) + x + across)]);
        }
      }
      different.add(11 * across + along);
    }
    assertThat(different).hasSizeGreaterThan(100);
  }
}
