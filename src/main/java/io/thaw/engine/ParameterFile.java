package io.thaw.engine;

import io.thaw.catalogue.ModelCard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Reads a model's parameters, whichever of the two formats they are in. */
public final class ParameterFile {
  private static final byte[] DJL_MAGIC = "DJL@".getBytes(StandardCharsets.US_ASCII);

  private ParameterFile() {}

  /**
   * The model's arrays by parameter name, without {@code arg:} and {@code aux:}.
   *
   * @throws io.thaw.catalogue.BadModelException when the folder has no parameter file
   * @throws BadParametersException when the file is truncated, damaged or of an unknown format
   */
  public static Map<String, Tensor> read(ModelCard model) {
    Path file = model.requireParameterFile();
    return startsWith(file, DJL_MAGIC)
        ? DjlParameterFile.read(model, file)
        : NativeParameterFile.read(file);
  }

  private static boolean startsWith(Path file, byte[] magic) {
    try (InputStream input = Files.newInputStream(file)) {
      return Arrays.equals(input.readNBytes(magic.length), magic);
    } catch (IOException e) {
      throw new BadParametersException("The parameters " + file + " could not be read.", e);
    }
  }
}
