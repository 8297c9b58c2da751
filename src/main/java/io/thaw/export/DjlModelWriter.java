package io.thaw.export;

import io.thaw.catalogue.InputSpec;
import io.thaw.engine.NativeParameterFile;
import io.thaw.job.AtomicFiles;
import io.thaw.network.SymbolJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a model as plain DJL loads it: {@code NAME-symbol.json}, {@code NAME-0000.params} in
 * MXNet's format, {@code synset.txt}, and {@code serving.properties} with the arguments of DJL's
 * image classification translator.
 */
public final class DjlModelWriter {
  private DjlModelWriter() {}

  /**
   * Writes a folder. It is there whole or not at all.
   *
   * @param folder must not exist yet, or be empty
   */
  public static void write(TrainedModel model, Path folder) throws IOException {
    Path temporary = folder.resolveSibling("." + folder.getFileName() + ".tmp");
    try {
      Files.createDirectories(temporary);
      text(temporary.resolve(model.name() + "-symbol.json"), SymbolJson.write(model.network()));
      text(temporary.resolve("synset.txt"), lines(model.classes()));
      text(temporary.resolve("serving.properties"), properties(model));
      writeParameters(model, temporary);
      Files.deleteIfExists(folder);
      Files.move(temporary, folder);
    } finally {
      remove(temporary);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Replaces the weights in a folder written before; the old ones stay if that fails. */
  public static void writeParameters(TrainedModel model, Path folder) throws IOException {
    NativeParameterFile.write(
        folder.resolve(model.name() + "-0000.params"),
        model.parameters(),
        model.runningStatistics());
  }

  private static void text(Path file, String content) throws IOException {
    AtomicFiles.write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String properties(TrainedModel model) {
    InputSpec input = model.input();
    return lines(
        List.of(
            "engine=MXNet",
            "option.modelName=" + model.name(),
            "application=cv/image_classification",
            "translatorFactory="
                + "ai.djl.modality.cv.translator.ImageClassificationTranslatorFactory",
            "width=" + input.width(),
            "height=" + input.height(),
            resize(input),
            "centerCrop=" + input.centerCrop(),
            "toTensor=true",
            "normalize=" + numbers(input.mean()) + "," + numbers(input.std()),
            "applySoftmax=false",
            "topK=" + model.classes().size(),
            "synsetFileName=synset.txt",
            "thaw.name=" + escaped(model.name()),
            "thaw.origin=" + escaped(model.origin()),
            "thaw.licence=" + escaped(model.licence())));
  }

  /**
   * Thaw shrinks pictures by averaging areas, OpenCV's INTER_AREA (3). DJL 0.36 hands the place of
   * a name in its own enumeration to MXNet as OpenCV's number, and there 3 is BICUBIC; AREA would
   * ask for OpenCV's cubic interpolation.
   */
  private static String resize(InputSpec input) {
    if (input.centerCrop()) {
      return "resizeShort=" + Math.max(input.width(), input.height()) + ",-1,BICUBIC";
    }
    return "resize=" + input.width() + "," + input.height() + ",BICUBIC";
  }

  private static String numbers(List<Float> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** As {@link java.util.Properties} reads it back. */
  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }
}
