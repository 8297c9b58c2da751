package io.thaw.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PicturePaths;
import io.thaw.dataset.SplitPlan;
import io.thaw.engine.Tensor;
import io.thaw.job.BadJobException;
import io.thaw.job.JobSpec;
import io.thaw.job.JsonFiles;
import io.thaw.network.SymbolJson;
import io.thaw.tuning.Intake;
import io.thaw.tuning.Samples;
import io.thaw.tuning.cache.FeatureKey;
import io.thaw.tuning.checkpoint.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run works on, and whether it is still the same. */
final class RunFingerprint {
  /** Model and pictures count by what they are, not by where they lie or who chose them. */
  private static final List<String> WITHOUT_EFFECT =
      List.of("version", "out", "publish", "cache", "model", "data", "columns", "edits");

  private static final String RATES = "rates";

  private RunFingerprint() {}

  static Fingerprint of(PreparedJob job, Intake.Sets sets) {
    return new Fingerprint(job(job.spec()), model(job), pictures(job), samples(sets));
  }

  /**
   * Checks what is known before a picture is read.
   *
   * @throws BadJobException in one sentence when the run began with something else
   */
  static void requireSame(Fingerprint kept, PreparedJob job) {
    requireSame(comparable(complete(kept.job())), comparable(job(job.spec())), "");
    if (!kept.pictures().equals(pictures(job))) {
      throw new BadJobException(
          "The pictures in "
              + job.spec().data()
              + " are not those that the run began with, so it cannot be resumed.");
    }
    if (!kept.model().equals(model(job))) {
      throw new BadJobException(
          "The model "
              + job.spec().model()
              + " is not the one that the run began with, so it cannot be resumed.");
    }
  }

  /**
   * Checks the pictures that could be read.
   *
   * @throws BadJobException in one sentence when they are others
   */
  static void requireSame(Fingerprint kept, Intake.Sets sets) {
    if (!kept.samples().equals(samples(sets))) {
      throw new BadJobException(
          "Some pictures can no longer be read, or can be read now, so the run cannot be resumed.");
    }
  }

  /** Settings that an older build knew nothing of had what is their default now. */
  private static JsonNode complete(JsonNode kept) {
    ObjectNode all = job(JobSpec.of(null, null));
    if (kept instanceof ObjectNode known) {
      JsonFiles.overlay(all, known);
    }
    return all;
  }

  private static void requireSame(JsonNode kept, JsonNode now, String path) {
    if (kept instanceof ObjectNode fields) {
      fields
          .properties()
          .forEach(
              field ->
                  requireSame(
                      field.getValue(),
                      now.path(field.getKey()),
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey()));
    } else if (!text(kept).equals(text(now))) {
      throw new BadJobException(
          "job.json sets %s to %s, but the run began with %s, so it cannot be resumed."
              .formatted(path, text(now), text(kept)));
    }
  }

  /** A number is read back with another Java type than it was written with. */
  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private static ObjectNode job(JobSpec spec) {
    ObjectNode tree = JsonFiles.mapper().valueToTree(spec);
    return tree.remove(WITHOUT_EFFECT);
  }

  /** The job with its rates, or none, as one text: one more of them is a difference, too. */
  private static JsonNode comparable(JsonNode job) {
    Map<String, String> rates = new TreeMap<>();
    job.path(RATES).properties().forEach(it -> rates.put(it.getKey(), text(it.getValue())));
    ObjectNode copy = job.deepCopy();
    return copy.put(RATES, rates.isEmpty() ? "none" : rates.toString());
  }

  private static String model(PreparedJob job) {
    FeatureKey.Builder key =
        FeatureKey.builder()
            .text(SymbolJson.write(job.split().whole()))
            .text(job.model().input().toString());
    add(key, job.parameters());
    job.teacher().ifPresent(teacher -> add(key, teacher.parameters()));
    return key.build("").digest();
  }

  private static void add(FeatureKey.Builder key, Map<String, Tensor> parameters) {
    for (Map.Entry<String, Tensor> it : new TreeMap<>(parameters).entrySet()) {
      key.text(it.getKey()).text(it.getValue().shape().toString()).floats(it.getValue().values());
    }
  }

  private static String pictures(PreparedJob job) {
    FeatureKey.Builder key = FeatureKey.builder().text(job.scan().classes().toString());
    SplitPlan split = job.pictures();
    List<List<LabeledImage>> sides = new ArrayList<>(List.of(split.train(), split.validation()));
    if (!split.test().isEmpty()) {
      sides.add(split.test());
    }
    for (List<LabeledImage> side : sides) {
      key.number(side.size());
      for (LabeledImage image : side) {
        String name = PicturePaths.relative(job.scan().folder(), image.file());
        key.text(name).number(image.label()).number(size(image));
        if (image.partial()) {
          key.text("partial");
        }
      }
    }
    return key.build("").digest();
  }

  /** A picture that cannot be read differs from one that can; reading it says why. */
  private static long size(LabeledImage image) {
    try {
      return Files.size(image.file());
    } catch (IOException e) {
      return -1;
    }
  }

  private static String samples(Intake.Sets sets) {
    FeatureKey.Builder key = FeatureKey.builder();
    for (Samples side : List.of(sets.train(), sets.validation())) {
      key.number(side.count()).number(side.size());
      for (int i = 0; i < side.count(); i++) {
        key.number(side.label(i));
      }
    }
    return key.build("").digest();
  }
}
