package io.thaw.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * DJL's {@code serving.properties}: arguments of its image classification translator (keys of
 * {@code ai.djl.modality.cv.translator.BaseImageTranslator}, DJL 0.36) and a few of our own that
 * begin with {@code thaw.}, which DJL ignores.
 */
final class ServingProperties {
  /** ImageNet's mean and deviation, which DJL takes for {@code normalize=true}. */
  private static final List<Float> IMAGENET_MEAN = List.of(0.485f, 0.456f, 0.406f);

  private static final List<Float> IMAGENET_STD = List.of(0.229f, 0.224f, 0.225f);

  private static final int LARGEST_SIDE = 4096;

  private final Path file;
  private final Properties properties = new Properties();

  private ServingProperties(Path file) {
    this.file = file;
  }

  /** Reads the file; one that is missing reads as empty. */
  static ServingProperties read(Path file) {
    ServingProperties result = new ServingProperties(file);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        result.properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new BadModelException(file + " could not be read.", e);
      }
    }
    return result;
  }

  String text(String key, String otherwise) {
    return properties.getProperty(key, otherwise).trim();
  }

  boolean flag(String key, boolean otherwise) {
    return Boolean.parseBoolean(text(key, Boolean.toString(otherwise)));
  }

  /** The network's input as the translator's arguments describe it. */
  InputSpec input() {
    refuseUnless("range", "false");
    refuseUnless("pad", "false");
    refuseUnless("centerFit", "false");
    refuseUnless("flag", "COLOR");
    refuseUnless("toTensor", "true");
    List<List<Float>> normalize = normalize();
    return new InputSpec(
        side("width"), side("height"), centerCrop(), normalize.get(0), normalize.get(1));
  }

  /**
   * DJL's pipeline is {@code resize} (both sides), {@code resizeShort}, {@code centerCrop}. The
   * sizes that it passes through are not kept; what is kept is whether the proportions are, and
   * with them the middle of the picture only.
   */
  private boolean centerCrop() {
    boolean stretched = resizes("resize");
    boolean proportional = resizes("resizeShort");
    return !stretched && (proportional || flag("centerCrop", false));
  }

  /** Whether a key says true or gives sizes, {@code N[,N[,INTERPOLATION]]}. */
  private boolean resizes(String key) {
    String value = text(key, "false");
    if (value.equals("true") || value.equals("false")) {
      return value.equals("true");
    }
    String[] tokens = value.split("\\s*,\\s*");
    for (int i = 0; i < Math.min(2, tokens.length); i++) {
      wholeNumber(key, tokens[i]);
    }
    return true;
  }

  private void refuseUnless(String key, String supported) {
    String value = text(key, supported);
    if (!value.equals(supported)) {
      throw new BadModelException(
          file + " sets " + key + "=" + value + ", which Thaw does not support.");
    }
  }

  private int side(String key) {
    int number = wholeNumber(key, text(key, "224"));
    if (number < 1 || number > LARGEST_SIDE) {
      throw new BadModelException(
          file + ": " + key + " must lie between 1 and " + LARGEST_SIDE + ": " + number + ".");
    }
    return number;
  }

  /** DJL takes 224.0 for 224. */
  private int wholeNumber(String key, String value) {
    try {
      return new BigDecimal(value).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new BadModelException(file + ": " + key + " is no whole number: " + value + ".", e);
    }
  }

  private List<List<Float>> normalize() {
    String value = text("normalize", "false");
    if (value.equals("false")) {
      return List.of(InputSpec.DEFAULT.mean(), InputSpec.DEFAULT.std());
    }
    if (value.equals("true")) {
      return List.of(IMAGENET_MEAN, IMAGENET_STD);
    }
    List<Float> numbers = floats(value);
    if (numbers.size() != 6 || numbers.subList(3, 6).contains(0f)) {
      throw new BadModelException(
          file + ": normalize needs three means and three deviations other than 0: " + value + ".");
    }
    return List.of(numbers.subList(0, 3), numbers.subList(3, 6));
  }

  private List<Float> floats(String value) {
    List<Float> numbers = new ArrayList<>();
    for (String token : value.split(",")) {
      try {
        numbers.add(new BigDecimal(token.trim()).floatValue());
      } catch (NumberFormatException e) {
        throw new BadModelException(file + ": normalize has no number: " + token.trim() + ".", e);
      }
    }
    return numbers;
  }
}
