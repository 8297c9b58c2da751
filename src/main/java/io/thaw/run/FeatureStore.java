package io.thaw.run;

import io.thaw.catalogue.InputSpec;
import io.thaw.engine.Tensor;
import io.thaw.network.SymbolJson;
import io.thaw.tuning.FeatureShelf;
import io.thaw.tuning.cache.FeatureCache;
import io.thaw.tuning.cache.FeatureKey;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Names the features of a job for the cache, so that all jobs with the same frozen part share. */
final class FeatureStore {
  /** To be raised when decoding, resizing or normalising changes what a network is given. */
  private static final String PREPROCESSING = "area-averaged RGB, views 1";

  private final Supplier<FeatureCache> cache;

  /**
   * A store.
   *
   * @param cache opened when a job uses it
   */
  FeatureStore(Supplier<FeatureCache> cache) {
    this.cache = cache;
  }

  /** Where the job's features are kept; nowhere if it says so. */
  FeatureShelf shelf(PreparedJob job) {
    if (!job.spec().cache()) {
      return (engine, size) -> Optional.empty();
    }
    FeatureCache opened = cache.get();
    return (engine, size) -> Optional.of(opened.open(key(job, engine), size));
  }

  private static FeatureKey key(PreparedJob job, String engine) {
    InputSpec input = job.model().input();
    FeatureKey.Builder key =
        FeatureKey.builder()
            .text(engine)
            .text(PREPROCESSING)
            .number(input.width())
            .number(input.height())
            .text(Boolean.toString(input.centerCrop()));
    input.mean().forEach(value -> key.floats(new float[] {value}));
    input.std().forEach(value -> key.floats(new float[] {value}));
    key.text(SymbolJson.write(job.split().prefix()));
    for (String name : new TreeSet<>(job.split().prefixParameters())) {
      Tensor tensor = job.parameters().get(name);
      key.text(name).text(tensor.shape().toString()).floats(tensor.values());
    }
    return key.build(
        "%s to %s, %s"
            .formatted(
                job.model().name(), job.split().boundaryLayer().orElse("its input"), engine));
  }
}
